package org.whatsapppolicy.camel;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.support.LanguageSupport;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.content.Texts;

/** An option that is evaluated per message, or the header that counts where no option stands. Compiled once. */
final class Evaluated {

    /** By far the most used expression of all; read from the row at once, because Camel would call it as a bean's method. */
    private static final Pattern COLUMN = Pattern.compile("\\$\\{body\\[([A-Za-z_][A-Za-z0-9_]*)\\]\\}");

    private final String name;
    private final @Nullable Expression expression;
    private final @Nullable String constant;
    private final @Nullable String header;
    private final @Nullable String column;

    private Evaluated(
            String name,
            @Nullable Expression expression,
            @Nullable String constant,
            @Nullable String header,
            @Nullable String column) {
        this.name = name;
        this.expression = expression;
        this.constant = constant;
        this.header = header;
        this.column = column;
    }

    /**
     * @param option the option as written, or null when it does not stand there
     * @param header the header of the same meaning, or null when there is none
     */
    static Evaluated of(CamelContext context, String name, @Nullable String option, @Nullable String header) {
        if (option == null) {
            return new Evaluated(name, null, null, header, null);
        }
        if (!isExpression(option)) {
            return new Evaluated(name, null, option, null, null);
        }
        Expression expression = context.resolveLanguage("simple").createExpression(option);
        expression.init(context);
        Matcher column = COLUMN.matcher(option.trim());
        return new Evaluated(name, expression, null, null, column.matches() ? column.group(1) : null);
    }

    static boolean isExpression(String option) {
        return LanguageSupport.hasSimpleFunction(option);
    }

    String name() {
        return name;
    }

    @Nullable
    Object value(Exchange exchange) {
        if (column != null && exchange.getMessage().getBody() instanceof Map<?, ?> row) {
            Object found = row.get(column);
            if (found != null) {
                return found;
            }
        }
        if (expression != null) {
            return expression.evaluate(exchange, Object.class);
        }
        if (constant != null) {
            return constant;
        }
        return header == null ? null : exchange.getMessage().getHeader(header);
    }

    /** The value as text, null when it is nothing or blank. */
    @Nullable
    String text(Exchange exchange) {
        Object value = value(exchange);
        if (value == null) {
            return null;
        }
        String text = Texts.read(name, value).trim();
        return text.isEmpty() ? null : text;
    }
}

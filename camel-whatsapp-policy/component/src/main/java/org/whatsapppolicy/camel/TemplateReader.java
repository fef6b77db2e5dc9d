package org.whatsapppolicy.camel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.content.TemplateFiller;
import org.whatsapppolicy.camel.template.Templates;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.Sender;
import org.whatsapppolicy.policy.document.TemplateRef;
import org.whatsapppolicy.policy.message.InvalidMessageException;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.MessageContent.TemplateUse;

/** Reads a template message: its name and language, and its parameters from options, headers, or a map or list as body. */
final class TemplateReader {

    private final Evaluated template;
    private final Evaluated language;
    private final Map<String, Evaluated> parameters = new LinkedHashMap<>();
    private final Supplier<PolicyService> service;

    TemplateReader(CamelContext camel, WhatsAppPolicyConfiguration options, Supplier<PolicyService> service) {
        this.service = service;
        template = Evaluated.of(camel, "template", options.getTemplate(), WhatsAppPolicyConstants.TEMPLATE);
        language = Evaluated.of(
                camel, "templateLanguage", options.getTemplateLanguage(), WhatsAppPolicyConstants.TEMPLATE_LANGUAGE);
        if (options.getParameters() != null) {
            options.getParameters()
                    .forEach((name, text) ->
                            parameters.put(name, Evaluated.of(camel, "parameter." + name, String.valueOf(text), null)));
        }
    }

    /** Whether the exchange asks for a template by option or header. */
    boolean asked(Exchange exchange) {
        return template.text(exchange) != null;
    }

    Wording read(Exchange exchange, @Nullable Sender sender, @Nullable Object body) {
        String name = template.text(exchange);
        if (name == null) {
            throw new InvalidMessageException("template.name", "expected a name, found nothing");
        }
        String account = sender == null ? "" : Templates.account(sender);
        String code = language(exchange, account, name);
        Template known = service.get().templates().find(account, name, code);
        Map<String, Object> given = parameters(exchange, body);
        MessageContent content = TemplateFiller.fill(name, code, known, given);
        return wording(content, name, language.text(exchange), given, List.of());
    }

    /**
     * A template that the document names. Its parameters come from options and headers alone: the body is something else.
     *
     * @param payloads of its quick-reply buttons
     */
    Wording named(Exchange exchange, Sender sender, TemplateRef ref, List<String> payloads) {
        String said = language.text(exchange);
        String code = said == null ? ref.language() : said;
        Template known = service.get().templates().find(Templates.account(sender), ref.name(), code);
        Map<String, Object> given = parameters(exchange, null);
        MessageContent content = TemplateFiller.fill(ref.name(), code, known, given, payloads);
        return wording(content, null, said, given, payloads);
    }

    /**
     * A filled template with what the route gave for it.
     *
     * @param name null where the document names the template: which one it is may change
     * @param language null where the route gave none
     */
    private static Wording wording(
            MessageContent content,
            @Nullable String name,
            @Nullable String language,
            Map<String, Object> parameters,
            List<String> payloads) {
        return new Wording(content, earlier -> {
            TemplateUse use = earlier.template();
            boolean asked = use != null
                    && (name == null || name.equals(use.name()))
                    && (language == null || language.equals(use.language()));
            MessageContent like = asked ? TemplateFiller.like(earlier, parameters, payloads) : null;
            return like == null ? content : like;
        });
    }

    private String language(Exchange exchange, String account, String name) {
        String code = language.text(exchange);
        if (code != null) {
            return code;
        }
        List<String> known = service.get().templates().languages(account, name);
        if (known.size() == 1) {
            return known.get(0);
        }
        throw new InvalidMessageException(
                "template.language.code",
                "expected option templateLanguage or header " + WhatsAppPolicyConstants.TEMPLATE_LANGUAGE
                        + ", found none; the template is known in " + (known.isEmpty() ? "no language" : known));
    }

    private Map<String, Object> parameters(Exchange exchange, @Nullable Object body) {
        Map<String, Object> given = new LinkedHashMap<>();
        if (body instanceof Map<?, ?> map) {
            map.forEach((name, value) -> put(given, String.valueOf(name), value));
        } else if (body instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                put(given, String.valueOf(i + 1), list.get(i));
            }
        }
        String prefix = WhatsAppPolicyConstants.PARAMETER_PREFIX;
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                put(given, name.substring(prefix.length()), value);
            }
        });
        parameters.forEach((name, option) -> put(given, name, option.value(exchange)));
        return given;
    }

    private static void put(Map<String, Object> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}

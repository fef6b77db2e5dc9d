package org.whatsapppolicy.simulator.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message template. Immutable; the {@code with...} methods return changed copies.
 *
 * @param name lower case letters, digits and underscores
 * @param language such as {@code en_US}; a send has to name it exactly
 * @param category MARKETING, UTILITY or AUTHENTICATION
 * @param status APPROVED, PENDING, REJECTED, PAUSED, DISABLED, ...; only APPROVED can be sent
 * @param headerFormat TEXT, IMAGE, VIDEO, DOCUMENT or LOCATION; null without a header
 * @param header the header's text, empty unless its format is TEXT
 * @param body the text, with {@code {{1}}} or {@code {{name}}} for variables
 * @param quickReplies the labels of quick-reply buttons
 * @param quality GREEN, YELLOW, RED or UNKNOWN
 */
public record SimulatedTemplate(
        String name,
        String language,
        String category,
        String status,
        @Nullable String headerFormat,
        String header,
        String body,
        List<String> quickReplies,
        String quality) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** Checks the name and copies the list. */
    public SimulatedTemplate {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a template name is made of a-z, 0-9 and _, found: " + name);
        }
        quickReplies = List.copyOf(quickReplies);
    }

    /** An approved template with a short body and no variables. */
    public static SimulatedTemplate of(String name, String language, String category) {
        return new SimulatedTemplate(
                name, language, category, "APPROVED", null, "", "A template message.", List.of(), "UNKNOWN");
    }

    /** In another status. */
    public SimulatedTemplate withStatus(String other) {
        return new SimulatedTemplate(
                name, language, category, other, headerFormat, header, body, quickReplies, quality);
    }

    /** In another category. */
    public SimulatedTemplate withCategory(String other) {
        return new SimulatedTemplate(name, language, other, status, headerFormat, header, body, quickReplies, quality);
    }

    /** With this body; its variables are what a send has to fill in. */
    public SimulatedTemplate withBody(String other) {
        return new SimulatedTemplate(
                name, language, category, status, headerFormat, header, other, quickReplies, quality);
    }

    /** With a body that has that many positional variables. */
    public SimulatedTemplate withVariables(int count) {
        StringBuilder text = new StringBuilder("A template message");
        for (int i = 1; i <= count; i++) {
            text.append(", {{").append(i).append("}}");
        }
        return withBody(text.append('.').toString());
    }

    /** With a text header, which may hold one variable. */
    public SimulatedTemplate withHeader(String text) {
        return new SimulatedTemplate(name, language, category, status, "TEXT", text, body, quickReplies, quality);
    }

    /** With a header of that format: IMAGE, VIDEO, DOCUMENT or LOCATION. */
    public SimulatedTemplate withMediaHeader(String format) {
        return new SimulatedTemplate(name, language, category, status, format, "", body, quickReplies, quality);
    }

    /** With these quick-reply buttons. */
    public SimulatedTemplate withQuickReplies(String... labels) {
        return new SimulatedTemplate(
                name, language, category, status, headerFormat, header, body, List.of(labels), quality);
    }

    /** With another quality score. */
    public SimulatedTemplate withQuality(String other) {
        return new SimulatedTemplate(name, language, category, status, headerFormat, header, body, quickReplies, other);
    }

    /** The names of the body's variables in order, each once. */
    public List<String> bodyVariables() {
        return variables(body);
    }

    /** The names of the header's variables. */
    public List<String> headerVariables() {
        return variables(header);
    }

    /** Whether variables have names instead of numbers. */
    public boolean named() {
        return bodyVariables().stream().anyMatch(variable -> !Character.isDigit(variable.charAt(0)));
    }

    private static List<String> variables(String text) {
        LinkedHashSet<String> found = new LinkedHashSet<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            String variable = matcher.group(1);
            if (variable != null) {
                found.add(variable);
            }
        }
        return new ArrayList<>(found);
    }
}

package org.whatsapppolicy.simulator.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with {@code {{1}}} or {@code {{name}}} in it, taken apart once so that filling it in costs little.
 *
 * @param written with the variables in it
 * @param variables their names in order, each once
 * @param pieces the text between the variables; one more than there are places
 * @param places which variable stands behind each piece, as a position in {@code variables}
 */
public record TextWithVariables(String written, List<String> variables, List<String> pieces, List<Integer> places) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** Copies the lists. */
    public TextWithVariables {
        variables = List.copyOf(variables);
        pieces = List.copyOf(pieces);
        places = List.copyOf(places);
    }

    /** Takes a text apart. */
    public static TextWithVariables of(String written) {
        List<String> variables = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(written);
        int from = 0;
        while (matcher.find()) {
            String variable = String.valueOf(matcher.group(1));
            if (!variables.contains(variable)) {
                variables.add(variable);
            }
            places.add(variables.indexOf(variable));
            pieces.add(written.substring(from, matcher.start()));
            from = matcher.end();
        }
        pieces.add(written.substring(from));
        return new TextWithVariables(written, variables, pieces, places);
    }

    /** Whether there is anything to fill in. */
    public boolean anyVariable() {
        return !variables.isEmpty();
    }

    /** Whether the variables have names instead of numbers. */
    public boolean named() {
        return variables.stream().anyMatch(variable -> !Character.isDigit(variable.charAt(0)));
    }

    /** The text with those values, one for each of {@link #variables}, in its order. */
    public String filled(List<String> values) {
        if (places.isEmpty()) {
            return written;
        }
        StringBuilder text = new StringBuilder(written.length() + 16 * places.size());
        for (int i = 0; i < places.size(); i++) {
            text.append(pieces.get(i)).append(values.get(places.get(i)));
        }
        return text.append(pieces.get(places.size())).toString();
    }
}

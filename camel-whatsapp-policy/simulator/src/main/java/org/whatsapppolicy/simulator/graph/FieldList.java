package org.whatsapppolicy.simulator.graph;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code fields=} asks for: names at the top level; what stands in braces or parentheses behind one is left out. */
public final class FieldList {

    private FieldList() {}

    /** The names asked for, or the usual ones. */
    public static List<String> of(@Nullable String written, List<String> usual) {
        if (written == null || written.isBlank()) {
            return usual;
        }
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        int depth = 0;
        for (int i = 0; i <= written.length(); i++) {
            char c = i == written.length() ? ',' : written.charAt(i);
            if (c == '{' || c == '(') {
                depth++;
            } else if (c == '}' || c == ')') {
                depth--;
            } else if (c == ',' && depth <= 0) {
                names.add(bare(name.toString()));
                name.setLength(0);
            } else if (depth == 0) {
                name.append(c);
            }
        }
        return names;
    }

    private static String bare(String name) {
        int modifier = name.indexOf('.');
        return (modifier < 0 ? name : name.substring(0, modifier)).trim();
    }
}

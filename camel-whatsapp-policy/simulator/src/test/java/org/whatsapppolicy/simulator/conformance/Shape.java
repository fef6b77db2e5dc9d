package org.whatsapppolicy.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The shape of a JSON text: every path with the type of its value. Elements of an array count as one, so that
 * {@code a[].b} stands for all of them. What the values are does not matter.
 */
final class Shape {

    private Shape() {}

    static SortedSet<String> of(JsonNode root) {
        SortedSet<String> lines = new TreeSet<>();
        collect(root, "", lines);
        return lines;
    }

    private static void collect(JsonNode node, String path, SortedSet<String> lines) {
        if (node.isObject()) {
            lines.add(path + " {}");
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                collect(field.getValue(), path + "." + field.getKey(), lines);
            }
        } else if (node.isArray()) {
            lines.add(path + " []");
            node.forEach(element -> collect(element, path + "[]", lines));
        } else {
            lines.add(path + " " + type(node));
        }
    }

    private static String type(JsonNode node) {
        if (node.isIntegralNumber()) {
            return "integer";
        }
        if (node.isNumber()) {
            return "decimal";
        }
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}

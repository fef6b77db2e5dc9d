package org.whatsapppolicy.policy.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets a purpose take the rules of another, and of the one that extends; consent and its basis stay behind (S-10). */
final class Inheritance {

    private static final Kind<String> NAME = Kind.text("the name of another purpose");

    private final Map<String, Fields> purposes;
    private final Values values;
    private final Problems problems;
    private final Map<String, Fields> done = new HashMap<>();

    Inheritance(Map<String, Fields> purposes, Values values, Problems problems) {
        this.purposes = purposes;
        this.values = values;
        this.problems = problems;
    }

    /** The purpose with everything that it inherits. */
    Fields resolve(String name) {
        List<String> chain = new ArrayList<>();
        String next = name;
        while (next != null && !done.containsKey(next)) {
            int seen = chain.indexOf(next);
            if (seen >= 0) {
                tellCycle(chain.subList(seen, chain.size()));
                next = null;
                break;
            }
            chain.add(next);
            next = parent(next);
        }
        Fields inherited = next == null ? null : done.get(next);
        for (int i = chain.size() - 1; i >= 0; i--) {
            Fields own = own(chain.get(i));
            if (inherited != null) {
                inherited = own.over(inherited, PurposeSection.NEVER_INHERITED);
            } else {
                // The chain ends here: at a purpose that extends none, or at a broken link.
                inherited = own.has("extends") ? own.incomplete() : own;
            }
            done.put(chain.get(i), inherited);
        }
        return inherited == null ? own(name) : inherited;
    }

    private @Nullable String parent(String name) {
        YamlNode node = own(name).get("extends");
        String parent = values.read(node, NAME);
        if (node == null || parent == null) {
            return null;
        }
        if (!purposes.containsKey(parent)) {
            problems.add(
                    node.position(),
                    "a purpose that does not exist, " + node.describe(),
                    "the name of another purpose" + Spelling.didYouMean(parent, purposes.keySet()));
            return null;
        }
        return parent;
    }

    private void tellCycle(List<String> cycle) {
        for (int i = 0; i < cycle.size(); i++) {
            Fields fields = own(cycle.get(i));
            List<String> way = new ArrayList<>(cycle.subList(i, cycle.size()));
            way.addAll(cycle.subList(0, i + 1));
            problems.add(
                    fields.position("extends"),
                    "purposes that extend one another in a circle: " + String.join(" -> ", way),
                    "a purpose that does not lead back here");
        }
    }

    private Fields own(String name) {
        Fields fields = purposes.get(name);
        if (fields == null) {
            throw new IllegalStateException("no purpose " + name);
        }
        return fields;
    }
}

package org.whatsapppolicy.policy.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits that concern more than one value; run after each value was found to be of its own shape. */
final class Rules {

    private Rules() {}

    static @Nullable Object at(Object value, String... path) {
        @Nullable Object found = value;
        for (String name : path) {
            found = found instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return found;
    }

    /** The objects in a list; empty when there is no list. */
    static List<Map<?, ?>> objects(@Nullable Object list) {
        return list instanceof List<?> elements
                ? elements.stream()
                        .<Map<?, ?>>mapMulti((element, found) -> {
                            if (element instanceof Map<?, ?> object) {
                                found.accept(object);
                            }
                        })
                        .toList()
                : List.of();
    }

    /** At most so many things over all sections together. */
    static Shape total(String things, int max) {
        return (path, sections) -> {
            int total = objects(sections).stream()
                    .mapToInt(section -> objects(section.get(things)).size())
                    .sum();
            Shape.size(path, things + " in total", 0, max, total);
        };
    }

    static Shape titledWhenSeveral() {
        return (path, value) -> {
            List<Map<?, ?>> sections = objects(value);
            for (int i = 0; sections.size() > 1 && i < sections.size(); i++) {
                if (!sections.get(i).containsKey("title")) {
                    throw new InvalidMessageException(
                            path + "[" + i + "].title", "required with more than one section, found nothing");
                }
            }
        };
    }

    /** All elements of a list say the same in one field. */
    static Shape same(String field) {
        return (path, list) -> {
            long kinds = objects(list).stream()
                    .map(element -> Variants.wordOf(element, field))
                    .distinct()
                    .count();
            if (kinds > 1) {
                throw new InvalidMessageException(path, "expected the same " + field + " in all, found " + kinds);
            }
        };
    }

    static Shape lineBreaks(int max) {
        return (path, text) -> {
            long found = ((String) text).lines().count() - 1;
            if (found > max) {
                throw new InvalidMessageException(path, "at most " + max + " line breaks, found " + found);
            }
        };
    }

    static Shape noOuterSpace() {
        return (path, text) -> {
            if (!((String) text).strip().equals(text)) {
                throw new InvalidMessageException(path, "expected no space at its start or end, found some");
            }
        };
    }

    static Shape noEmoji() {
        return (path, text) -> {
            boolean emoji = ((String) text)
                    .codePoints()
                    .anyMatch(c -> c == 0xFE0F
                            || (c >= 0x1F000 && Character.getType(c) == Character.OTHER_SYMBOL)
                            || (c >= 0x2600 && c <= 0x27BF));
            if (emoji) {
                throw new InvalidMessageException(path, "expected no emoji, found one");
            }
        };
    }

    static Shape notEmpty() {
        return Shape.object().where((path, object) -> {
            if (((Map<?, ?>) object).isEmpty()) {
                throw new InvalidMessageException(path, "expected at least one field when present, found none");
            }
        });
    }
}

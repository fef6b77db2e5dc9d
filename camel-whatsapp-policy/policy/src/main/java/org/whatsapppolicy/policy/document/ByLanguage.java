package org.whatsapppolicy.policy.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same words in several languages. The first is for those whose language is not among them (S-17).
 *
 * @param byTag by language tag, such as {@code pt} or {@code pt_BR}, in the order of the document
 */
public record ByLanguage<T>(Map<String, T> byTag) {

    public ByLanguage {
        byTag = Collections.unmodifiableMap(new LinkedHashMap<>(byTag));
    }

    /** In no language at all. */
    public static <T> ByLanguage<T> none() {
        return new ByLanguage<>(Map.of());
    }

    public boolean isEmpty() {
        return byTag.isEmpty();
    }

    /**
     * The words for somebody of whom these languages are known, the best guess first. A region counts where both name one; else
     * the language alone does.
     *
     * @return the first words when none of the languages is there; null when there are no words
     */
    public @Nullable T in(List<String> languages) {
        for (String wanted : languages) {
            T words = of(wanted);
            if (words != null) {
                return words;
            }
        }
        return byTag.isEmpty() ? null : byTag.values().iterator().next();
    }

    /**
     * The words for somebody who wrote something that several languages share.
     *
     * @param said languages in which it may have been said; the words are in one of them if there are any
     * @param guesses what is known of the person's language, the best guess first; decides between those
     * @return the first words when nothing fits; null when there are no words
     */
    public @Nullable T in(List<String> said, List<String> guesses) {
        List<String> spoken = said.stream().map(ByLanguage::language).toList();
        List<String> order = new ArrayList<>();
        guesses.stream().filter(guess -> spoken.contains(language(guess))).forEach(order::add);
        byTag.keySet().stream().filter(tag -> spoken.contains(language(tag))).forEach(order::add);
        order.addAll(guesses);
        return in(order);
    }

    private @Nullable T of(String wanted) {
        T near = null;
        for (Map.Entry<String, T> entry : byTag.entrySet()) {
            if (tag(entry.getKey()).equals(tag(wanted))) {
                return entry.getValue();
            }
            if (near == null && language(entry.getKey()).equals(language(wanted))) {
                near = entry.getValue();
            }
        }
        return near;
    }

    private static String tag(String written) {
        return written.replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static String language(String written) {
        String tag = tag(written);
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }
}

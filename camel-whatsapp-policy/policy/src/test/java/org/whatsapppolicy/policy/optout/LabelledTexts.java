package org.whatsapppolicy.policy.optout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Texts as people write them, each under what it means. Which half a text belongs to, its hash decides. */
final class LabelledTexts {

    /** The eight largest languages: at least 60 opt-outs and 400 ordinary texts in each. */
    static final List<String> LARGEST = List.of("en", "es", "pt", "hi", "ar", "id", "de", "fr");
    /** Smaller sets; {@code other} mixes some thirty languages. */
    static final List<String> SMALLER = List.of("it", "ru", "tr", "other");

    private LabelledTexts() {}

    enum Side {
        DEVELOPMENT,
        /** Not looked at while the recogniser is changed: it says what the recogniser does with texts it was not made for. */
        HOLDOUT;

        /** About three in ten texts are held out. */
        static Side of(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return Byte.toUnsignedInt(hash[0]) % 10 < 3 ? HOLDOUT : DEVELOPMENT;
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        String folder() {
            return this == HOLDOUT ? "holdout" : "development";
        }
    }

    /**
     * @param label {@code opt-out}, {@code unclear}, {@code opt-in}, {@code help} or {@code ordinary}
     * @param text one message
     */
    record Labelled(String label, String text) {}

    /** Those of the largest languages of which the folder has texts. */
    static List<String> languages(String folder) {
        return LARGEST.stream().filter(language -> has(language, folder)).toList();
    }

    static boolean has(String language, String folder) {
        return LabelledTexts.class.getResource(name(language, folder)) != null;
    }

    static List<Labelled> read(String language, Side side) {
        return read(language, side.folder());
    }

    /** @param folder one of a side, or of a set that was unseen when it was first run */
    static List<Labelled> read(String language, String folder) {
        String name = name(language, folder);
        try (InputStream in = LabelledTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("found no " + name);
            }
            List<Labelled> texts = new ArrayList<>();
            String label = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("== ")) {
                    label = line.substring(3);
                } else if (!line.isBlank()) {
                    texts.add(new Labelled(label, line));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String language, String folder) {
        return "labelled/" + folder + "/" + language + ".txt";
    }
}

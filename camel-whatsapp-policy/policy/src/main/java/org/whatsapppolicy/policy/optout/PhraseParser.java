package org.whatsapppolicy.policy.optout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** Reads the phrases of one language's file. */
final class PhraseParser {

    private static final int MOST_VARIANTS = 400;

    private final LanguageFile file;
    private final Map<String, List<List<String>>> classes = new HashMap<>();

    PhraseParser(LanguageFile file) {
        this.file = file;
        file.lines(Section.WORDS).forEach(this::define);
    }

    List<Phrase> phrases() {
        List<Phrase> phrases = new ArrayList<>();
        read(Section.OPT_OUT_PHRASES, Phrase.Meaning.OPT_OUT, phrases);
        read(Section.UNCLEAR_PHRASES, Phrase.Meaning.UNCLEAR, phrases);
        read(Section.ORDINARY_PHRASES, Phrase.Meaning.ORDINARY, phrases);
        read(Section.REASON_PHRASES, Phrase.Meaning.REASON, phrases);
        return phrases;
    }

    /** The folded tokens of a word as written; a star at its end makes the last one a stem. */
    static List<String> tokens(String word) {
        boolean stem = word.endsWith("*");
        FoldedText folded = FoldedText.of(stem ? word.substring(0, word.length() - 1) : word);
        List<String> tokens = new ArrayList<>();
        for (int token = 0; token < folded.count; token++) {
            tokens.add(folded.word(token) + (stem && token == folded.count - 1 ? "*" : ""));
        }
        return tokens;
    }

    private void define(LanguageFile.Line line) {
        int equals = line.text().indexOf('=');
        if (!line.text().startsWith("@") || equals < 0) {
            throw line.problem("found no name, expected: @name = word | word");
        }
        String name = line.text().substring(0, equals).strip();
        List<List<String>> words = classes.computeIfAbsent(name, key -> new ArrayList<>());
        for (String word : bars(line.text().substring(equals + 1))) {
            words.addAll(meant(word, line));
        }
    }

    private List<List<String>> meant(String word, LanguageFile.Line line) {
        if (word.startsWith("@")) {
            List<List<String>> words = classes.get(word);
            if (words == null) {
                throw line.problem("found " + word + ", expected a name that == words defined above");
            }
            return words;
        }
        List<String> tokens = tokens(word);
        if (tokens.isEmpty()) {
            throw line.problem("found " + word + ", expected a word with letters");
        }
        return List.of(tokens);
    }

    private void read(Section section, Phrase.Meaning meaning, List<Phrase> into) {
        for (LanguageFile.Line line : file.lines(section)) {
            List<List<Phrase.Step>> variants = List.of(List.of());
            List<String> unless = new ArrayList<>();
            for (String part : split(line.text(), " ")) {
                if (part.startsWith("!")) {
                    unless.addAll(single(part.substring(1), line));
                    continue;
                }
                variants = product(variants, steps(part, line));
                if (variants.size() > MOST_VARIANTS) {
                    throw line.problem("found a phrase with more than " + MOST_VARIANTS
                            + " variants, expected fewer words of several tokens in it");
                }
            }
            for (List<Phrase.Step> steps : variants) {
                if (steps.stream().noneMatch(step -> step instanceof Phrase.Word word && !word.optional())) {
                    throw line.problem("found only optional words, expected one that has to be there");
                }
                into.add(new Phrase(meaning, file.language(), line.text(), steps, List.copyOf(unless)));
            }
        }
    }

    private List<String> single(String part, LanguageFile.Line line) {
        List<String> single = new ArrayList<>();
        for (String word : bars(part)) {
            for (List<String> tokens : meant(word, line)) {
                if (tokens.size() != 1) {
                    throw line.problem("found " + String.join(" ", tokens) + " behind !, expected single words");
                }
                single.add(tokens.get(0));
            }
        }
        return single;
    }

    private List<List<Phrase.Step>> steps(String part, LanguageFile.Line line) {
        if (part.equals("^")) {
            return List.of(List.of(new Phrase.Begin()));
        }
        if (part.equals("$")) {
            return List.of(List.of(new Phrase.End()));
        }
        if (part.startsWith("..")) {
            return List.of(List.of(new Phrase.Gap(Integer.parseInt(part.substring(2)))));
        }
        boolean optional = part.endsWith("?");
        List<String> single = new ArrayList<>();
        List<List<Phrase.Step>> variants = new ArrayList<>();
        for (String word : bars(optional ? part.substring(0, part.length() - 1) : part)) {
            if (word.equals("$")) {
                variants.add(List.of(new Phrase.End()));
                continue;
            }
            for (List<String> tokens : meant(word, line)) {
                if (tokens.size() == 1) {
                    single.add(tokens.get(0));
                } else {
                    variants.add(tokens.stream()
                            .<Phrase.Step>map(token -> new Phrase.Word(List.of(token), false))
                            .toList());
                }
            }
        }
        if (!single.isEmpty()) {
            variants.add(List.of(new Phrase.Word(single, optional)));
        } else if (optional) {
            variants.add(List.of());
        }
        return variants;
    }

    private static List<List<Phrase.Step>> product(List<List<Phrase.Step>> left, List<List<Phrase.Step>> right) {
        List<List<Phrase.Step>> product = new ArrayList<>();
        for (List<Phrase.Step> first : left) {
            for (List<Phrase.Step> second : right) {
                List<Phrase.Step> both = new ArrayList<>(first);
                both.addAll(second);
                product.add(both);
            }
        }
        return product;
    }

    /** What stands between bars. */
    static List<String> bars(String text) {
        return split(text, "|").stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> split(String text, String at) {
        List<String> parts = new ArrayList<>();
        StringTokenizer tokenizer = new StringTokenizer(text, at);
        while (tokenizer.hasMoreTokens()) {
            parts.add(tokenizer.nextToken());
        }
        return parts;
    }
}

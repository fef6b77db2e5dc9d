package org.whatsapppolicy.policy.optout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a person means by an inbound text: stop, start again, help, or something else (S-16 to S-19). Every language is
 * always tried. Of a text longer than {@value FoldedText#HEAD} and {@value FoldedText#TAIL} chars together only that much of
 * its beginning and of its end is looked at. Takes time in proportion to the text, never throws for any text, and
 * has no I/O once it was made. Thread-safe.
 */
public final class IntentRecogniser {

    private final Lexicon lexicon;
    private final Keywords keywords;
    private final Automaton automaton;
    private final Weighing weighing;
    private final Set<String> languages;

    IntentRecogniser(List<LanguageFile> files, Weights weights) {
        Lexicon.Builder words = new Lexicon.Builder();
        Keywords.Builder keywordsOf = new Keywords.Builder();
        List<Phrase> phrases = new ArrayList<>();
        Set<Integer> around = new TreeSet<>();
        Set<Integer> beforeAName = new TreeSet<>();
        languages = new TreeSet<>();
        for (LanguageFile file : files) {
            languages.add(file.language());
            keywordsOf.add(file, words);
            phrases.addAll(new PhraseParser(file).phrases());
            addWords(file, Section.NO_TYPOS, words, new TreeSet<>());
            addWords(file, Section.AROUND, words, around);
            addWords(file, Section.BEFORE_A_NAME, words, beforeAName);
        }
        for (Phrase phrase : phrases) {
            phrase.unless().forEach(words::register);
            for (Phrase.Step step : phrase.steps()) {
                if (step instanceof Phrase.Word word) {
                    word.words().forEach(words::register);
                }
            }
        }
        Surroundings surroundings = new Surroundings(around, beforeAName);
        lexicon = words.build();
        weighing = new Weighing(weights, words.words());
        keywords = keywordsOf.build(surroundings);
        automaton = new Automaton(phrases, words, surroundings);
    }

    /** Knows the languages that come with this library. Made once, on first use. */
    public static IntentRecogniser standard() {
        return Standard.RECOGNISER;
    }

    /** The same as {@link #recognise(CharSequence, String)} without a hint. */
    public Recognition recognise(CharSequence text) {
        return recognise(text, null);
    }

    /**
     * Tells what the text means.
     *
     * @param text what the person wrote; may be empty, of any length, and no valid Unicode
     * @param language a language tag such as {@code pt} or {@code pt_BR}, or null. Only decides where two languages
     *     disagree: an unknown one is as good as none
     */
    public Recognition recognise(CharSequence text, @Nullable String language) {
        FoldedText folded = FoldedText.of(text);
        if (folded.count == 0) {
            return Recognition.NOTHING;
        }
        Reading reading = lexicon.read(folded);
        String hint = hint(language);
        Recognition whole = keywords.find(reading, hint);
        if (whole != null) {
            return whole;
        }
        Findings findings = new Findings();
        automaton.find(reading, findings);
        return new Judgement(findings, reading, weighing).of(hint);
    }

    /** The languages that are tried, as ISO 639 codes. */
    public Set<String> languages() {
        return Set.copyOf(languages);
    }

    private static @Nullable String hint(@Nullable String language) {
        if (language == null) {
            return null;
        }
        int end = 0;
        while (end < language.length() && Character.isLetter(language.charAt(end))) {
            end++;
        }
        return language.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static void addWords(LanguageFile file, Section section, Lexicon.Builder words, Set<Integer> into) {
        for (LanguageFile.Line line : file.lines(section)) {
            for (String written : PhraseParser.bars(line.text())) {
                PhraseParser.tokens(written).forEach(token -> into.add(words.word(token)));
            }
        }
    }

    /** Made when it is first asked for. */
    private static final class Standard {
        private static final IntentRecogniser RECOGNISER =
                new IntentRecogniser(LanguageFileReader.all(), WeightsFile.standard());
    }
}

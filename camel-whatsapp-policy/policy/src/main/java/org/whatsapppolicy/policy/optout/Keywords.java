package org.whatsapppolicy.policy.optout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages that consist of a keyword and of words that say nothing. Read without spaces: "S T O P" is "stop". Immutable. */
final class Keywords {

    private static final int MOST_TOKENS = 40;
    private static final int MOST_CUTS = 8;

    private final List<List<Keyword>> meanings;
    private final WordTable table;
    private final Typos typos;
    private final Surroundings surroundings;

    private Keywords(Map<String, List<Keyword>> keywords, List<String> forgiving, Surroundings surroundings) {
        this.meanings = List.copyOf(keywords.values());
        this.surroundings = surroundings;
        List<String> spellings = new ArrayList<>(keywords.keySet());
        table = new WordTable(spellings);
        typos = new Typos(spellings.stream()
                .map(spelling -> forgiving.contains(spelling) ? spelling : "")
                .toList());
    }

    @Nullable
    Recognition find(Reading reading, @Nullable String hint) {
        int count = repeated(reading) ? 1 : reading.count();
        if (count > MOST_TOKENS || !reading.text.whole) {
            return null;
        }
        int[] starts = new int[MOST_CUTS];
        int startCount = 0;
        int first = 0;
        do {
            starts[startCount++] = first;
        } while (startCount < MOST_CUTS && first < count - 1 && surroundings.empty(reading, first++));
        int end = count;
        for (int cuts = 0; cuts < MOST_CUTS && end > 0; cuts++) {
            for (int i = 0; i < startCount; i++) {
                if (starts[i] < end) {
                    int number = table.find(
                            Hashing.part(reading.prefix(), reading.letter(starts[i]), reading.letter(end)),
                            reading.letters(),
                            reading.letter(starts[i]),
                            reading.letter(end));
                    if (number != WordTable.NONE) {
                        return recognition(meanings.get(number), reading, starts[i], end, hint);
                    }
                }
            }
            if (!surroundings.empty(reading, end - 1)) {
                break;
            }
            end--;
        }
        return slip(reading, hint);
    }

    /** "stop stop stop" says no more than "stop". */
    private static boolean repeated(Reading reading) {
        int count = reading.count();
        if (count < 2) {
            return false;
        }
        long first = Hashing.part(reading.prefix(), reading.letter(0), reading.letter(1));
        for (int token = 1; token < count; token++) {
            if (Hashing.part(reading.prefix(), reading.letter(token), reading.letter(token + 1)) != first) {
                return false;
            }
        }
        return true;
    }

    /** Only a single word that no language knows may be a slip. */
    private @Nullable Recognition slip(Reading reading, @Nullable String hint) {
        int found = -1;
        for (int token = 0; token < reading.count(); token++) {
            if (!surroundings.empty(reading, token)) {
                if (found >= 0 || reading.exact[token]) {
                    return null;
                }
                found = token;
            }
        }
        if (found < 0) {
            return null;
        }
        int number = typos.find(reading.prefix(), reading.letters(), reading.letter(found), reading.letter(found + 1));
        return number == WordTable.NONE ? null : recognition(meanings.get(number), reading, found, found + 1, hint);
    }

    private static @Nullable Recognition recognition(
            List<Keyword> meanings, Reading reading, int first, int end, @Nullable String hint) {
        Keyword chosen = meanings.stream()
                .filter(keyword -> keyword.language().equals(hint))
                .findFirst()
                .orElse(meanings.get(0));
        Intent intent = chosen.intent();
        if (!chosen.language().equals(hint)
                && meanings.stream().anyMatch(keyword -> keyword.intent() != chosen.intent())) {
            intent = Intent.AMBIGUOUS;
        }
        return intent == Intent.NONE
                ? Recognition.NOTHING
                : new Recognition(
                        intent,
                        new Match(
                                chosen.rule(),
                                chosen.language(),
                                languages(meanings, chosen),
                                reading.from(first),
                                reading.to(end - 1)));
    }

    private static List<String> languages(List<Keyword> meanings, Keyword chosen) {
        return meanings.size() == 1
                ? List.of(chosen.language())
                : meanings.stream()
                        .filter(keyword -> keyword.intent() == chosen.intent())
                        .map(Keyword::language)
                        .distinct()
                        .toList();
    }

    /** Collects the keywords of all languages. */
    static final class Builder {

        private static final Map<Section, Intent> INTENTS = intents();

        private final Map<String, List<Keyword>> keywords = new LinkedHashMap<>();
        private final List<String> forgiving = new ArrayList<>();

        void add(LanguageFile file, Lexicon.Builder lexicon) {
            INTENTS.forEach((section, intent) -> {
                for (LanguageFile.Line line : file.lines(section)) {
                    for (String written : PhraseParser.bars(line.text())) {
                        List<String> tokens = PhraseParser.tokens(written);
                        if (tokens.isEmpty()) {
                            throw line.problem("found " + written + ", expected a keyword with letters");
                        }
                        tokens.forEach(lexicon::word);
                        String spelling = String.join("", tokens);
                        List<Keyword> same = keywords.computeIfAbsent(spelling, key -> new ArrayList<>());
                        if (same.stream()
                                .anyMatch(keyword ->
                                        keyword.language().equals(file.language()) && keyword.intent() != intent)) {
                            throw line.problem("found " + written + ", which stands above with another meaning");
                        }
                        same.add(new Keyword(intent, file.language(), written));
                        if (tokens.size() == 1 && intent == Intent.OPT_OUT) {
                            forgiving.add(spelling);
                        }
                    }
                }
            });
        }

        Keywords build(Surroundings surroundings) {
            return new Keywords(keywords, forgiving, surroundings);
        }

        private static Map<Section, Intent> intents() {
            Map<Section, Intent> intents = new LinkedHashMap<>();
            intents.put(Section.OPT_OUT_KEYWORDS, Intent.OPT_OUT);
            intents.put(Section.OPT_IN_KEYWORDS, Intent.OPT_IN);
            intents.put(Section.HELP_KEYWORDS, Intent.HELP);
            intents.put(Section.UNCLEAR_KEYWORDS, Intent.AMBIGUOUS);
            intents.put(Section.ORDINARY_KEYWORDS, Intent.NONE);
            return intents;
        }
    }
}

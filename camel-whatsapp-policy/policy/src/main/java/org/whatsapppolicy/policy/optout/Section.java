package org.whatsapppolicy.policy.optout;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of a language's file. What each is for stands in {@code docs/opt-out-recognition.md}. */
enum Section {
    OPT_OUT_KEYWORDS("opt-out keywords"),
    OPT_IN_KEYWORDS("opt-in keywords"),
    HELP_KEYWORDS("help keywords"),
    UNCLEAR_KEYWORDS("unclear keywords"),
    ORDINARY_KEYWORDS("ordinary keywords"),
    AROUND("around"),
    BEFORE_A_NAME("before a name"),
    NO_TYPOS("no typos"),
    WORDS("words"),
    OPT_OUT_PHRASES("opt-out phrases"),
    UNCLEAR_PHRASES("unclear phrases"),
    ORDINARY_PHRASES("ordinary phrases"),
    REASON_PHRASES("reason phrases");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    static Optional<Section> of(String title) {
        return Arrays.stream(values())
                .filter(section -> section.title.equals(title))
                .findFirst();
    }

    static String titles() {
        return Arrays.stream(values()).map(section -> section.title).collect(Collectors.joining(", "));
    }
}

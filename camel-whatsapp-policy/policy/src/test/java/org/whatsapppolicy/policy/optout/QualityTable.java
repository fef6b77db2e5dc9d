package org.whatsapppolicy.policy.optout;

import java.util.List;
import java.util.function.Predicate;
import org.whatsapppolicy.policy.optout.LabelledTexts.Labelled;

/** What the recogniser makes of the labelled texts of one folder: a line a language, and one for the eight largest. */
final class QualityTable {

    private final IntentRecogniser recogniser = IntentRecogniser.standard();
    private final String folder;

    QualityTable(String folder) {
        this.folder = folder;
    }

    /** Opt-outs that were recognised. */
    Share recognised(List<String> languages) {
        return share(languages, "opt-out", Intent.OPT_OUT::equals);
    }

    /** Ordinary texts taken for an opt-out. */
    Share mistaken(List<String> languages) {
        return share(languages, "ordinary", Intent.OPT_OUT::equals);
    }

    /** Ordinary texts that hold what is proactive (S-18). */
    Share held(List<String> languages) {
        return share(languages, "ordinary", Intent.AMBIGUOUS::equals);
    }

    /** Opt-outs that at least hold what is proactive, although nobody is taken off. */
    Share recognisedOrHeld(List<String> languages) {
        return share(languages, "opt-out", intent -> intent == Intent.OPT_OUT || intent == Intent.AMBIGUOUS);
    }

    /** Prints the table. */
    void print(List<String> others) {
        System.out.printf(
                "%n%-12s %-28s %-28s %-28s %-28s %s%n",
                folder, "recognised", "or held", "mistaken", "held back", "precision");
        List<String> largest = LabelledTexts.languages(folder);
        largest.forEach(language -> line(language, List.of(language)));
        others.forEach(language -> line(language, List.of(language)));
        line("largest " + largest.size(), largest);
    }

    /** The texts of a label that the recogniser reads otherwise, for whoever mends it. */
    List<String> wrong(String language) {
        return LabelledTexts.read(language, folder).stream()
                .filter(text -> text.label().equals("opt-out") != (intent(text) == Intent.OPT_OUT)
                        || (text.label().equals("ordinary") && intent(text) == Intent.AMBIGUOUS))
                .map(text -> language + " " + text.label() + " read as " + intent(text) + ": " + text.text())
                .toList();
    }

    private void line(String name, List<String> languages) {
        Share recognised = recognised(languages);
        Share mistaken = mistaken(languages);
        System.out.printf(
                "%-12s %-28s %-28s %-28s %-28s %s%n",
                name,
                recognised,
                recognisedOrHeld(languages),
                mistaken,
                held(languages),
                new Share(recognised.count(), recognised.count() + mistaken.count()));
    }

    private Share share(List<String> languages, String label, Predicate<Intent> counts) {
        List<Labelled> texts = languages.stream()
                .flatMap(language -> LabelledTexts.read(language, folder).stream())
                .filter(labelled -> labelled.label().equals(label))
                .toList();
        return new Share((int) texts.stream().map(this::intent).filter(counts).count(), texts.size());
    }

    private Intent intent(Labelled labelled) {
        return recogniser.recognise(labelled.text()).intent();
    }
}

package org.whatsapppolicy.policy.optout;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a text means by its phrases and its weights together. Phrases are precise where somebody thought of them; weights know what
 * nobody wrote down, but less surely. So weights alone need a high score, and against a phrase a very low one.
 */
final class Judgement {

    /** The language of the weights: a text is weighed without knowing its language (ISO 639-2, undetermined). */
    static final String NO_LANGUAGE = "und";

    static final String WEIGHTS = "weights";
    private static final String DOUBTED = ", doubted by " + WEIGHTS;
    private static final String BACKED = ", backed by " + WEIGHTS;
    /** In fewer words than these there is too little to weigh: what they mean, keywords and phrases say. */
    private static final int FEWEST_WORDS = 3;
    /** By so much the score has to be higher where a phrase of everyday speech speaks against an opt-out. */
    private static final double AGAINST_EVERYDAY = 0.35;

    private final Findings findings;
    private final Reading reading;
    private final Weighing weighing;

    Judgement(Findings findings, Reading reading, Weighing weighing) {
        this.findings = findings;
        this.reading = reading;
        this.weighing = weighing;
    }

    /** @param hint a language, see {@link Findings#counting} */
    Recognition of(@Nullable String hint) {
        if (findings.isEmpty()) {
            return weighed(0);
        }
        Optional<Findings.Finding> optOut = findings.counting(Phrase.Meaning.OPT_OUT, hint);
        Optional<Findings.Finding> unclear = findings.counting(Phrase.Meaning.UNCLEAR, hint);
        if (optOut.isEmpty() && unclear.isPresent()) {
            optOut = findings.explained();
        }
        if (optOut.isPresent()) {
            return doubted(optOut.get())
                    ? phrase(Intent.AMBIGUOUS, optOut.get(), DOUBTED)
                    : phrase(Intent.OPT_OUT, optOut.get(), "");
        }
        if (unclear.isPresent()) {
            return backed(unclear.get())
                    ? phrase(Intent.OPT_OUT, unclear.get(), BACKED)
                    : phrase(Intent.AMBIGUOUS, unclear.get(), "");
        }
        return findings.negated() ? Recognition.NOTHING : weighed(findings.ordinary() ? AGAINST_EVERYDAY : 0);
    }

    /** @param more by how much the score has to be higher than it otherwise has to */
    private Recognition weighed(double more) {
        if (reading.count() < FEWEST_WORDS) {
            return Recognition.NOTHING;
        }
        double score = score() - more;
        if (score < scale().hold()) {
            return Recognition.NOTHING;
        }
        Weighing.Span span = weighing.heaviest(reading);
        return new Recognition(
                score < scale().optOut() ? Intent.AMBIGUOUS : Intent.OPT_OUT,
                new Match(WEIGHTS, NO_LANGUAGE, List.of(), reading.from(span.first()), reading.to(span.end() - 1)));
    }

    /** Neither the text nor the clauses in which the phrase stands may speak for it: a long text may be about much else. */
    private boolean doubted(Findings.Finding optOut) {
        return weighing.knows(optOut.phrase().language())
                && score() < scale().doubt()
                && weighing.scoreOfClauses(reading, optOut.first(), optOut.end()) < scale().doubt();
    }

    /** What stands beside something unclear tells how it is meant: "Three messages a day. Stop." and "Stop, the other one." */
    private boolean backed(Findings.Finding unclear) {
        return weighing.scoreBeside(reading, unclear.first(), unclear.end()) > 0
                || (reading.count() >= FEWEST_WORDS && score() > scale().hold());
    }

    private double score() {
        return weighing.score(reading);
    }

    private Weights.Scale scale() {
        return weighing.scale();
    }

    private Recognition phrase(Intent intent, Findings.Finding finding, String doubt) {
        Phrase phrase = finding.phrase();
        return new Recognition(
                intent,
                new Match(
                        phrase.rule() + doubt,
                        phrase.language(),
                        List.of(phrase.language()),
                        reading.from(finding.first()),
                        reading.to(finding.end() - 1)));
    }
}

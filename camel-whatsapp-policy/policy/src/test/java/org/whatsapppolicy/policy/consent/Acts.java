package org.whatsapppolicy.policy.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.whatsapppolicy.policy.Examples;

/** Random acts of one person, close enough in time and alike enough to meet each other. */
public final class Acts {

    private static final Arbitrary<String> PURPOSES = Arbitraries.of(Examples.NEWSLETTER, Examples.PURPOSE);

    private Acts() {}

    public static Arbitrary<Evidence> evidence() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of("keyword", "signup", "crm", "import", "user-preferences", "error-131050"),
                        Arbitraries.of("form-1", "form-2").injectNull(0.5))
                .as((day, source, reference) -> new Evidence(at(day), source, null, null, null, reference));
    }

    public static Arbitrary<OptOut> optOuts() {
        return Combinators.combine(
                        Arbitraries.of(Scope.ALL, Scope.MARKETING, Scope.purpose(Examples.NEWSLETTER)), evidence())
                .as(OptOut::new);
    }

    public static Arbitrary<ConsentAct> withdrawals() {
        return optOuts().map(optOut -> new ConsentAct.Withdrawn(optOut.scope(), optOut.evidence()));
    }

    public static Arbitrary<ConsentAct> grants() {
        Arbitrary<Instant> instants = Arbitraries.integers().between(1, 9).map(Acts::at);
        return Combinators.combine(
                        PURPOSES,
                        evidence(),
                        instants.injectNull(0.7),
                        instants.injectNull(0.7),
                        Arbitraries.of(true, false))
                .as((purpose, evidence, confirmed, expires, imported) ->
                        new ConsentAct.Granted(new Grant(purpose, evidence, confirmed, expires, imported, null, null)));
    }

    public static Arbitrary<ConsentAct> confirmations() {
        return Combinators.combine(PURPOSES, evidence()).as(ConsentAct.Confirmed::new);
    }

    public static Arbitrary<ConsentAct> resumes() {
        return evidence().map(ConsentAct.Resumed::new);
    }

    /** All kinds but confirmations, which need a grant before them. */
    public static Arbitrary<List<ConsentAct>> acts() {
        return Arbitraries.oneOf(withdrawals(), grants(), resumes()).list().ofMaxSize(7);
    }

    private static Instant at(int day) {
        return Examples.TUESDAY_9.minus(Duration.ofDays(20)).plus(Duration.ofDays(day));
    }
}

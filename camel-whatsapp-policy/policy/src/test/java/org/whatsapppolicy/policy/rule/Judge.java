package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;

import java.time.Instant;
import org.whatsapppolicy.policy.DocumentBuilder;
import org.whatsapppolicy.policy.Examples;
import org.whatsapppolicy.policy.FactsBuilder;
import org.whatsapppolicy.policy.RequestBuilder;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Verdict;

/** Decides one example and looks at the answer. */
final class Judge {

    DocumentBuilder document = Examples.aDocument();
    FactsBuilder facts = Examples.someFacts();
    Instant now = TUESDAY_9;

    Decision decide(RequestBuilder request) {
        return document.engine().decide(request.build(), facts.build(), now);
    }

    Decision allows(RequestBuilder request) {
        Decision decision = decide(request);
        assertThat(decision.verdict()).as(() -> decision.reasons().toString()).isEqualTo(Verdict.ALLOW);
        return decision;
    }

    /** Denied for exactly these reasons. */
    Decision denies(RequestBuilder request, String... codes) {
        Decision decision = decide(request);
        assertThat(decision.verdict()).as(() -> decision.reasons().toString()).isEqualTo(Verdict.DENY);
        assertThat(decision.codes()).containsExactly(codes);
        assertThat(decision.notBefore()).isNull();
        assertThat(decision.validUntil()).isNull();
        return decision;
    }

    /** Deferred for exactly these reasons, to exactly that instant. */
    Decision defers(RequestBuilder request, Instant notBefore, String... codes) {
        Decision decision = decide(request);
        assertThat(decision.verdict()).as(() -> decision.reasons().toString()).isEqualTo(Verdict.DEFER);
        assertThat(decision.codes()).containsExactly(codes);
        assertThat(decision.notBefore()).isEqualTo(notBefore);
        return decision;
    }
}

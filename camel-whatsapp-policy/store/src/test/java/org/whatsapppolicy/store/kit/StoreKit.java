package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ACCOUNT;
import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aGrant;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aTemplate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.whatsapppolicy.policy.DocumentBuilder;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.MessageStatus;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.StoreOptions;

/**
 * What every store must do, by topic in the classes that extend this. A store on frozen time, an active document whose
 * payment slips are capped at one a day, approved templates.
 */
@SuppressWarnings("NullAway.Init")
public abstract class StoreKit {

    protected static final StoreOptions FROZEN = StoreOptions.DEFAULTS.frozenAt(TUESDAY_9);
    /** What a test waits for comes at once; a machine that is busy with other things may need so long. Costs nothing when it comes. */
    protected static final Duration PATIENCE = Duration.ofSeconds(60);

    protected static final Duration LEASE = Duration.ofSeconds(30);

    protected Stores stores;
    protected PolicyStore store;
    protected PolicyEngine engine;

    /** Where this run's stores are. */
    protected abstract Stores stores();

    /** The document that is active when a test begins. */
    protected DocumentBuilder document() {
        return aDocument().purpose(aPurpose().cap(new Cap.Rolling(1, Duration.ofHours(24), false)));
    }

    @BeforeEach
    void open() {
        stores = stores();
        store = stores.open(FROZEN);
        activate(document());
        store.templates(
                ACCOUNT, List.of(aTemplate(PURPOSE, Category.UTILITY), aTemplate(NEWSLETTER, Category.MARKETING)));
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
        if (stores != null) {
            stores.close();
        }
    }

    protected void activate(DocumentBuilder builder) {
        engine = builder.engine();
        store.activate(engine.document(), "test");
    }

    protected Instant at(Duration later) {
        return TUESDAY_9.plus(later);
    }

    protected void itIs(Duration later) {
        store.moveClock(at(later));
    }

    protected void agrees(Recipient person, String... purposes) {
        for (String purpose : purposes) {
            store.record(List.of(new PersonAct(
                    person, new ConsentAct.Granted(aGrant(purpose, TUESDAY_9.minus(Duration.ofDays(1)))))));
        }
    }

    protected Admission decide(SendRequest request) {
        return store.decide(List.of(request), engine).get(0);
    }

    protected Admission.Decided decided(SendRequest request) {
        Admission admission = decide(request);
        assertThat(admission).isInstanceOf(Admission.Decided.class);
        return (Admission.Decided) admission;
    }

    protected void settle(Admission.Decided decided, Outcome outcome) {
        store.settle(List.of(new Settlement(decided.messageId(), decided.attempt(), outcome)));
    }

    protected MessageStatus status(Admission.Decided decided) {
        return store.message(decided.messageId()).orElseThrow();
    }

    protected MessageState state(Admission.Decided decided) {
        return status(decided).state();
    }

    protected static Outcome accepted() {
        return new Outcome.Accepted("wamid.1", false);
    }
}

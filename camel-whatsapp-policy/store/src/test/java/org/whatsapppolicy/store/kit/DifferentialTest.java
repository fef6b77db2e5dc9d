package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ACCOUNT;
import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aMarketingPurpose;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aTemplate;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.PolicyStore;

/**
 * The same random history gives the same decisions and the same state on every store. A few histories by default, always
 * the same ones, so that a build that fails fails again; {@code -Ddifferential.histories=1000} looks at as many new
 * ones, {@code -Ddifferential.seed=...} repeats one.
 */
class DifferentialTest {

    private static final @Nullable Integer FRESH = Integer.getInteger("differential.histories");
    private static final @Nullable Long ONLY = Long.getLong("differential.seed");
    private static final int STEPS = Integer.getInteger("differential.steps", 120);

    private final PolicyEngine engine = aDocument()
            .purpose(aPurpose()
                    .cap(new Cap.Rolling(2, Duration.ofHours(24), true))
                    .quietHours("20:00-08:00")
                    .expireAfter(Duration.ofHours(48)))
            .purpose(aMarketingPurpose().cap(new Cap.Days(2, 7, false)).ordered())
            .proactiveCap(new Cap.Rolling(3, Duration.ofHours(24), true))
            .engine();

    @Test
    @DisplayName("SQLite agrees with the reference model")
    void sqlite_agrees() {
        agree(Stores::sqlite);
    }

    @Test
    @DisplayName("PostgreSQL agrees with the reference model")
    void postgres_agrees() {
        agree(Stores::postgres);
    }

    @Test
    @DisplayName("SQLite agrees with it also when what can be erased is encrypted")
    void sealed_sqlite_agrees() {
        agree(() -> Stores.sqlite().sealed());
    }

    @Test
    @DisplayName("So does PostgreSQL")
    void sealed_postgres_agrees() {
        agree(() -> Stores.postgres().sealed());
    }

    private void agree(Supplier<Stores> kind) {
        seeds().forEach(seed -> {
            agree(kind, seed, false);
            agree(kind, seed, true);
        });
    }

    private static LongStream seeds() {
        if (ONLY != null) {
            return LongStream.of(ONLY);
        }
        // From the third on each once found something: the reference model told more of somebody erased than the
        // databases did (158091, 501584); these took an attempt for begun that was denied, of what one batch asks for
        // twice (552350); a message that went over to another person was encrypted by the key of the one before
        // (730855).
        return FRESH == null
                ? LongStream.of(1, 2, 158_091, 501_584, 552_350, 730_855)
                : new Random(System.nanoTime()).longs(FRESH, 0, 1_000_000);
    }

    private void agree(Supplier<Stores> kind, long seed, boolean operated) {
        try (Stores models = Stores.memory();
                Stores others = kind.get();
                PolicyStore model = models.open(StoreKit.FROZEN);
                PolicyStore other = others.open(StoreKit.FROZEN)) {
            History expected = new History(seed, prepared(model), engine, operated);
            History actual = new History(seed, prepared(other), engine, operated);
            for (int step = 0; step < STEPS; step++) {
                String where = "step %d of -Ddifferential.seed=%d, operated %s".formatted(step, seed, operated);
                assertThat(actual.step()).as(where).isEqualTo(expected.step());
                if (step % 20 == 19) {
                    assertThat(actual.state()).as("state after " + where).isEqualTo(expected.state());
                }
            }
        }
    }

    private PolicyStore prepared(PolicyStore store) {
        store.activate(engine.document(), "test");
        store.templates(
                ACCOUNT, List.of(aTemplate(PURPOSE, Category.UTILITY), aTemplate(NEWSLETTER, Category.MARKETING)));
        return store;
    }
}

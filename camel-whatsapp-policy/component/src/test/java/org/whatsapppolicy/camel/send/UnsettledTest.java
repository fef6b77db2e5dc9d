package org.whatsapppolicy.camel.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.inbound.Signals;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.StoreUnavailableException;

@DisplayName("Outcomes that the store could not record when they came")
class UnsettledTest {

    private final Unsettled unsettled = new Unsettled();
    private final List<Settlement> recorded = new ArrayList<>();
    private final List<PersonAct> acts = new ArrayList<>();
    private boolean away;

    /** Takes outcomes, but none with a character that no database takes. */
    private PolicyStore store() {
        return (PolicyStore) Objects.requireNonNull(Proxy.newProxyInstance(
                PolicyStore.class.getClassLoader(), new Class<?>[] {PolicyStore.class}, (store, method, arguments) -> {
                    if (away) {
                        throw new StoreUnavailableException("away", null, false);
                    }
                    if (method.getName().equals("record")) {
                        ((List<?>) arguments[0]).forEach(one -> acts.add((PersonAct) one));
                        return List.of();
                    }
                    if (!method.getName().equals("settle")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    List<Settlement> batch = new ArrayList<>();
                    ((List<?>) arguments[0]).forEach(one -> batch.add((Settlement) one));
                    if (batch.stream().anyMatch(one -> one.outcome().toString().contains("\0"))) {
                        throw new IllegalArgumentException("it takes no such value");
                    }
                    recorded.addAll(batch);
                    return null;
                }));
    }

    private Settlement comes(String wamid) {
        Settlement one = new Settlement(UUID.randomUUID(), 1, new Outcome.Accepted(wamid, false));
        unsettled.add(one);
        return one;
    }

    @Test
    void are_kept_while_it_is_away_and_brought_again() {
        Settlement one = comes("wamid.1");
        away = true;
        unsettled.bring(store());
        assertThat(unsettled.size()).isOne();
        away = false;
        unsettled.bring(store());
        assertThat(recorded).containsExactly(one);
        assertThat(unsettled.size()).isZero();
    }

    @Test
    void one_that_it_never_takes_does_not_keep_the_others() {
        Settlement first = comes("wamid.1");
        comes("wamid.\0");
        Settlement last = comes("wamid.3");
        unsettled.bring(store());
        assertThat(recorded).containsExactly(first, last);
        assertThat(unsettled.size()).isZero();
    }

    @Test
    @DisplayName("S-16: that a person stopped offers is kept as long, too")
    void so_is_a_stop_of_offers() {
        PersonAct stop = new PersonAct(
                new RecipientReader().read("+5511987654321", "BR"),
                Signals.refused(131050, Instant.parse("2026-03-24T12:00:00Z"), "m")
                        .get(0));
        away = true;
        unsettled.add(List.of(stop));
        unsettled.bring(store());
        assertThat(unsettled.size()).isOne();
        away = false;
        unsettled.bring(store());
        assertThat(acts).containsExactly(stop);
        assertThat(unsettled.size()).isZero();
    }
}

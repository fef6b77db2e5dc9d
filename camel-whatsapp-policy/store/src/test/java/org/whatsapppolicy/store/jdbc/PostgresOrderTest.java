package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ACCOUNT;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.aTemplate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreClock;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.kit.OrderKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresOrderTest extends OrderKit {

    private static final int PEOPLE = 6;
    private static final int EACH = 8;
    private static final int NODES = 3;

    @Override
    protected Stores stores() {
        return Stores.postgres();
    }

    @Test
    @DisplayName(
            "several nodes that claim and send at once keep the order of each person, whatever is refused meanwhile")
    void several_nodes() throws Exception {
        try (Stores shared = Stores.postgres()) {
            List<PolicyStore> nodes = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                nodes.add(shared.open(StoreOptions.DEFAULTS.clock(new StoreClock.Running(TUESDAY_9))));
            }
            store.close();
            store = nodes.get(0);
            activate(document());
            store.templates(ACCOUNT, List.of(aTemplate(PURPOSE, Category.UTILITY)));
            Map<PhoneNumber, List<UUID>> taken = taken(nodes);
            List<UUID> accepted = Collections.synchronizedList(new ArrayList<>());
            CompletableFuture.allOf(nodes.stream()
                            .map(node -> CompletableFuture.runAsync(() -> dispatch(node, accepted)))
                            .toArray(CompletableFuture[]::new))
                    .join();
            assertThat(accepted).hasSize(PEOPLE * EACH);
            taken.forEach((person, order) -> assertThat(
                            accepted.stream().filter(order::contains).toList())
                    .isEqualTo(order));
            nodes.forEach(PolicyStore::close);
        }
    }

    private Map<PhoneNumber, List<UUID>> taken(List<PolicyStore> nodes) {
        Map<PhoneNumber, List<UUID>> taken = new HashMap<>();
        for (int p = 0; p < PEOPLE; p++) {
            PhoneNumber person = new PhoneNumber("+551198888010" + p, "+551198888010" + p, "BR");
            agrees(person, PURPOSE);
            for (int i = 0; i < EACH; i++) {
                SendRequest request = aSend().to(person).build();
                nodes.get(i % NODES).decide(List.of(request), engine.taking());
                taken.computeIfAbsent(person, x -> new ArrayList<>()).add(request.id());
            }
        }
        return taken;
    }

    /** Claims, sends in a random order and settles later, as a node does; every third attempt is refused for a moment. */
    private void dispatch(PolicyStore node, List<UUID> accepted) {
        Random random = new Random(7);
        long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (accepted.size() < PEOPLE * EACH && System.nanoTime() < patience) {
            List<SendRequest> due = new ArrayList<>(node.claimDue(10, Duration.ofSeconds(5)));
            Collections.shuffle(due, random);
            List<Settlement> outcomes = new ArrayList<>();
            for (SendRequest one : due) {
                Admission answer = node.decide(List.of(one), engine).get(0);
                if (answer instanceof Admission.Decided decided
                        && decided.decision().verdict() == Verdict.ALLOW) {
                    boolean refused = random.nextInt(3) == 0;
                    if (!refused) {
                        accepted.add(one.id());
                    }
                    outcomes.add(new Settlement(
                            one.id(),
                            decided.attempt(),
                            refused
                                    ? new Outcome.Refused(131_056, Duration.ofMillis(50))
                                    : new Outcome.Accepted("wamid." + one.id(), false)));
                }
            }
            node.settle(outcomes);
        }
    }
}

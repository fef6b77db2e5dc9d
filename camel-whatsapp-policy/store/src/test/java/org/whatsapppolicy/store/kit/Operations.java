package org.whatsapppolicy.store.kit;

import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aMarketingPurpose;
import static org.whatsapppolicy.policy.Examples.aPurpose;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.WhenUnknown;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.Inbox.Queued;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.Inbox.Report;
import org.whatsapppolicy.store.PolicyStore;

/**
 * What operators, the platform's statuses and a route that fails do to a store in a {@link History}: beside it, so that histories
 * without them stay what they were.
 */
final class Operations {

    private static final List<String> SCOPES = List.of(
            Stop.ALL, Stop.purpose(PURPOSE), Stop.purpose(NEWSLETTER), Stop.sender("billing"), Stop.template(PURPOSE));
    private static final List<MessageState> STATUSES = List.of(
            MessageState.ACCEPTED,
            MessageState.SENT,
            MessageState.DELIVERED,
            MessageState.READ,
            MessageState.FAILED,
            MessageState.FAILED);

    private final Random random;
    private final PolicyStore store;
    private List<Long> given = List.of();
    private int told;

    Operations(long seed, PolicyStore store) {
        this.random = new Random(~seed);
        this.store = store;
    }

    /** Whether it is their turn. */
    boolean next() {
        return random.nextInt(3) == 0;
    }

    Object step(List<UUID> ids, List<UUID> claimed) {
        return switch (random.nextInt(9)) {
            case 0 ->
                List.of(
                        store.controls().stop(scope(), "ann", "why"),
                        store.controls().stops());
            case 1, 2 ->
                List.of(
                        store.controls().resume(scope(), "bob", "why"),
                        store.controls().stops());
            case 3 -> ids.isEmpty() || store.controls().settle(id(ids), random.nextBoolean(), "ann", "why");
            case 4 -> store.ruleUnknown(document(), Duration.ofMinutes(random.nextInt(90)), 1 + random.nextInt(4));
            case 5 -> {
                store.handBack(claimed);
                yield store.untilDue();
            }
            case 6 -> failing();
            default -> ids.isEmpty() || status(id(ids));
        };
    }

    private boolean status(UUID id) {
        told++;
        MessageState state = STATUSES.get(random.nextInt(STATUSES.size()));
        Report report =
                new Report(id, state, "wamid.s" + random.nextInt(3), state == MessageState.FAILED ? 131_026 : 0);
        return store.inbox()
                .receive(List.of(new Receipt("s:" + told, "status", null, null, null, report, null)))
                .get(0);
    }

    /** A route that has events for longer than it may, and then cannot take them, or took them. */
    private Object failing() {
        List<Long> before = given;
        switch (random.nextInt(4)) {
            case 0 -> store.inbox().taken(before);
            case 1 -> before.stream().limit(1).forEach(store.inbox()::dead);
            default -> store.inbox().again(before, Duration.ofSeconds(random.nextInt(20)));
        }
        List<Queued> queued = store.inbox().claim(3, Duration.ofSeconds(random.nextInt(40)));
        given = queued.stream().map(Queued::id).toList();
        return queued.stream().map(Queued::payload).toList();
    }

    private PolicyDocument document() {
        return aDocument()
                .purpose(aPurpose().whenUnknown(random.nextBoolean() ? WhenUnknown.RESEND : WhenUnknown.FAIL))
                .purpose(aMarketingPurpose().whenUnknown(random.nextBoolean() ? WhenUnknown.HOLD : WhenUnknown.FAIL))
                .build();
    }

    private String scope() {
        return SCOPES.get(random.nextInt(SCOPES.size()));
    }

    private UUID id(List<UUID> ids) {
        return ids.get(random.nextInt(ids.size()));
    }
}

package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.aSender;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.DocumentBuilder;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Room;

/** Due messages of several senders: none of them keeps the others' waiting. */
public abstract class FairnessKit extends StoreKit {

    private static final String SLOW = "slow";
    private static final String FAST = "fast";

    @Override
    protected DocumentBuilder document() {
        return super.document().sender(aSender(SLOW)).sender(aSender(FAST));
    }

    @BeforeEach
    void agree() {
        agrees(ALICE, PURPOSE);
    }

    private List<UUID> due(String sender, int messages) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            Admission taken = store.decide(List.of(aSend().sender(sender).build()), engine.taking())
                    .get(0);
            ids.add(((Admission.Decided) taken).messageId());
            itIs(Duration.between(at(Duration.ZERO), store.now()).plusMillis(1));
        }
        return ids;
    }

    private List<UUID> ofThePurpose(int messages) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            Admission taken =
                    store.decide(List.of(aSend().build()), engine.taking()).get(0);
            ids.add(((Admission.Decided) taken).messageId());
        }
        return ids;
    }

    private Collection<UUID> departed(Room room) {
        return store.departDue(room, LEASE, one -> false, engine).stream()
                .map(one -> one.request().id())
                .toList();
    }

    private Collection<UUID> claimed(Room room) {
        return store.claimDue(room, LEASE).stream().map(SendRequest::id).toList();
    }

    @Test
    void a_backlog_leaves_room_for_the_others() {
        List<UUID> slow = due(SLOW, 20);
        List<UUID> fast = due(FAST, 3);

        assertThat(claimed(Room.of(8)))
                .containsExactlyInAnyOrder(
                        slow.get(0), slow.get(1), slow.get(2), slow.get(3), fast.get(0), fast.get(1), fast.get(2));
        assertThat(claimed(Room.of(8))).containsExactlyElementsOf(slow.subList(4, 12));
    }

    @Test
    void who_is_full_gets_none_and_the_others_get_its_room() {
        List<UUID> slow = due(SLOW, 20);
        List<UUID> fast = due(FAST, 20);

        assertThat(claimed(new Room(8, Map.of(SLOW, 0)))).containsExactlyElementsOf(fast.subList(0, 8));
        assertThat(claimed(new Room(8, Map.of(SLOW, 2))))
                .containsExactlyInAnyOrder(
                        slow.get(0),
                        slow.get(1),
                        fast.get(8),
                        fast.get(9),
                        fast.get(10),
                        fast.get(11),
                        fast.get(12),
                        fast.get(13));
        assertThat(claimed(new Room(8, Map.of(SLOW, 0, FAST, 0)))).isEmpty();
    }

    @Test
    void when_there_is_room_for_one_it_is_the_oldest_of_all() {
        List<UUID> slow = due(SLOW, 2);
        List<UUID> fast = due(FAST, 2);

        assertThat(claimed(Room.of(1))).containsExactly(slow.get(0));
        assertThat(claimed(new Room(1, Map.of(SLOW, 0)))).containsExactly(fast.get(0));
    }

    @Test
    @DisplayName("S-7: what is due of a purpose that moved to another sender counts as that one's")
    void a_purpose_that_moved() {
        List<UUID> moved = ofThePurpose(6);
        List<UUID> fast = due(FAST, 2);
        activate(document().revision(2).purpose(aPurpose().sender(SLOW)));
        Room full = new Room(8, Map.of(SLOW, 0));

        assertThat(departed(full)).containsExactlyElementsOf(fast);
        assertThat(departed(full)).isEmpty();
        assertThat(departed(new Room(8, Map.of(SLOW, 4)))).hasSize(4).isSubsetOf(moved);
        assertThat(departed(Room.of(8))).hasSize(2).isSubsetOf(moved);
    }

    @Test
    @DisplayName("S-7: a sender that was named stays, and a document that is no longer in force moves nothing")
    void what_does_not_move() {
        List<UUID> named = due(FAST, 1);
        List<UUID> ofThePurpose = ofThePurpose(1);
        PolicyEngine before = engine;
        activate(document().revision(2).purpose(aPurpose().sender(SLOW)));
        assertThat(departed(new Room(8, Map.of(FAST, 0, SLOW, 0)))).isEmpty();

        assertThat(store.departDue(new Room(8, Map.of(FAST, 0)), LEASE, one -> false, before))
                .extracting(one -> one.request().id())
                .containsExactlyElementsOf(ofThePurpose);
        assertThat(departed(Room.of(8))).containsExactlyElementsOf(named);
    }

    @Test
    void what_is_not_due_takes_no_share() {
        due(SLOW, 2);
        claimed(Room.of(2));
        List<UUID> fast = due(FAST, 4);

        assertThat(claimed(Room.of(4))).containsExactlyElementsOf(fast);
    }
}

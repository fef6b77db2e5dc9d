package org.whatsapppolicy.camel.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.message.MarkRead;
import org.whatsapppolicy.store.Room;

class ClaimsTest {

    private static final int AHEAD = 20;
    private static final Pace SLOW = Pace.of("slow", 1);
    private static final Pace FAST = Pace.of("fast", 0);

    private final Claims claims = new Claims(AHEAD, 100);

    private static List<SendRequest> messages(String sender, int many) {
        List<SendRequest> list = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            list.add(Signals.carrier(UUID.randomUUID(), new MarkRead("wamid.1"), "slip", sender));
        }
        return list;
    }

    private void claimed(String sender, int many) {
        claims.add(messages(sender, many), 0, one -> Objects.equals(one.sender(), "slow") ? SLOW : FAST);
    }

    private List<String> begun(int most) {
        List<String> senders = new ArrayList<>();
        for (SendRequest next = claims.begin(0, begun -> begun < most);
                next != null;
                next = claims.begin(0, begun -> begun < most)) {
            senders.add(Objects.requireNonNull(next.sender()));
        }
        return senders;
    }

    @Test
    void there_is_room_for_all_that_is_kept_ready() {
        assertThat(claims.room()).isEqualTo(Room.of(AHEAD));
        claimed("fast", AHEAD);
        assertThat(claims.room()).isEqualTo(Room.of(0));
        begun(15);
        assertThat(claims.room()).isEqualTo(Room.of(15));
    }

    @Test
    void a_limited_sender_has_no_more_here_than_leaves_soon_and_takes_no_room() {
        claimed("slow", SLOW.ahead());
        assertThat(claims.room()).isEqualTo(new Room(AHEAD, Map.of("slow", 0)));
    }

    @Test
    void of_a_limited_sender_no_more_is_claimed_at_first_either() {
        claims.know(List.of(SLOW, FAST));
        assertThat(claims.room()).isEqualTo(new Room(AHEAD, Map.of("slow", SLOW.ahead())));
    }

    @Test
    void a_limited_sender_begins_what_leaves_soon_and_takes_no_place() {
        claimed("slow", SLOW.ahead());
        claimed("fast", 5);
        assertThat(begun(3)).containsOnly("slow", "fast").hasSize(SLOW.begun() + 3);
    }

    @Test
    void senders_begin_by_turns() {
        claims.add(messages("one", 3), 0, one -> Pace.of("one", 0));
        claims.add(messages("other", 3), 0, one -> Pace.of("other", 0));
        assertThat(begun(6)).containsExactly("one", "other", "one", "other", "one", "other");
    }

    @Test
    void what_ended_makes_room() {
        List<SendRequest> two = messages("fast", 2);
        claims.add(two, 0, one -> FAST);
        begun(1);
        claims.ended(two.get(0).id());
        assertThat(begun(1)).hasSize(1);
        assertThat(claims.all()).containsExactly(two.get(1).id());
    }

    @Test
    void what_has_not_begun_may_be_taken_out_and_claimed_again() {
        List<SendRequest> two = messages("fast", 2);
        claims.add(two, 0, one -> FAST);
        begun(1);
        assertThat(claims.notBegun()).containsExactly(two.get(1).id());
        assertThat(claims.all()).containsExactly(two.get(0).id());
        assertThat(begun(2)).isEmpty();
        claims.add(two, 0, one -> FAST);
        assertThat(begun(2)).hasSize(1);
    }

    @Test
    void a_claim_that_is_soon_over_is_not_taken_up() {
        claimed("fast", 2);
        assertThat(claims.begin(100, begun -> true)).isNull();
        assertThat(claims.all()).isEmpty();
    }
}

package org.whatsapppolicy.policy.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.number;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;

/** S-22, S-23: who is whom after addresses were seen together, or left. */
class JoiningTest {

    private static final Recipient PHONE = number("+5511988880001");
    private static final Recipient OTHER_PHONE = number("+5511988880002");
    private static final Recipient ID = new UserId("BR.100");
    private static final Recipient OTHER_ID = new UserId("BR.200");
    private static final Recipient PARENT = new UserId("BR.ENT.300");

    private final List<Held> known = new ArrayList<>();

    private JoiningTest knows(Recipient address, long person) {
        return knows(address, person, "", null);
    }

    private JoiningTest knows(Recipient address, long person, String portfolio, @Nullable Instant seen) {
        known.add(new Held(address, portfolio, seen, person));
        return this;
    }

    private Optional<Joining> seen(Recipient... together) {
        return Joining.of(new Sighting(List.of(together), List.of(), "acme", TUESDAY_9), known);
    }

    private Optional<Joining> moved(List<Recipient> now, List<Recipient> left) {
        return Joining.of(new Sighting(now, left, "acme", TUESDAY_9), known);
    }

    @Test
    void strangers_become_one_person() {
        Joining joining = seen(PHONE, ID, PARENT).orElseThrow();
        assertThat(joining.persons()).isEmpty();
        assertThat(joining.fresh()).containsExactly(PHONE, ID, PARENT);
        assertThat(joining.quarantine()).isFalse();
    }

    @Test
    void a_new_user_id_of_a_known_phone_is_theirs() {
        Joining joining = knows(PHONE, 1).seen(PHONE, ID).orElseThrow();
        assertThat(joining.persons()).containsExactly(1L);
        assertThat(joining.fresh()).containsExactly(ID);
        assertThat(joining.quarantine()).isFalse();
    }

    @Test
    @DisplayName("S-22: two records become one, and nobody is quarantined")
    void two_records_become_one() {
        Joining joining = knows(PHONE, 2).knows(ID, 1).seen(PHONE, ID).orElseThrow();
        assertThat(joining.persons()).containsExactly(1L, 2L);
        assertThat(joining.leaving()).isEmpty();
        assertThat(joining.quarantine()).isFalse();
    }

    @Test
    void what_is_known_already_tells_nothing() {
        assertThat(knows(PHONE, 1).knows(ID, 1).seen(PHONE, ID)).isEmpty();
    }

    @Test
    @DisplayName("S-23: a phone seen with a new user id may be another person; the old id leaves")
    void a_new_user_id_quarantines() {
        Joining joining = knows(PHONE, 1).knows(ID, 1).seen(PHONE, OTHER_ID).orElseThrow();
        assertThat(joining.quarantine()).isTrue();
        assertThat(joining.leaving().get(1L)).containsExactly(ID);
        assertThat(joining.fresh()).containsExactly(OTHER_ID);
    }

    @Test
    @DisplayName("S-23: a user id seen with another phone is no less doubtful")
    void another_phone_quarantines() {
        Joining joining = knows(PHONE, 1)
                .knows(OTHER_PHONE, 2)
                .knows(ID, 1)
                .seen(OTHER_PHONE, ID)
                .orElseThrow();
        assertThat(joining.persons()).containsExactly(1L, 2L);
        assertThat(joining.leaving().get(1L)).containsExactly(PHONE);
        assertThat(joining.quarantine()).isTrue();
    }

    @Test
    @DisplayName("S-22: a person has a user id in each portfolio, and one parent id")
    void another_portfolio_has_its_own_ids() {
        knows(PHONE, 1).knows(ID, 1, "other", null).knows(PARENT, 1);
        Joining joining = seen(PHONE, OTHER_ID).orElseThrow();
        assertThat(joining.quarantine()).isFalse();
        assertThat(joining.fresh()).containsExactly(OTHER_ID);
        // Where it is not known of which portfolio an id is, it may be the same.
        known.clear();
        assertThat(knows(PHONE, 1)
                        .knows(ID, 1)
                        .seen(PHONE, OTHER_ID)
                        .orElseThrow()
                        .quarantine())
                .isTrue();
    }

    @Test
    void a_late_webhook_does_not_undo_what_was_seen_since() {
        knows(PHONE, 1, "", TUESDAY_9.plusSeconds(1)).knows(OTHER_ID, 1, "acme", TUESDAY_9.plusSeconds(1));
        knows(ID, 2);
        assertThat(seen(PHONE, ID)).isEmpty();
    }

    @Test
    @DisplayName("S-23: a change notice takes the records along and leaves the old addresses")
    void a_change_notice_moves_the_person() {
        knows(PHONE, 1).knows(ID, 1).knows(OTHER_PHONE, 2);
        Joining joining =
                moved(List.of(OTHER_PHONE, OTHER_ID), List.of(PHONE, ID)).orElseThrow();
        assertThat(joining.persons()).containsExactly(1L, 2L);
        assertThat(joining.leaving().get(1L)).containsExactly(PHONE, ID);
        assertThat(joining.leaving()).doesNotContainKey(2L);
        assertThat(joining.quarantine()).isTrue();
    }

    @Test
    @DisplayName("S-23: a notice that comes late finds the person by the old user id, not by the phone's next owner")
    void a_late_notice_follows_the_user_id() {
        knows(PHONE, 5).knows(new UserId("BR.900"), 5).knows(ID, 1);
        Joining joining =
                moved(List.of(OTHER_PHONE, OTHER_ID), List.of(PHONE, ID)).orElseThrow();
        assertThat(joining.persons()).containsExactly(1L);
        assertThat(joining.leaving().get(1L)).containsExactly(ID);
    }

    @Test
    void a_changed_user_id_alone_leaves_the_phone_too() {
        knows(PHONE, 1).knows(ID, 1);
        Joining joining = moved(List.of(OTHER_ID), List.of(ID)).orElseThrow();
        assertThat(joining.leaving().get(1L)).containsExactly(PHONE, ID);
    }
}

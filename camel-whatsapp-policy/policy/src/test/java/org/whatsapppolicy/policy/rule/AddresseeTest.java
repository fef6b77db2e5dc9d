package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.aSender;
import static org.whatsapppolicy.policy.Examples.number;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.UnreadableRecipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Facts;
import org.whatsapppolicy.policy.decision.PersonFacts;

class AddresseeTest {

    private final Judge judge = new Judge();

    @Test
    void denies_a_recipient_that_names_nobody_and_says_why() {
        Decision decision = judge.denies(aSend().to(new UnreadableRecipient("190", "too short")), "recipient-invalid");

        assertThat(decision.reasons().get(0).detail()).contains("190", "too short");
    }

    @Test
    void denies_an_unknown_purpose_and_names_the_known_ones() {
        Decision decision = judge.denies(aSend().purpose("pay-slip"), "unknown-purpose");

        assertThat(decision.reasons().get(0).detail()).contains("'pay-slip'", "newsletter, payment-slip");
    }

    @Test
    void an_unknown_purpose_and_recipient_without_facts_crash_nothing() {
        Decision decision = judge.document
                .engine()
                .decide(
                        aSend().purpose("")
                                .to(new UnreadableRecipient("", ""))
                                .sender("nobody")
                                .build(),
                        new Facts(PersonFacts.UNKNOWN, null, false),
                        judge.now);

        assertThat(decision.codes()).containsExactly("recipient-invalid");
    }

    @Test
    void denies_an_unknown_sender() {
        judge.denies(aSend().sender("sales"), "unknown-sender");
    }

    @Test
    void allows_another_sender_of_the_document() {
        judge.document.sender(aSender("sales"));

        judge.allows(aSend().sender("sales"));
    }

    @Test
    @DisplayName("S-9: outside the list nothing is sent")
    void denies_who_is_not_listed() {
        judge.document.only("+5511988880001", "BR.1A");

        judge.allows(aSend().to(ALICE));
        judge.allows(aSend().to(number("+551188880001")));
        judge.allows(aSend().to(new UserId("BR.1A")));
        judge.denies(aSend().to(BRUNO), "recipient-not-listed");
        judge.denies(aSend().to(new UserId("BR.1B")), "recipient-not-listed");
    }

    @Test
    @DisplayName("S-9: an empty list means nobody")
    void an_empty_list_means_nobody() {
        judge.document.only();

        judge.denies(aSend(), "recipient-not-listed");
    }
}

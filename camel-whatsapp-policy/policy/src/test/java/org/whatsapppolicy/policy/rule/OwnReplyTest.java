package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aGrant;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;
import static org.whatsapppolicy.policy.Examples.someFacts;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.RequestBuilder;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.OwnMessage;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.TextMessage;

@DisplayName("S-17 to S-19: what the policy answers by itself")
class OwnReplyTest {

    private static final MessageContent WORDS =
            TextMessage.of("You will get no more messages.").content();
    private static final Instant MINUTE_AGO = TUESDAY_9.minusSeconds(60);

    private final Judge judge = new Judge();

    @BeforeEach
    void words() {
        judge.document.replies(WORDS).proactiveCap(new Cap.Rolling(0, Duration.ofDays(1), false));
        judge.facts.inbound(MINUTE_AGO).template(null);
    }

    private static RequestBuilder reply(OwnMessage own) {
        return aSend().purpose(own.purpose()).content(WORDS).sender("billing").taken(MINUTE_AGO);
    }

    private static SentMessage sent(OwnMessage own, Instant at) {
        return new SentMessage(own.purpose(), Category.SERVICE, false, at, at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyword", "button"})
    @DisplayName("S-17: an opt-out of the chat is confirmed, outside caps and quiet hours, until five minutes are over")
    void confirms(String source) {
        judge.facts.optOut(Scope.ALL, evidence(source, MINUTE_AGO));
        assertThat(judge.allows(reply(OwnMessage.CONFIRMATION)).validUntil()).isEqualTo(MINUTE_AGO.plusSeconds(300));
        judge.now = MINUTE_AGO.plusSeconds(300);
        judge.denies(reply(OwnMessage.CONFIRMATION), "confirmation-unasked", "expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user-preferences", "error-131050", "crm", "email", "sms", "text"})
    @DisplayName("S-17: never after the app's menu, 131050, a CRM, an e-mail or a text message")
    void confirms_nothing_else(String source) {
        judge.denies(reply(OwnMessage.CONFIRMATION), "confirmation-unasked");
        judge.facts.optOut(Scope.ALL, evidence(source, MINUTE_AGO));
        judge.denies(reply(OwnMessage.CONFIRMATION), "confirmation-unasked");
    }

    @Test
    @DisplayName("S-17: once")
    void confirms_once() {
        judge.facts.optOut(Scope.ALL, evidence("keyword", MINUTE_AGO)).sent(sent(OwnMessage.CONFIRMATION, MINUTE_AGO));
        judge.denies(reply(OwnMessage.CONFIRMATION), "reply-repeated");
    }

    @Test
    @DisplayName("S-17: in the document's words and no others, so that nothing else can use the exception")
    void only_its_own_words() {
        judge.facts.optOut(Scope.ALL, evidence("keyword", MINUTE_AGO));
        judge.denies(
                reply(OwnMessage.CONFIRMATION)
                        .content(TextMessage.of("Last chance: 50 % off").content()),
                "reply-words");
    }

    @Test
    @DisplayName("S-17: what the person took back is not confirmed")
    void not_what_was_taken_back() {
        judge.facts
                .optOut(Scope.ALL, evidence("keyword", MINUTE_AGO))
                .grant(aGrant(PURPOSE, MINUTE_AGO.plusSeconds(5)));
        judge.denies(reply(OwnMessage.CONFIRMATION), "confirmation-unasked");
    }

    @ParameterizedTest
    @EnumSource(names = {"HELP", "QUESTION"})
    @DisplayName("S-18, S-19: other answers go inside the window, once in a while, and not to those who opted out")
    void other_answers(OwnMessage own) {
        judge.allows(reply(own));
        judge.facts.optOut(Scope.ALL, evidence("keyword", MINUTE_AGO));
        judge.denies(reply(own), "opted-out");
        judge.facts = someFacts();
        judge.facts
                .inbound(MINUTE_AGO)
                .template(null)
                .sent(sent(own, TUESDAY_9.minus(own.spacing()).plusMillis(1)));
        judge.denies(reply(own), "reply-repeated");
        judge.now = judge.now.plusMillis(1);
        judge.allows(reply(own));
        judge.facts.inbound(judge.now.minus(Duration.ofHours(24)));
        judge.denies(reply(own), "no-consent", "window-closed", "cap-reached");
    }

    @Test
    @DisplayName("S-19: who asks for help after STOP is told whom to ask")
    void help_after_stop() {
        judge.facts.optOut(Scope.ALL, evidence("keyword", MINUTE_AGO.minusSeconds(1)));
        judge.allows(reply(OwnMessage.HELP));
        judge.denies(reply(OwnMessage.QUESTION), "opted-out");
    }

    @Test
    void without_words_there_is_no_answer() {
        judge.document = aDocument();
        judge.denies(reply(OwnMessage.HELP), "unknown-purpose");
    }
}

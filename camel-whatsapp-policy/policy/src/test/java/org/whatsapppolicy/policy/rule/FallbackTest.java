package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.aTemplate;
import static org.whatsapppolicy.policy.Examples.evidence;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.RequestBuilder;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.TextMessage;

@DisplayName("S-24: outside the window a free-form message goes as the purpose's fallback template, or not at all")
class FallbackTest {

    private final Judge judge = new Judge();

    private static RequestBuilder letter() {
        MessageContent template = aSend().template(PURPOSE).build().content();
        return aSend().content(TextMessage.of("Your slip is due").content().orElse(template));
    }

    @Test
    void the_template_goes_instead() {
        Decision decision = judge.allows(letter());
        assertThat(decision.fallback()).isTrue();
        assertThat(decision.codes()).contains("fallback-template");
        assertThat(decision.proactive()).isTrue();
    }

    @Test
    void inside_the_window_the_message_itself_goes() {
        judge.facts.inbound(TUESDAY_9.minusSeconds(60));
        Decision decision = judge.allows(letter());
        assertThat(decision.fallback()).isFalse();
        assertThat(decision.proactive()).isFalse();
    }

    @Test
    void the_template_is_judged_as_any_template() {
        judge.facts.template(null);
        judge.denies(letter(), "template-unknown");
        judge.facts
                .template(aTemplate(PURPOSE, Category.MARKETING))
                .optOut(Scope.MARKETING, evidence("button", TUESDAY_9));
        judge.denies(letter(), "opted-out", "category-mismatch");
    }

    @Test
    void inside_the_window_the_template_does_not_count() {
        judge.facts
                .inbound(TUESDAY_9.minusSeconds(60))
                .template(aTemplate(PURPOSE, Category.MARKETING))
                .optOut(Scope.purpose(NEWSLETTER), evidence("button", TUESDAY_9));
        assertThat(judge.allows(letter()).category()).isEqualTo(Category.UTILITY);
    }

    @Test
    void without_one_the_answer_is_no() {
        judge.denies(aSend().freeForm(), "window-closed");
    }
}

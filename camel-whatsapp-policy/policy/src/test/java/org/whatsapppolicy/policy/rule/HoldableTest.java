package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.RequestBuilder;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.message.MediaUpload;
import org.whatsapppolicy.policy.message.MessageContent;

@DisplayName("S-5: a file that comes as a stream goes now or not at all")
class HoldableTest {

    private static final MediaUpload FILE = MediaUpload.of(new byte[] {1}, "image/png");

    private final Judge judge = new Judge();

    @Test
    void goes_when_nothing_holds_it() {
        judge.allows(with(FILE));
    }

    @Test
    void is_denied_where_it_would_be_held() {
        judge.document.purpose(aPurpose().quietHours("20:00-08:00"));
        judge.now = TUESDAY_9.plus(Duration.ofHours(12));

        judge.denies(with(FILE), "cannot-defer", "quiet-hours");
    }

    @Test
    void is_not_taken_for_later() {
        Decision decision = judge.document.engine().taking().decide(with(FILE).build(), judge.facts.build(), judge.now);

        assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
        assertThat(decision.codes()).contains("cannot-defer");
    }

    @Test
    void is_denied_when_its_file_is_gone() {
        judge.denies(with(MediaUpload.gone("image/png")), "cannot-defer");
    }

    private static RequestBuilder with(MediaUpload file) {
        MessageContent template = aSend().build().content();
        return aSend().content(new MessageContent(template.type(), template.template(), null, template.body(), file));
    }
}

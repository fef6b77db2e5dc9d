package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.header;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** S-9: where only some people may be reached, nobody else is, by whatever the policy itself would say neither. */
class StagingTest {

    private static WebhookRig only(String list) {
        return new WebhookRig(Rig.POLICY
                .replace(
                        "caps: { proactive: none }",
                        "recipients: { only: [ " + list + " ] }\ncaps: { proactive: none }")
                .replace("intake: external", "intake: external, help: { pt: Ligue., en: Call us. }"));
    }

    @Test
    @DisplayName("Outside the list nothing is sent, an answer to HELP neither")
    void outside_the_list() throws Exception {
        WebhookRig hook = only("\"" + BRUNO + "\"");
        try (Rig rig = hook.rig()) {
            hook.start();
            rig.agreed(ANA, "slip").agreed(BRUNO, "slip");
            rig.simulator.people().person(ANA).writes("AJUDA");
            hook.taken(1);
            assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.REASONS))
                    .isEqualTo(List.of("recipient-not-listed"));
            assertThat(header(rig.slip(BRUNO), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
            assertThat(rig.requests()).hasSize(1);
        }
    }

    @Test
    @DisplayName("An empty list means nobody")
    void nobody() throws Exception {
        WebhookRig hook = only("");
        try (Rig rig = hook.rig()) {
            hook.start();
            rig.agreed(ANA, "slip");
            assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.REASONS))
                    .isEqualTo(List.of("recipient-not-listed"));
            assertThat(rig.requests()).isEmpty();
        }
    }
}

package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.header;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** S-4: of what a file declares and the platform tells since, the stricter counts. */
class DeclaredTemplatesTest {

    private static final String POLICY = Rig.POLICY.replace(
            "    region: BR\n",
            "    region: BR\n    templates: \""
                    + Rig.file(
                            "templates.yaml",
                            "- { name: slip_due, language: pt_BR, category: utility, body: [ 1, 2 ] }\n")
                    + "\"\n");

    private final WebhookRig hook = new WebhookRig(POLICY);
    private final Rig rig = hook.rig();

    @BeforeEach
    void start() throws Exception {
        hook.start();
        rig.agreed(ANA, "slip");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private static String reasons(Rig asked) {
        return header(asked.slip(ANA), WhatsAppPolicyConstants.DECISION) + " "
                + header(asked.slip(ANA), WhatsAppPolicyConstants.REASONS);
    }

    private void told(String account, String field, long at, String value) {
        hook.post("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + account + "\",\"time\":" + at
                + ",\"changes\":[{\"field\":\"" + field + "\",\"value\":{\"message_template_id\":7,"
                + "\"message_template_name\":\"slip_due\",\"message_template_language\":\"pt_BR\"," + value + "}}]}]}");
    }

    @Test
    @DisplayName(
            "What was declared as utility counts as marketing as soon as the platform told so, and after a restart")
    void a_category_that_was_told() throws Exception {
        told(
                "2001",
                "template_category_update",
                1774353000,
                "\"category\":\"UTILITY\",\"correct_category\":\"MARKETING\"");
        told(
                "2999",
                "template_category_update",
                1774353000,
                "\"previous_category\":\"UTILITY\",\"new_category\":\"MARKETING\"");
        assertThat(reasons(rig)).startsWith("ALLOW").doesNotContain("category-mismatch");
        told(
                "2001",
                "template_category_update",
                1774353060,
                "\"previous_category\":\"UTILITY\",\"new_category\":\"MARKETING\"");
        assertThat(reasons(rig)).contains("category-mismatch");
        try (Rig again = new Rig(POLICY).store(rig.store())) {
            again.start();
            assertThat(reasons(again)).contains("category-mismatch");
        }
    }

    @Test
    @DisplayName("A pause that was told ends when its end is told, whichever comes first")
    void a_pause_that_was_told() {
        told("2001", "message_template_status_update", 1774353060, "\"event\":\"PAUSED\",\"reason\":\"NONE\"");
        assertThat(reasons(rig)).contains("template-paused");
        told("2001", "message_template_status_update", 1774353000, "\"event\":\"APPROVED\",\"reason\":\"NONE\"");
        assertThat(reasons(rig)).contains("template-paused");
        told("2001", "message_template_status_update", 1774353120, "\"event\":\"APPROVED\",\"reason\":\"NONE\"");
        assertThat(reasons(rig)).startsWith("ALLOW");
    }
}

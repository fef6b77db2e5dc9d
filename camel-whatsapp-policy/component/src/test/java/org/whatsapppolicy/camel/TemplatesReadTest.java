package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.header;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

@DisplayName("S-4: templates as the platform lists them")
class TemplatesReadTest {

    private final Rig rig = new Rig(
            Rig.POLICY,
            builder -> builder.template(SimulatedTemplate.of("old_note", "pt_BR", "ISSUE_UPDATE")
                    .withBody("Oi {{1}}, vence {{2}}. Obrigado.")));

    @BeforeEach
    void start() throws Exception {
        rig.start().agreed(ANA, "slip");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void one_of_a_category_that_nobody_knows_is_unknown_and_the_others_are_known() {
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");

        Map<String, Object> headers = new HashMap<>(Rig.slipTo(ANA));
        headers.put(WhatsAppPolicyConstants.TEMPLATE, "old_note");
        Exchange denied = rig.send("direct:send", List.of("Ana", "amanha"), headers);
        assertThat(header(denied, WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("template-unknown"));
    }
}

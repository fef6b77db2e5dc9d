package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.header;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

class SendersTest {

    private static final String SECOND = """
            senders:
              support:
                phoneNumberId: "1002"
                accessToken: "{{wa.support.token}}"
                region: BR
                throughput: none
                templates: %s
            """;

    private Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    private Rig withDeclared(String templates) {
        rig.close();
        String declared = SECOND.formatted("\"" + Rig.file("templates.yaml", templates) + "\"");
        rig = new Rig(Rig.POLICY.replace("senders:\n", declared));
        rig.properties.setProperty("wa.support.token", "support-token");
        rig.simulator.tokens().addFor("support-token", "1002", "2002");
        return rig;
    }

    @Test
    void each_sender_has_its_own_number_and_token_and_templates() throws Exception {
        withDeclared("- { name: slip_due, language: pt_BR, category: utility, body: [ 1, 2 ] }")
                .start()
                .agreed(ANA, "slip");

        Exchange billing = rig.slip(ANA);
        Exchange support =
                rig.send("whatsapp-policy:send?purpose=slip&sender=support", List.of("Ana", "1"), Rig.slipTo(ANA));

        assertThat(header(billing, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        assertThat(header(support, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        assertThat(rig.accepted().stream().map(e -> e.asked().target())).containsExactly("1001", "1002");
    }

    @Test
    void an_unknown_sender_is_denied() throws Exception {
        rig.start().agreed(ANA, "slip");

        Exchange exchange =
                rig.send("whatsapp-policy:send?purpose=slip&sender=nobody", List.of("Ana", "1"), Rig.slipTo(ANA));

        assertThat(header(exchange, WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
    }

    @Test
    void a_mistake_in_declared_templates_stops_the_start() {
        withDeclared("- { name: slip_due, language: pt_BR, category: nonsense }");

        assertThatThrownBy(rig::start).hasStackTraceContaining("templates.yaml").hasStackTraceContaining("nonsense");
    }

    @Test
    void an_unknown_or_paused_template_is_denied_and_known_again_after_a_sync() throws Exception {
        rig.start().agreed(ANA, "slip");
        rig.simulator.templates().pause("slip_due", "pt_BR");
        assertThat(rig.component.syncTemplates()).isTrue();
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
        for (int i = 0; i < 250; i++) {
            rig.simulator
                    .templates()
                    .add(SimulatedTemplate.of("page_" + i, "pt_BR", "UTILITY").withBody("Oi."));
        }
        rig.simulator.templates().approve("slip_due", "pt_BR");
        assertThat(rig.component.syncTemplates()).isTrue();

        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        assertThat(rig.store().templates()).hasSizeGreaterThan(250);
    }

    @Test
    void a_transacted_exchange_stays_on_its_thread() throws Exception {
        AtomicReference<Thread> after = new AtomicReference<>();
        AtomicReference<Thread> before = new AtomicReference<>();
        rig.start(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:transacted")
                                .process(e -> {
                                    e.getExchangeExtension().setTransacted(true);
                                    before.set(Thread.currentThread());
                                })
                                .to(Rig.SEND)
                                .process(e -> after.set(Thread.currentThread()));
                    }
                })
                .agreed(ANA, "slip");

        Exchange exchange = rig.send("direct:transacted", List.of("Ana", "amanha"), Rig.slipTo(ANA));

        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        assertThat(after.get()).isSameAs(before.get());
    }
}

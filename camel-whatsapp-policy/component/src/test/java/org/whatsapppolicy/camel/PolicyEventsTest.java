package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What concerns the policy document itself is told to the routes that subscribed (S-7, S-16, S-41). */
class PolicyEventsTest {

    private final Queue<Exchange> told = new ConcurrentLinkedQueue<>();
    private final WebhookRig hook = new WebhookRig(Rig.POLICY);
    private final Rig rig = hook.rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    private void start() throws Exception {
        hook.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to(Rig.SEND);
                from(WebhookRig.HOOK).to("mock:events");
                from("whatsapp-policy:events?subscriber=ops&types=policy").process(e -> told.add(e.copy()));
            }
        });
    }

    private Exchange told() {
        await().atMost(SOON).until(() -> !told.isEmpty());
        return told.remove();
    }

    private @Nullable Object slip(String phone) {
        return header(rig.slip(phone), WhatsAppPolicyConstants.DECISION);
    }

    @Test
    @DisplayName("S-7: another revision that comes into force is told, and one that is not taken")
    void revisions() throws Exception {
        rig.with(component -> component.setPolicyInterval(20));
        start();
        Path file = Path.of(rig.component.getPolicy().substring("file:".length()));
        Files.writeString(file, Rig.POLICY.replace("revision: 1", "revision: 2"));
        Exchange published = told();
        assertThat(header(published, WhatsAppPolicyConstants.CHANGE)).isEqualTo("revision");
        assertThat(header(published, WhatsAppPolicyConstants.ABOUT)).isEqualTo("2");
        assertThat(header(published, WhatsAppPolicyConstants.STATE))
                .isEqualTo(rig.component.service().policy().document().hash());
        Files.writeString(file, Rig.POLICY.replace("revision: 1", "revision: 2") + "# another text\n");
        assertThat(header(told(), WhatsAppPolicyConstants.CHANGE)).isEqualTo("revision-ignored");
    }

    @Test
    @DisplayName("S-16: a tap on an opt-out of a purpose that nobody knows ends everything, and the mistake is told")
    void an_opt_out_of_an_unknown_purpose() throws Exception {
        start();
        rig.agreed(ANA, "slip").agreed(BRUNO, "slip");
        rig.simulator.people().person(ANA).taps("opt-out:purpose:ofers", "Fewer offers");
        Exchange event = told();
        assertThat(header(event, WhatsAppPolicyConstants.EVENT)).isEqualTo("policy");
        assertThat(header(event, WhatsAppPolicyConstants.CHANGE)).isEqualTo("unknown-purpose");
        assertThat(header(event, WhatsAppPolicyConstants.ABOUT)).isEqualTo("ofers");
        assertThat(header(event, WhatsAppPolicyConstants.STATE)).isEqualTo("opt-out");
        assertThat(slip(ANA)).isEqualTo("DENY");
        assertThat(slip(BRUNO)).isEqualTo("ALLOW");
        Exchange known = rig.send(
                "whatsapp-policy:consent?action=lookup&purpose=slip",
                null,
                Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA));
        assertThat(header(known, WhatsAppPolicyConstants.SOURCE)).isEqualTo("button");
    }
}

package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.PolicyDocumentReader;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.store.PolicyStore.PersonAct;

@DisplayName("The red button")
class ControlTest {

    private static final String STOP = "whatsapp-policy:control?action=stop&actor=ann&why=wrong+amounts";
    private static final String RESUME = "whatsapp-policy:control?action=resume&actor=bob&why=mended";

    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void holds_what_it_covers_and_nothing_else_and_gives_it_back() throws Exception {
        rig.start().agreed(ANA, "slip").agreed(ANA, "reminder");

        Exchange stopped = order(STOP + "&purpose=slip");
        assertThat(header(stopped, WhatsAppPolicyConstants.EFFECT)).isEqualTo("applied");

        Exchange held = rig.slip(ANA);
        assertThat(header(held, WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
        assertThat(header(held, WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("stopped"));
        assertThat(rig.requests()).isEmpty();
        Exchange other = rig.send("whatsapp-policy:send?purpose=reminder", List.of("Ana", "amanha"), Rig.slipTo(ANA));
        assertThat(header(other, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");

        order(RESUME + "&purpose=slip");
        await().atMost(SOON).until(() -> rig.accepted().size() == 2);
        assertThat(order("whatsapp-policy:control?action=status").getMessage().getBody())
                .isEqualTo(List.of());
    }

    @Test
    void ends_a_batch_that_waits_for_its_turn() throws Exception {
        rig.start();
        for (int i = 0; i < 20; i++) {
            String person = "+55119876500" + (10 + i);
            rig.agreed(person, "slip");
            if (i == 10) {
                order(STOP + "&scope=all");
            }
            rig.send("whatsapp-policy:send?purpose=slip&async=true", List.of("Ana", "amanha"), Rig.slipTo(person));
        }
        order("whatsapp-policy:control?action=status");

        // What was taken before may have gone, and nothing that was taken afterwards.
        assertThat(rig.requests()).hasSizeLessThanOrEqualTo(10);
        order(RESUME + "&scope=all");
        await().atMost(SOON).until(() -> rig.accepted().size() == 20);
    }

    @Test
    void hears_opt_outs_all_the_same() throws Exception {
        rig.start().agreed(ANA, "slip");
        order(STOP + "&scope=all");
        rig.slip(ANA);

        rig.send(
                "whatsapp-policy:consent?action=withdraw&source=email",
                null,
                Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA));
        order(RESUME + "&scope=all");

        Exchange after = rig.slip(ANA);
        assertThat(header(after, WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("opted-out"));
        assertThat(rig.requests()).isEmpty();
    }

    @Test
    void tells_what_is_stopped() throws Exception {
        rig.start();
        order(STOP + "&sender=billing");

        assertThat(order("whatsapp-policy:control?action=status").getMessage().getBody())
                .isEqualTo(List.of(Map.of(
                        "scope", "sender:billing",
                        "since", "2026-03-24T12:00:00Z",
                        "by", "ann",
                        "why", "wrong amounts")));
    }

    @ParameterizedTest
    @CsvSource({"purpose=reminder, purpose:reminder", "template=slip_due, template:slip_due", "scope=all, all"})
    @DisplayName("is about what its option says, also where the exchange carries the headers of a message")
    void is_about_its_option(String option, String stopped) throws Exception {
        rig.start();
        Map<String, Object> message = Map.of(
                WhatsAppPolicyConstants.PURPOSE, "slip",
                WhatsAppPolicyConstants.SENDER, "billing",
                WhatsAppPolicyConstants.TEMPLATE, "offer");

        Exchange order = rig.send(STOP + "&" + option, null, message);

        assertThat(order.getException()).isNull();
        assertThat(rig.store().controls().stops()).extracting(Stop::scope).containsExactly(stopped);
    }

    @Test
    void is_about_what_one_header_says_where_no_option_does() throws Exception {
        rig.start();

        rig.send(STOP, null, Map.of(WhatsAppPolicyConstants.PURPOSE, "slip"));

        assertThat(rig.store().controls().stops()).extracting(Stop::scope).containsExactly("purpose:slip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?action=stop&actor=ann&why=x",
                "?action=stop&scope=all&why=x",
                "?action=stop&scope=all&actor=ann",
                "?action=stop&purpose=misspelt&actor=ann&why=x",
                "?action=stop&template=misspelt&actor=ann&why=x",
                "?action=stop&scope=marketing&actor=ann&why=x",
                "?action=stop&purpose=slip&scope=all&actor=ann&why=x"
            })
    void refuses_an_order_that_is_not_whole(String order) throws Exception {
        rig.start();

        assertThat(order("whatsapp-policy:control" + order).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
        assertThat(rig.store().controls().orders(10)).isEmpty();
    }

    @Test
    @DisplayName("S-7: is about the document in force, whichever node brought it")
    void knows_what_another_node_brought() throws Exception {
        rig.start();
        rig.store().activate(elsewhere(Rig.POLICY.replace("  reminder:", "  promo:")), "another node");

        Exchange stopped = order(STOP + "&purpose=promo");

        assertThat(header(stopped, WhatsAppPolicyConstants.EFFECT)).isEqualTo("applied");
    }

    @Test
    @DisplayName("S-7: a node that decides nothing follows another node's document")
    void follows_without_deciding() throws Exception {
        rig.start();

        rig.store().activate(elsewhere(Rig.POLICY), "another node");

        await().atMost(SOON)
                .until(() -> rig.component.service().policy().document().revision() == 2);
    }

    private static PolicyDocument elsewhere(String text) {
        return new PolicyDocumentReader()
                .readProven(
                        "another",
                        text.replace("revision: 1", "revision: 2"),
                        given -> given.replace("{{wa.token}}", "first-token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "purpose:slip", "sender:billing", "template:slip_due"})
    void can_be_pressed_by_jmx(String scope) throws Exception {
        rig.start(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:send").to(Rig.SEND);
                    }
                })
                .agreed(BRUNO, "slip");
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> found = server.queryNames(
                new ObjectName("org.apache.camel:context=" + rig.camel.getManagementName()
                        + ",type=services,name=PolicyControl*"),
                null);
        assertThat(found).hasSize(1);
        ObjectName button = found.iterator().next();
        String[] signature = {"java.lang.String", "java.lang.String", "java.lang.String"};

        server.invoke(button, "stopSending", new Object[] {scope, "ann", "wrong amounts"}, signature);

        assertThat(header(rig.slip(BRUNO), WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
        assertThat(server.getAttribute(button, "Stopped"))
                .isEqualTo(List.of(scope + " since 2026-03-24T12:00:00Z, by ann: wrong amounts"));

        server.invoke(button, "resumeSending", new Object[] {scope, "bob", "mended"}, signature);

        await().atMost(SOON).until(() -> rig.accepted().size() == 1);
        assertThat(server.getAttribute(button, "Stopped")).isEqualTo(List.of());
    }

    @Test
    @DisplayName("S-38: settles what stayed unknown, and the key is free again when it was not sent")
    void settles_what_stayed_unknown() throws Exception {
        rig.start().agreed(ANA, "slip");
        rig.simulator.faults().next(Fault.resetAfterAcceptance());
        Map<String, Object> keyed = new HashMap<>(Rig.slipTo(ANA));
        keyed.put(WhatsAppPolicyConstants.IDEMPOTENCY_KEY, "slip-1");
        Exchange unknown = rig.send(Rig.SEND, List.of("Ana", "amanha"), keyed);
        assertThat(header(unknown, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("unknown");

        Map<String, Object> message = Map.of(
                WhatsAppPolicyConstants.MESSAGE_ID,
                Objects.requireNonNull(header(unknown, WhatsAppPolicyConstants.MESSAGE_ID)));
        Exchange settled =
                rig.send("whatsapp-policy:control?action=settle&fate=not-sent&actor=ann&why=log", null, message);
        assertThat(header(settled, WhatsAppPolicyConstants.EFFECT)).isEqualTo("applied");

        Exchange again = rig.send(Rig.SEND, List.of("Ana", "amanha"), keyed);
        assertThat(header(again, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        assertThat(rig.send("whatsapp-policy:control?action=settle&fate=sent&actor=ann&why=log", null, message)
                        .getMessage()
                        .getHeader(WhatsAppPolicyConstants.EFFECT))
                .isEqualTo("unchanged");
    }

    @Test
    @DisplayName("S-38: whenUnknown: resend sends once more after the horizon")
    void resends_after_the_horizon_where_the_purpose_says_so() throws Exception {
        Rig resending = new Rig(Rig.POLICY.replace(
                "consent: opt-in\n    caps: none", "consent: opt-in\n    caps: none\n    whenUnknown: resend"));
        try (resending) {
            resending.start().agreed(ANA, "slip");
            resending.simulator.faults().next(Fault.resetAfterAcceptance());
            Exchange unknown = resending.slip(ANA);
            assertThat(header(unknown, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("unknown");
            assertThat(resending.requests()).hasSize(1);

            resending.store().moveClock(Rig.MORNING.plus(Duration.ofHours(1)));

            await().atMost(SOON).until(() -> resending.requests().size() == 2);
            String id = String.valueOf(header(unknown, WhatsAppPolicyConstants.MESSAGE_ID));
            assertThat(resending.requests())
                    .extracting(entry -> entry.asked().callbackData())
                    .containsExactly(id, id + ":2");
        }
    }

    @Test
    @DisplayName("S-18: releases who answered ambiguously, once somebody read it")
    void releases_whose_answer_was_read() throws Exception {
        rig.start().agreed(ANA, "slip");
        Evidence wrote = new Evidence(Rig.MORNING.minusSeconds(9), "keyword", null, null, null, null);
        rig.store()
                .record(List.of(new PersonAct(
                        rig.recipient(ANA), new ConsentAct.Questioned(Rig.MORNING.plus(Duration.ofDays(1)), wrote))));
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
        Map<String, Object> ana = Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA);
        String release = "whatsapp-policy:control?action=release&actor=ann&why=another+time";

        assertThat(header(rig.send(release, null, ana), WhatsAppPolicyConstants.EFFECT))
                .isEqualTo("applied");

        await().atMost(SOON).until(() -> rig.accepted().size() == 1);
        assertThat(header(rig.send(release, null, ana), WhatsAppPolicyConstants.EFFECT))
                .isEqualTo("unchanged");
        assertThat(order(release).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recipient");
    }

    private Exchange order(String uri) {
        return rig.send(uri, null, Map.of());
    }
}

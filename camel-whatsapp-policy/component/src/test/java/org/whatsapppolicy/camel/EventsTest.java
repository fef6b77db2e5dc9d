package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.CARLA;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.Inbox.News;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.memory.MemoryStore;

/** S-41: what happens is told to the routes that subscribed. */
class EventsTest {

    private static final String CRM = "whatsapp-policy:events?subscriber=crm";

    private final PolicyStore store = new MemoryStore(StoreOptions.DEFAULTS.frozenAt(Rig.MORNING));
    private final Rig rig = new Rig().store(store);
    private final Queue<Exchange> got = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();

    @AfterEach
    void stop() {
        rig.close();
    }

    private RouteBuilder listening(String uri, Queue<Exchange> heard) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to("whatsapp-policy:send?purpose=reminder");
                from(uri).routeId("listening").process(exchange -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new IOException("the CRM is away");
                    }
                    heard.add(exchange.copy());
                });
            }
        };
    }

    private void start(String uri) throws Exception {
        rig.start(listening(uri, got));
    }

    private void stops(String phone) {
        Evidence word = new Evidence(Rig.MORNING, "keyword", null, null, "pt", "wamid.7");
        store.record(List.of(new PersonAct(rig.recipient(phone), new ConsentAct.Withdrawn(Scope.ALL, word))));
    }

    private List<String> recipients() {
        return got.stream()
                .map(e -> String.valueOf(header(e, WhatsAppPolicyConstants.RECIPIENT)))
                .toList();
    }

    @Test
    void an_opt_out_is_told_with_its_evidence() throws Exception {
        start(CRM + "&types=opt-out");
        rig.agreed(ANA, "reminder");
        stops(ANA);
        await().atMost(SOON).until(() -> got.size() == 1);
        Exchange event = got.remove();
        assertThat(header(event, WhatsAppPolicyConstants.EVENT)).isEqualTo("opt-out");
        assertThat(header(event, WhatsAppPolicyConstants.RECIPIENT)).isEqualTo(ANA);
        assertThat(header(event, WhatsAppPolicyConstants.ACT)).isEqualTo("withdrawn");
        assertThat(header(event, WhatsAppPolicyConstants.SCOPE)).isEqualTo("all");
        assertThat(header(event, WhatsAppPolicyConstants.SOURCE)).isEqualTo("keyword");
        assertThat(header(event, WhatsAppPolicyConstants.REFERENCE)).isEqualTo("wamid.7");
        assertThat(header(event, WhatsAppPolicyConstants.ACTED_AT)).isEqualTo(Rig.MORNING);
        assertThat(header(event, WhatsAppPolicyConstants.EFFECT)).isEqualTo("applied");
        assertThat(event.getMessage().getBody()).isInstanceOf(FeedEvent.class);
        assertThat(event.getMessage().getBody().toString()).doesNotContain("98765");
    }

    @Test
    @DisplayName(
            "What the platform tells by webhook comes with its own words, and a pause of marketing with its reason (S-20)")
    void news_of_the_platform_and_a_pause() throws Exception {
        start(CRM + "&types=template,marketing&json=true");
        FeedEvent.Announced paused =
                new FeedEvent.Announced("template-status", "slip_due", "PAUSED", "{\"event\":\"PAUSED\"}");
        store.inbox()
                .receive(List.of(new Receipt(
                        "t:1",
                        "template-status",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new News(FeedEvent.Kind.TEMPLATE, paused))));
        store.feed().tellPause("no-status");
        await().atMost(SOON).until(() -> got.size() == 2);
        Exchange template = got.remove();
        assertThat(header(template, WhatsAppPolicyConstants.EVENT)).isEqualTo("template");
        assertThat(header(template, WhatsAppPolicyConstants.CHANGE)).isEqualTo("template-status");
        assertThat(header(template, WhatsAppPolicyConstants.ABOUT)).isEqualTo("slip_due");
        assertThat(header(template, WhatsAppPolicyConstants.STATE)).isEqualTo("PAUSED");
        assertThat(template.getMessage().getBody(String.class)).contains("\"raw\":{\"event\":\"PAUSED\"}");
        Exchange pause = got.remove();
        assertThat(header(pause, WhatsAppPolicyConstants.STATE)).isEqualTo("paused");
        assertThat(header(pause, WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("no-status"));
    }

    @Test
    @DisplayName("S-11: a consent that will lapse is told when the application starts, with its evidence and its end")
    void a_consent_that_will_lapse() throws Exception {
        Evidence form =
                new Evidence(Rig.MORNING.minus(Duration.ofDays(350)), "signup", null, "terms-3", "pt", "form-1");
        store.feed().subscribe("crm", Set.of(FeedEvent.Kind.LAPSING));
        store.record(List.of(new PersonAct(rig.recipient(ANA), new ConsentAct.Granted(Grant.of("offers", form)))));
        start(CRM + "&types=lapsing");
        await().atMost(SOON).until(() -> got.size() == 1);
        Exchange event = got.remove();
        assertThat(header(event, WhatsAppPolicyConstants.RECIPIENT)).isEqualTo(ANA);
        assertThat(header(event, WhatsAppPolicyConstants.SCOPE)).isEqualTo("purpose:offers");
        assertThat(header(event, WhatsAppPolicyConstants.REFERENCE)).isEqualTo("form-1");
        assertThat(header(event, WhatsAppPolicyConstants.EXPIRES)).isEqualTo(Rig.MORNING.plus(Duration.ofDays(15)));
    }

    @Test
    @DisplayName("S-41: what became of a deferred message comes later, with the context that was kept with it")
    void a_deferred_message_is_told_by_its_context() throws Exception {
        start(CRM + "&types=decision,outcome&json=true");
        rig.agreed(ANA, "reminder");
        Exchange first = rig.slip(ANA);
        assertThat(header(first, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        Exchange second = rig.send(
                "direct:send",
                List.of("Ana", "amanha"),
                with(Rig.slipTo(ANA), WhatsAppPolicyConstants.CONTEXT, "invoice-17"));
        assertThat(header(second, WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
        store.moveClock(Rig.MORNING.plus(Duration.ofHours(25)));
        await().atMost(SOON).until(() -> invoices().contains("accepted"));
        assertThat(invoices()).startsWith("DEFER", "ALLOW", "accepted");
        assertThat(rig.accepted()).hasSize(2);
        Exchange last = got.stream().reduce((a, b) -> b).orElseThrow();
        assertThat(last.getMessage().getBody(String.class))
                .contains("\"context\":\"invoice-17\"", "\"type\":\"outcome\"", "\"purpose\":\"reminder\"")
                .doesNotContain("98765");
    }

    private static Map<String, Object> with(Map<String, Object> headers, String name, String value) {
        Map<String, Object> more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }

    private List<String> invoices() {
        return got.stream()
                .filter(e -> "invoice-17".equals(header(e, WhatsAppPolicyConstants.CONTEXT)))
                .map(e -> {
                    Object outcome = header(e, WhatsAppPolicyConstants.OUTCOME);
                    return String.valueOf(outcome == null ? header(e, WhatsAppPolicyConstants.DECISION) : outcome);
                })
                .toList();
    }

    @Test
    @DisplayName("S-46: what the route could not take comes again, and what is behind it waits")
    void a_failure_keeps_the_order() throws Exception {
        failures.set(2);
        start(CRM + "&types=opt-out");
        stops(ANA);
        stops(BRUNO);
        await().atMost(SOON).until(() -> got.size() == 2);
        assertThat(recipients()).containsExactly(ANA, BRUNO);
        assertThat(failures.get()).isEqualTo(-2);
    }

    @Test
    void what_nobody_can_take_is_dead_and_the_next_goes_on() throws Exception {
        failures.set(2);
        start(CRM + "&types=opt-out&attempts=2");
        stops(ANA);
        stops(BRUNO);
        await().atMost(SOON).until(() -> got.size() == 1);
        assertThat(recipients()).containsExactly(BRUNO);
    }

    @Test
    @DisplayName(
            "S-41: one active reader a cluster; when its node stops, the other goes on, without a gap or a repetition")
    void another_node_goes_on() throws Exception {
        start(CRM + "&types=opt-out");
        try (Rig other = new Rig().store(store)) {
            Queue<Exchange> there = new ConcurrentLinkedQueue<>();
            other.start(listening(CRM + "&types=opt-out", there));
            stops(ANA);
            await().atMost(SOON).until(() -> got.size() == 1);
            rig.camel.stop();
            stops(BRUNO);
            stops(CARLA);
            await().atMost(SOON).until(() -> there.size() == 2);
            assertThat(recipients()).containsExactly(ANA);
            assertThat(there)
                    .extracting(e -> header(e, WhatsAppPolicyConstants.RECIPIENT))
                    .containsExactly(BRUNO, CARLA);
        }
    }

    @Test
    void a_node_that_died_is_followed_when_its_lease_is_over() throws Exception {
        store.feed().subscribe("crm", Set.of(FeedEvent.Kind.OPT_OUT));
        assertThat(store.feed().lead("crm", "a node that is dead", Duration.ofSeconds(30)))
                .isTrue();
        stops(ANA);
        start(CRM + "&types=opt-out");
        assertThat(got).isEmpty();
        store.moveClock(Rig.MORNING.plusSeconds(31));
        await().atMost(SOON).until(() -> got.size() == 1);
        assertThat(recipients()).containsExactly(ANA);
    }

    @Test
    void the_route_goes_on_where_it_stopped() throws Exception {
        start(CRM + "&types=opt-out");
        stops(ANA);
        await().atMost(SOON).until(() -> got.size() == 1);
        rig.camel.getRouteController().stopRoute("listening");
        stops(BRUNO);
        rig.camel.getRouteController().startRoute("listening");
        await().atMost(SOON).until(() -> got.size() == 2);
        assertThat(recipients()).containsExactly(ANA, BRUNO);
    }

    @Test
    void options_that_cannot_work_are_refused() {
        assertThatThrownBy(() -> start("whatsapp-policy:events")).hasStackTraceContaining("subscriber: found none");
        assertThatThrownBy(() -> start(CRM + "&types=opt-outs"))
                .hasStackTraceContaining("found the event type opt-outs, expected one of consent, opt-out");
        assertThatThrownBy(() -> start(CRM + "&attempts=0")).hasStackTraceContaining("attempts: found 0");
    }
}

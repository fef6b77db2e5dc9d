package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.template;
import static org.whatsapppolicy.simulator.Client.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.people.Behaviour;
import org.whatsapppolicy.simulator.people.Deed;
import org.whatsapppolicy.simulator.people.Delay;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.people.Population;
import org.whatsapppolicy.simulator.shown.ShownMessage;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** People who behave by themselves: by a script, or by a seed. */
class BehaviourTest {

    private static final String ANNA = "+5491155501001";
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
    private static final Delay A_MINUTE = Delay.of(Duration.ofMinutes(1));
    private static final Behaviour PROMPT = Behaviour.quiet()
            .deliveredAfter(Delay.of(Duration.ofSeconds(1)))
            .reads(1, Delay.of(Duration.ofSeconds(10)));

    private final ConcurrentMap<String, List<String>> progress = new ConcurrentHashMap<>();
    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator = aSimulator()
                .clock(SimulatorClock.virtual(START))
                .template(SimulatedTemplate.of("sale", "en_US", "MARKETING").withQuickReplies("Yes", "Unsubscribe"))
                .template(SimulatedTemplate.of("code", "en_US", "AUTHENTICATION"))
                .build()
                .start();
        client = new Client(simulator);
        simulator.journeys().listen((journey, reached, failure) -> progress.computeIfAbsent(
                        journey.wamid(), any -> new ArrayList<>())
                .add(reached + " " + Duration.between(START, simulator.clock().now())));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String sale(String to) throws Exception {
        return client.send(template(to, "sale", "en_US", "[]")).wamid();
    }

    private Person anna() {
        return simulator.people().person(ANNA);
    }

    private List<String> written(Person person) {
        return person.chat().messages().stream()
                .filter(message -> !message.fromBusiness())
                .map(message -> message.content().summary())
                .toList();
    }

    private void pass(Duration time) {
        simulator.clock().advance(time);
    }

    @Test
    void delivery_and_reading_take_their_time_by_the_clock() throws Exception {
        anna().behaves(PROMPT);
        String wamid = sale(ANNA);

        pass(Duration.ofMinutes(1));
        assertThat(progress.get(wamid)).containsExactly("SENT PT0.01S", "DELIVERED PT1.01S", "READ PT11.01S");
    }

    @Test
    void somebody_moves_to_another_number_after_reading_and_the_old_one_reaches_nobody() throws Exception {
        Person anna = anna();
        String userId = anna.userId();
        anna.behaves(PROMPT.does(Deed.changesNumber(), 1, A_MINUTE));
        sale(ANNA);

        pass(Duration.ofSeconds(70));
        assertThat(anna.address()).isEqualTo("5491155501001");
        pass(Duration.ofSeconds(5));

        assertThat(anna.address()).isEqualTo("54911555010010");
        assertThat(anna.userId()).isNotEqualTo(userId);
        assertThat(simulator.people().person("+54911555010010")).isSameAs(anna);
        String late = sale(ANNA);
        pass(Duration.ofMinutes(1));
        assertThat(progress.get(late)).singleElement().asString().startsWith("FAILED");
    }

    @Test
    void another_seed_of_the_builder_gives_everybody_another_user_id() {
        try (Simulator same = aSimulator().userIdSeed(1).build();
                Simulator other = aSimulator().userIdSeed(2).build()) {
            String here = anna().userId();

            assertThat(same.people().person(ANNA).userId()).isEqualTo(here);
            String there = Objects.requireNonNull(other.people().person(ANNA).userId());
            assertThat(there).isNotEqualTo(here).startsWith("AR.");
            assertThat(other.people().person(there).address()).isEqualTo(anna().address());
        }
    }

    @Test
    void what_is_sent_to_a_phone_that_is_off_waits_until_it_is_on() throws Exception {
        anna().behaves(PROMPT).phone().switchOff();
        String wamid = sale(ANNA);
        pass(Duration.ofDays(3));
        assertThat(progress.get(wamid)).containsExactly("SENT PT0.01S");

        anna().phone().switchOn();
        assertThat(progress.get(wamid)).endsWith("DELIVERED PT72H");
    }

    @Test
    void a_phone_that_turns_out_to_be_off_is_on_again_by_itself() throws Exception {
        anna().behaves(PROMPT.phoneOff(1, Delay.of(Duration.ofHours(2))));
        String first = sale(ANNA);
        pass(Duration.ofHours(1));
        String second = sale(ANNA);
        pass(Duration.ofHours(1).plusSeconds(2));

        assertThat(progress.get(first)).contains("DELIVERED PT2H1.01S");
        assertThat(progress.get(second)).contains("DELIVERED PT2H1.01S");
    }

    /** Sending, "TTL": authentication 10 minutes, everything else 30 days; nothing is told when it is over. */
    @Test
    void a_message_that_waited_longer_than_its_lifetime_is_dropped_without_a_word() throws Exception {
        anna().behaves(PROMPT).phone().switchOffFor(Duration.ofMinutes(11));
        String code = client.send(
                        "{\"messaging_product\":\"whatsapp\",\"to\":\"" + ANNA
                                + "\",\"type\":\"template\",\"template\":{\"name\":\"code\",\"language\":{\"code\":\"en_US\"}}}")
                .wamid();
        String sale = sale(ANNA);
        pass(Duration.ofMinutes(12));

        assertThat(progress.get(code)).containsExactly("SENT PT0.01S");
        assertThat(progress.get(sale)).contains("DELIVERED PT11M");
        anna().phone().switchOff();
        String late = sale(ANNA);
        pass(Duration.ofDays(30).plusSeconds(1));
        anna().phone().switchOn();
        assertThat(progress.get(late)).hasSize(1);
    }

    @Test
    void people_answer_and_tap_after_reading() throws Exception {
        anna().behaves(PROMPT.does(Deed.answers("Yes please"), 1, A_MINUTE).does(Deed.taps(), 1, A_MINUTE));
        sale(ANNA);
        pass(Duration.ofSeconds(70));
        assertThat(written(anna())).isEmpty();

        pass(Duration.ofSeconds(2));
        assertThat(written(anna())).hasSize(2).first().isEqualTo("Yes please");
        assertThat(written(anna()).get(1)).isIn("Yes", "Unsubscribe");
        assertThat(client.send(text(ANNA, "Glad to hear")).status()).isEqualTo(200);
    }

    @Test
    void who_does_not_read_does_not_react() throws Exception {
        anna().behaves(PROMPT.neverReads().does(Deed.answers("Yes please"), 1, A_MINUTE));
        sale(ANNA);
        pass(Duration.ofDays(1));
        assertThat(written(anna())).isEmpty();
    }

    @Test
    void a_habit_may_concern_some_categories_only() throws Exception {
        anna().behaves(PROMPT.does(Deed.writes("STOP"), 1, A_MINUTE, "utility"));
        sale(ANNA);
        pass(Duration.ofDays(1));
        assertThat(written(anna())).isEmpty();
    }

    @Test
    void who_blocked_the_business_gets_nothing_and_does_nothing_more() throws Exception {
        anna().behaves(PROMPT.does(Deed.blocks(), 1, A_MINUTE)
                .does(Deed.answers("Never mind"), 1, Delay.of(Duration.ofMinutes(2))));
        sale(ANNA);
        pass(Duration.ofMinutes(5));
        assertThat(written(anna())).isEmpty();

        String second = sale(ANNA);
        pass(Duration.ofDays(1));
        assertThat(progress.get(second)).noneMatch(step -> step.startsWith("DELIVERED"));
    }

    @Test
    void who_stops_offers_gets_no_more_marketing() throws Exception {
        anna().behaves(PROMPT.does(Deed.stopsOffers(), 1, A_MINUTE, "marketing"));
        sale(ANNA);
        pass(Duration.ofMinutes(5));

        assertThat(anna().offersStopped()).isTrue();
        String second = sale(ANNA);
        pass(Duration.ofMinutes(5));
        assertThat(progress.get(second)).singleElement().asString().startsWith("FAILED");
    }

    @Test
    void the_same_seed_and_the_same_messages_give_the_same_run_whoever_is_first() throws Exception {
        List<String> first = campaign(7, false);
        stop();
        start();
        List<String> second = campaign(7, true);
        stop();
        start();
        List<String> other = campaign(8, false);

        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(first).anyMatch(line -> line.contains("Thanks!")).anyMatch(line -> line.contains("DELIVERED"));
    }

    /** What became of two rounds to 60 people, sent one by one or at once, person by person. */
    private List<String> campaign(long seed, boolean atOnce) {
        progress.clear();
        List<Person> crowd = simulator
                .people()
                .populate(Population.of(60)
                        .seed(seed)
                        .with(0.5, PROMPT.does(Deed.answers("Thanks!", "No"), 0.5, Delay.around(Duration.ofHours(1)))));
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        ConcurrentMap<String, String> persons = new ConcurrentHashMap<>();
        for (int round = 0; round < 2; round++) {
            Stream<Person> senders = atOnce ? crowd.parallelStream() : crowd.stream();
            senders.forEach(person -> persons.put(saleNow("+" + person.address()), person.address()));
            pass(Duration.ofDays(1));
        }
        persons.forEach((wamid, person) -> lines.add(person + progress.get(wamid)));
        for (Person person : crowd) {
            for (ShownMessage message : person.chat().messages()) {
                lines.add(person.name() + " " + message.at() + " "
                        + message.content().summary());
            }
        }
        lines.sort(null);
        return lines;
    }

    private String saleNow(String to) {
        try {
            return sale(to);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shares_of_a_population_are_as_large_as_asked_for() {
        List<Person> crowd = simulator
                .people()
                .populate(Population.of(2_000)
                        .seed(3)
                        .with(0.25, Behaviour.quiet().neverReads())
                        .with(0.75, PROMPT));

        assertThat(crowd).hasSize(2_000).extracting(Person::address).doesNotHaveDuplicates();
        assertThat(crowd.get(0).address()).isEqualTo("15550200000");
        assertThat(crowd.stream()
                        .filter(person ->
                                Objects.requireNonNull(person.behaviour()).reads() == 0)
                        .count())
                .isBetween(430L, 570L);
        assertThatThrownBy(() -> Population.of(10).with(0.6, PROMPT).with(0.5, PROMPT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void delays_are_spread_as_they_say() {
        assertThat(Delay.between(Duration.ofSeconds(10), Duration.ofSeconds(20)).at(0.5))
                .hasSeconds(15);
        assertThat(Delay.around(Duration.ofHours(1)).at(0)).isZero();
        assertThat(Delay.around(Duration.ofHours(1)).at(0.999_999_99)).isEqualTo(Duration.ofHours(10));
        assertThat(Delay.around(Duration.ofHours(1)).at(0.632_120_558))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }
}

package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.template;
import static org.whatsapppolicy.simulator.Client.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.limit.BeyondPortfolio;
import org.whatsapppolicy.simulator.limit.LimitName;
import org.whatsapppolicy.simulator.limit.LimitUse;
import org.whatsapppolicy.simulator.limit.Portfolio;
import org.whatsapppolicy.simulator.limit.Sending;
import org.whatsapppolicy.simulator.limit.Tier;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** The four limits and what belongs to them; the headings name the platform's pages. */
class LimitTest {

    private static final String ANNA = "+5491155501001";
    private static final String BERTA = "+5491155501002";
    private static final String CARLA = "+5491155501003";
    private static final String SECOND = "200000000000002";
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private final Map<String, String> fates = new ConcurrentHashMap<>();
    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        open(START);
    }

    private void open(Instant start) {
        simulator = aSimulator()
                .clock(SimulatorClock.virtual(start))
                .template(SimulatedTemplate.of("sale", "en_US", "MARKETING"))
                .template(SimulatedTemplate.of("parcel", "en_US", "UTILITY"))
                .build()
                .start();
        simulator.journeys().listen((journey, progress, failure) -> {
            if (progress != Progress.READ) {
                fates.put(journey.wamid(), failure == null ? progress.name() : "FAILED " + failure.code());
            }
        });
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void pass(Duration time) {
        simulator.clock().advance(time);
    }

    /** -1 for accepted, else the code of the error. */
    private int parcel(String to) throws Exception {
        return client.send(template(to, "parcel", "en_US", "[]")).code();
    }

    /** What became of it within a second. */
    private String fateOfSale(String to) throws Exception {
        return fate(template(to, "sale", "en_US", "[]"));
    }

    private String fateOfParcel(String to) throws Exception {
        return fate(template(to, "parcel", "en_US", "[]"));
    }

    private String fate(String json) throws Exception {
        Client.Answer answer = client.send(json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        pass(Duration.ofSeconds(1));
        return fates.getOrDefault(answer.wamid(), "SILENCE");
    }

    private LimitUse use(LimitName name) {
        return simulator.limits().usage().stream()
                .filter(use -> use.limit() == name)
                .findFirst()
                .orElseThrow();
    }

    @Nested
    @DisplayName("Throughput (page: Throughput)")
    class OfThroughput {

        @Test
        @Conforms("C-149")
        void eighty_a_second_and_the_81st_is_refused_with_130429() throws Exception {
            simulator.limits().throughput();
            assertThat(codesOfParcels(81)).startsWith(-1).endsWith(130429).hasSize(81);
            assertThat(use(LimitName.THROUGHPUT))
                    .isEqualTo(new LimitUse(LimitName.THROUGHPUT, Client.NUMBER, 80, 80, 1));

            pass(Duration.ofSeconds(1));
            assertThat(parcel(ANNA)).isEqualTo(-1);
        }

        @Test
        @Conforms("C-150")
        void at_the_high_level_a_thousand() throws Exception {
            simulator.numbers().get(Client.NUMBER).throughputLevel("HIGH");
            simulator.limits().throughput();

            List<Integer> codes = codesOfParcels(1_001);

            assertThat(codes.subList(0, 1_000)).containsOnly(-1);
            assertThat(codes.get(1_000)).isEqualTo(130429);
        }

        @Test
        @Conforms("C-151")
        void what_people_write_is_counted_in_but_never_refused() throws Exception {
            simulator.limits().strictThroughput(2);
            simulator.people().person(ANNA).writes("One");
            assertThat(parcel(ANNA)).isEqualTo(-1);
            assertThat(parcel(ANNA)).isEqualTo(130429);

            simulator.people().person(ANNA).writes("Two");
            simulator.people().person(ANNA).writes("Three");
            pass(Duration.ofSeconds(1));
            assertThat(parcel(ANNA)).isEqualTo(-1);
        }

        @Test
        @Conforms("C-152")
        void each_number_has_its_own() throws Exception {
            simulator.numbers().add(SECOND, "+15550100002", Client.ACCOUNT);
            simulator.limits().strictThroughput(1);
            assertThat(parcel(ANNA)).isEqualTo(-1);

            assertThat(client.post(
                                    "/v23.0/" + SECOND + "/messages",
                                    template(BERTA, "parcel", "en_US", "[]"),
                                    "Bearer " + Client.TOKEN)
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void a_second_of_the_clock_lets_a_burst_around_its_end_through_and_a_sliding_one_does_not() throws Exception {
            pass(Duration.ofMillis(900));
            simulator.limits().throughput(2);
            assertThat(codesOfParcels(3)).containsExactly(-1, -1, 130429);
            pass(Duration.ofMillis(100));
            assertThat(codesOfParcels(3)).containsExactly(-1, -1, 130429);

            pass(Duration.ofMillis(1_900));
            simulator.limits().strictThroughput(2);
            assertThat(codesOfParcels(3)).containsExactly(-1, -1, 130429);
            pass(Duration.ofMillis(999));
            assertThat(parcel(ANNA)).isEqualTo(130429);
            pass(Duration.ofMillis(1));
            assertThat(codesOfParcels(3)).containsExactly(-1, -1, 130429);
        }

        private List<Integer> codesOfParcels(int count) throws Exception {
            List<Integer> codes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                codes.add(parcel("+54911555" + (20_000 + i)));
            }
            return codes;
        }
    }

    @Nested
    @DisplayName("Pair rate (page: Service messages)")
    class OfThePair {

        @Test
        @Conforms("C-153")
        void a_burst_of_45_and_the_46th_is_refused_with_131056() throws Exception {
            simulator.limits().pairRate();
            for (int i = 0; i < 45; i++) {
                assertThat(parcel(ANNA)).isEqualTo(-1);
            }
            assertThat(parcel(ANNA)).isEqualTo(131056);
            assertThat(use(LimitName.PAIR_RATE).used()).isEqualTo(45);
            assertThat(parcel(BERTA)).isEqualTo(-1);
        }

        @Test
        @Conforms("C-154")
        void a_burst_of_20_is_paid_back_in_two_minutes() throws Exception {
            simulator.limits().pairRate();
            for (int i = 0; i < 20; i++) {
                assertThat(parcel(ANNA)).isEqualTo(-1);
            }
            assertThat(use(LimitName.PAIR_RATE).used()).isEqualTo(20);
            pass(Duration.ofSeconds(119));
            assertThat(use(LimitName.PAIR_RATE).used()).isEqualTo(1);
            pass(Duration.ofSeconds(1));
            assertThat(use(LimitName.PAIR_RATE).used()).isZero();
        }

        @Test
        void strictly_one_in_six_seconds() throws Exception {
            simulator.limits().strictPairRate();
            assertThat(parcel(ANNA)).isEqualTo(-1);
            pass(Duration.ofMillis(5_999));
            assertThat(parcel(ANNA)).isEqualTo(131056);
            pass(Duration.ofMillis(1));
            assertThat(parcel(ANNA)).isEqualTo(-1);
        }

        @Test
        @Conforms("C-155")
        void the_phone_number_and_the_user_id_of_one_person_are_one_recipient() throws Exception {
            simulator.people().person(ANNA).withUserId("AR.17");
            simulator.limits().strictPairRate();
            assertThat(parcel(ANNA)).isEqualTo(-1);

            String byId = template("", "parcel", "en_US", "[]").replace("\"to\":\"\"", "\"recipient\":\"AR.17\"");
            assertThat(client.send(byId).code()).isEqualTo(131056);
        }

        @Test
        void a_message_that_another_limit_refuses_is_not_counted() throws Exception {
            simulator.limits().strictPairRate().strictThroughput(1);
            assertThat(parcel(ANNA)).isEqualTo(-1);
            assertThat(parcel(BERTA)).isEqualTo(130429);

            simulator.limits().off(LimitName.THROUGHPUT);
            assertThat(parcel(BERTA)).isEqualTo(-1);
        }
    }

    @Nested
    @DisplayName("Portfolio limit (page: Messaging limits)")
    class OfThePortfolio {

        @Test
        @Conforms("C-156")
        void the_251st_person_in_24_hours_is_refused_on_the_first_tier() throws Exception {
            simulator.numbers().get(Client.NUMBER).messagingLimit(Tier.TIER_250.name());
            simulator.limits().portfolio(Portfolio.byTier());
            for (int i = 0; i < 250; i++) {
                assertThat(parcel("+54911555" + (20_000 + i))).isEqualTo(-1);
            }
            pass(Duration.ofSeconds(1));

            assertThat(use(LimitName.PORTFOLIO).used()).isEqualTo(250);
            assertThat(parcel(ANNA)).isEqualTo(131048);
            assertThat(parcel("+5491155520000")).isEqualTo(-1);
        }

        @Test
        @Conforms("C-157")
        void people_count_from_delivery_to_24_hours_later_to_the_millisecond() throws Exception {
            simulator.limits().portfolio(Portfolio.of(1));
            assertThat(fateOfParcel(ANNA)).isEqualTo("DELIVERED");
            pass(Duration.ofHours(24).minusMillis(1_000 - 30 + 1));
            assertThat(parcel(BERTA)).isEqualTo(131048);
            pass(Duration.ofMillis(1));
            assertThat(parcel(BERTA)).isEqualTo(-1);
        }

        @Test
        @Conforms("C-158")
        void what_is_not_delivered_does_not_count() throws Exception {
            simulator.limits().portfolio(Portfolio.of(1));
            simulator.people().person(ANNA).failsWith(131026);
            assertThat(fateOfParcel(ANNA)).isEqualTo("FAILED 131026");

            assertThat(fateOfParcel(BERTA)).isEqualTo("DELIVERED");
            assertThat(parcel(CARLA)).isEqualTo(131048);
        }

        @Test
        @Conforms("C-159")
        void people_who_wrote_within_24_hours_do_not_count() throws Exception {
            simulator.limits().portfolio(Portfolio.of(1));
            simulator.people().person(ANNA).writes("Hello?");
            assertThat(fateOfParcel(ANNA)).isEqualTo("DELIVERED");
            assertThat(fate(text(ANNA, "Hi"))).isEqualTo("DELIVERED");

            assertThat(use(LimitName.PORTFOLIO).used()).isZero();
            assertThat(fateOfParcel(BERTA)).isEqualTo("DELIVERED");
            assertThat(parcel(CARLA)).isEqualTo(131048);
            assertThat(parcel(ANNA)).isEqualTo(-1);
        }

        @Test
        @Conforms("C-160")
        void it_is_one_limit_over_all_numbers() throws Exception {
            simulator.numbers().add(SECOND, "+15550100002", Client.ACCOUNT);
            simulator.limits().portfolio(Portfolio.of(1));
            assertThat(fateOfParcel(ANNA)).isEqualTo("DELIVERED");

            assertThat(client.post(
                                    "/v23.0/" + SECOND + "/messages",
                                    template(BERTA, "parcel", "en_US", "[]"),
                                    "Bearer " + Client.TOKEN)
                            .code())
                    .isEqualTo(131048);
        }

        @Test
        void strictly_people_count_before_delivery() throws Exception {
            simulator.limits().portfolio(Portfolio.of(1));
            assertThat(parcel(ANNA)).isEqualTo(-1);
            assertThat(parcel(BERTA)).isEqualTo(-1);
            pass(Duration.ofHours(25));

            simulator.limits().portfolio(Portfolio.of(1).strictly());
            assertThat(parcel(ANNA)).isEqualTo(-1);
            assertThat(parcel(BERTA)).isEqualTo(131048);
        }

        @Test
        void strictly_too_a_failure_makes_room_again() throws Exception {
            simulator.limits().portfolio(Portfolio.of(1).strictly());
            simulator.pricing().paymentMethod(false);
            assertThat(parcel(ANNA)).isEqualTo(-1);
            assertThat(parcel(BERTA)).isEqualTo(131048);

            pass(Duration.ofSeconds(1));
            assertThat(parcel(BERTA)).isEqualTo(-1);
        }

        @ParameterizedTest
        @CsvSource({"FAIL_LATER,FAILED 131048", "SILENCE,SILENCE"})
        @Conforms("C-161")
        void one_too_many_can_also_be_accepted_and_fail_or_never_be_heard_of(BeyondPortfolio beyond, String fate)
                throws Exception {
            simulator.limits().portfolio(Portfolio.of(1).beyond(beyond));
            assertThat(fateOfParcel(ANNA)).isEqualTo("DELIVERED");

            assertThat(fateOfParcel(BERTA)).isEqualTo(fate);
        }
    }

    @Nested
    @DisplayName("Marketing a person gets (page: Per-user marketing template limits)")
    class OfMarketing {

        @Test
        @Conforms("C-164")
        void one_too_many_fails_later_with_131049() throws Exception {
            simulator.limits().marketing(2);
            assertThat(fateOfSale(ANNA)).isEqualTo("DELIVERED");
            assertThat(fateOfSale(ANNA)).isEqualTo("DELIVERED");
            assertThat(fateOfSale(ANNA)).isEqualTo("FAILED 131049");
            assertThat(fateOfParcel(ANNA)).isEqualTo("DELIVERED");
            assertThat(fateOfSale(BERTA)).isEqualTo("DELIVERED");
        }

        @Test
        @Conforms("C-165")
        void a_reply_lifts_it_and_what_goes_inside_the_window_is_not_counted() throws Exception {
            simulator.limits().strictMarketing();
            assertThat(fateOfSale(ANNA)).isEqualTo("DELIVERED");
            simulator.people().person(ANNA).writes("Tell me more");
            assertThat(fateOfSale(ANNA)).isEqualTo("DELIVERED");
            simulator.people().person(BERTA).writes("Tell me more");
            assertThat(fateOfSale(BERTA)).isEqualTo("DELIVERED");

            pass(Duration.ofHours(24));
            assertThat(fateOfSale(BERTA)).isEqualTo("DELIVERED");
            assertThat(fateOfSale(BERTA)).isEqualTo("FAILED 131049");
        }

        @Test
        @Conforms("C-166")
        void after_24_hours_it_is_free_again_unless_somebody_retried_before() throws Exception {
            simulator.limits().strictMarketing();
            assertThat(fateOfSale(ANNA)).isEqualTo("DELIVERED");
            assertThat(fateOfSale(BERTA)).isEqualTo("DELIVERED");
            assertThat(fateOfSale(ANNA)).isEqualTo("FAILED 131049");
            assertThat(fateOfSale(BERTA)).isEqualTo("FAILED 131049");
            pass(Duration.ofHours(23));
            assertThat(fateOfSale(ANNA)).isEqualTo("FAILED 131049");

            pass(Duration.ofHours(1));
            assertThat(fateOfSale(BERTA)).isEqualTo("DELIVERED");
            assertThat(fateOfSale(ANNA)).isEqualTo("FAILED 131049");
            pass(Duration.ofHours(24));
            assertThat(fateOfSale(ANNA)).isEqualTo("DELIVERED");
        }

        @ParameterizedTest
        @CsvSource({
            "+491511234567,DELIVERED",
            "+447700900123,DELIVERED",
            "+4712345678,DELIVERED",
            "+819012345678,DELIVERED",
            "+821012345678,DELIVERED",
            "+41791234567,FAILED 131049",
            "+919812345678,FAILED 131049",
            "+905301234567,FAILED 131049",
            "+14165550123,FAILED 131049"
        })
        @Conforms("C-167")
        void it_does_not_hold_in_the_EEA_the_United_Kingdom_Japan_and_South_Korea(String person, String second)
                throws Exception {
            simulator.limits().strictMarketing();
            assertThat(fateOfSale(person)).isEqualTo("DELIVERED");
            assertThat(fateOfSale(person)).isEqualTo(second);
        }

        @Test
        @Conforms("C-168")
        void nor_for_numbers_from_there() throws Exception {
            simulator.numbers().add(SECOND, "+4930123456", Client.ACCOUNT);
            simulator.limits().strictMarketing();
            for (int i = 0; i < 2; i++) {
                Client.Answer answer = client.post(
                        "/v23.0/" + SECOND + "/messages",
                        template(ANNA, "sale", "en_US", "[]"),
                        "Bearer " + Client.TOKEN);
                pass(Duration.ofSeconds(1));
                assertThat(fates.get(answer.wamid())).isEqualTo("DELIVERED");
            }
        }

        @ParameterizedTest
        @CsvSource({
            "+12125550123,FAILED 131049",
            "+19075550123,FAILED 131049",
            "+14165550123,DELIVERED",
            "+18765550123,DELIVERED",
            "+17875550123,DELIVERED",
            "+15550101001,DELIVERED",
            "+447700900123,DELIVERED"
        })
        @Conforms("C-169")
        void numbers_with_area_codes_of_the_United_States_get_none_at_all(String person, String fate) throws Exception {
            simulator.limits().usMarketing();
            simulator.people().person(person).writes("Even if they ask");
            assertThat(fateOfSale(person)).isEqualTo(fate);
            assertThat(fateOfParcel(person)).isEqualTo("DELIVERED");
        }

        @ParameterizedTest
        @CsvSource({"2025-03-31T23:59:59.999Z,DELIVERED", "2025-04-01T00:00:00Z,FAILED 131049"})
        @Conforms("C-170")
        void since_the_first_of_April_2025(Instant when, String fate) throws Exception {
            simulator.close();
            open(when);
            simulator.limits().usMarketing();
            assertThat(fateOfSale("+12125550123")).isEqualTo(fate);
        }

        @Test
        void who_stopped_offers_gets_131050_whatever_the_limits() throws Exception {
            simulator.limits().marketing(1);
            assertThat(fateOfSale(ANNA)).isEqualTo("DELIVERED");
            simulator.people().person(ANNA).stopsOffers();
            assertThat(fateOfSale(ANNA)).isEqualTo("FAILED 131050");
            assertThat(fateOfParcel(ANNA)).isEqualTo("DELIVERED");
        }
    }

    @Nested
    @DisplayName("Upgrades (pages: Messaging limits, Throughput)")
    class OfUpgrades {

        @Test
        @Conforms("C-162")
        void half_of_the_tier_used_in_seven_days_raises_it_within_six_hours() throws Exception {
            simulator.numbers().get(Client.NUMBER).messagingLimit("TIER_2K");
            simulator.limits().upgrades();
            for (int i = 0; i < 1_000; i++) {
                assertThat(parcel("+54911555" + (20_000 + i))).isEqualTo(-1);
            }
            pass(Duration.ofHours(5));
            assertThat(simulator.numbers().get(Client.NUMBER).messagingLimit()).isEqualTo("TIER_2K");
            pass(Duration.ofHours(2));
            assertThat(simulator.numbers().get(Client.NUMBER).messagingLimit()).isEqualTo("TIER_10K");
        }

        @Test
        @Conforms("C-163")
        void not_with_a_quality_that_is_less_than_high() throws Exception {
            simulator.numbers().get(Client.NUMBER).messagingLimit("TIER_2K").qualityRating("YELLOW");
            simulator.limits().upgrades();
            for (int i = 0; i < 1_000; i++) {
                assertThat(parcel("+54911555" + (20_000 + i))).isEqualTo(-1);
            }
            pass(Duration.ofHours(7));
            assertThat(simulator.numbers().get(Client.NUMBER).messagingLimit()).isEqualTo("TIER_2K");
        }

        @Test
        @Conforms("C-666")
        void two_thousand_people_reached_in_thirty_days_lead_from_the_first_tier_to_the_next() throws Exception {
            simulator.numbers().get(Client.NUMBER).messagingLimit("TIER_250");
            simulator.limits().upgrades();
            for (int i = 0; i < 1_999; i++) {
                assertThat(parcel("+54911555" + (20_000 + i))).isEqualTo(-1);
            }
            pass(Duration.ofHours(7));
            assertThat(limit()).as("one person is missing").isEqualTo("TIER_250");
            assertThat(parcel(ANNA)).isEqualTo(-1);
            pass(Duration.ofHours(7));
            assertThat(limit()).isEqualTo("TIER_2K");
        }

        @Test
        void people_reached_more_than_thirty_days_ago_do_not_count_for_the_first_tier() throws Exception {
            simulator.numbers().get(Client.NUMBER).messagingLimit("TIER_250");
            simulator.limits().upgrades();
            for (int i = 0; i < 1_999; i++) {
                assertThat(parcel("+54911555" + (20_000 + i))).isEqualTo(-1);
            }
            pass(Duration.ofDays(31));
            assertThat(parcel(ANNA)).isEqualTo(-1);
            pass(Duration.ofHours(7));
            assertThat(limit()).isEqualTo("TIER_250");
        }

        @Test
        @Conforms("C-665")
        void a_number_that_reached_a_hundred_thousand_people_in_a_day_gets_the_high_level_after_a_minute_of_131057()
                throws Exception {
            SimulatedNumber number = simulator.numbers().get(Client.NUMBER).messagingLimit("TIER_UNLIMITED");
            simulator.limits().upgrades();
            for (int i = 0; i < 99_999; i++) {
                Sending sending = new Sending(number, "54911" + (1_000_000 + i), "utility", false, false, 0);
                simulator.limits().reached(sending, Progress.DELIVERED);
            }
            assertThat(parcel(ANNA)).isEqualTo(-1);
            assertThat(parcel(BERTA)).as("one person is missing").isEqualTo(-1);
            pass(Duration.ofSeconds(1));

            assertThat(parcel(CARLA)).isEqualTo(131057);
            pass(Duration.ofSeconds(58));
            assertThat(parcel(CARLA)).isEqualTo(131057);
            assertThat(number.throughputLevel()).isEqualTo("STANDARD");
            pass(Duration.ofSeconds(2));
            assertThat(parcel(CARLA)).isEqualTo(-1);
            assertThat(number.throughputLevel()).isEqualTo("HIGH");
        }

        private String limit() {
            return simulator.numbers().get(Client.NUMBER).messagingLimit();
        }
    }

    @ParameterizedTest
    @EnumSource(LimitName.class)
    void each_limit_can_be_switched_off_by_itself(LimitName name) {
        simulator.limits().asDocumented().off(name);
        assertThat(simulator.limits().usage()).extracting(LimitUse::limit).doesNotContain(name);
        simulator.limits().none();
        assertThat(simulator.limits().usage()).isEmpty();
    }
}

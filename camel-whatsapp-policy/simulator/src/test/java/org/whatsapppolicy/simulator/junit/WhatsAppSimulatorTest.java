package org.whatsapppolicy.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.SimulatorBuilder;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.fault.Faults;
import org.whatsapppolicy.simulator.ledger.Ledger;
import org.whatsapppolicy.simulator.limit.Limits;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.template.Templates;
import org.whatsapppolicy.simulator.token.Tokens;

class WhatsAppSimulatorTest {

    @Nested
    @WhatsAppSimulator(
            number = "222",
            displayNumber = "+4930111222",
            account = "111",
            token = "secret",
            clock = "2026-11-25T12:00:00Z",
            templates =
                    @WhatsAppTemplate(
                            name = "parcel_sent",
                            language = "de",
                            body = "Dein Paket: {{1}}",
                            quickReplies = "Stopp"),
            setup = OnAnnotatedClass.AnotherNumber.class)
    class OnAnnotatedClass {

        private final Simulator ofTheConstructor;

        OnAnnotatedClass(Simulator simulator) {
            ofTheConstructor = simulator;
        }

        @Test
        void its_options_configure(Simulator simulator) {
            assertThat(simulator.numbers().get("222").accountId()).isEqualTo("111");
            assertThat(simulator.numbers().all()).hasSize(2);
            assertThat(simulator.clock().now()).isEqualTo(Instant.parse("2026-11-25T12:00:00Z"));
            assertThat(simulator.templates().all()).singleElement().satisfies(stored -> {
                assertThat(stored.template().language()).isEqualTo("de");
                assertThat(stored.template().quickReplies()).containsExactly("Stopp");
            });
        }

        @Test
        void constructor_and_method_are_given_the_same(Simulator simulator) {
            assertThat(ofTheConstructor).isSameAs(simulator);
        }

        @Test
        void every_part_can_be_asked_for(
                Simulator simulator,
                SimulatorClock clock,
                People people,
                Ledger ledger,
                Faults faults,
                Templates templates,
                Tokens tokens,
                Numbers numbers,
                Limits limits) {
            assertThat(clock).isSameAs(simulator.clock());
            assertThat(people).isSameAs(simulator.people());
            assertThat(ledger).isSameAs(simulator.ledger());
            assertThat(faults).isSameAs(simulator.faults());
            assertThat(templates).isSameAs(simulator.templates());
            assertThat(tokens).isSameAs(simulator.tokens());
            assertThat(numbers).isSameAs(simulator.numbers());
            assertThat(limits).isSameAs(simulator.limits());
        }

        @Test
        @WhatsAppSimulator(number = "333")
        void a_methods_own_options_replace_them(Simulator simulator) {
            assertThat(simulator.numbers().all()).singleElement().satisfies(number -> assertThat(number.id())
                    .isEqualTo("333"));
            assertThat(simulator.clock().isVirtual()).isFalse();
        }

        /** Adds what no option can say. */
        static final class AnotherNumber implements SimulatorSetup {
            @Override
            public void configure(SimulatorBuilder builder) {
                builder.number("223", "+4930111223", "111");
            }
        }
    }

    @Nested
    @SuppressWarnings("NullAway.Init")
    class OnFields {

        @WhatsAppSimulator(clock = "2026-11-25T12:00:00Z")
        private Simulator simulator;

        @WhatsAppSimulator
        private People people;

        @WhatsAppSimulator(name = "second")
        private Simulator second;

        @Test
        void fields_are_given_what_they_ask_for_and_names_tell_simulators_apart(@WhatsAppSimulator Ledger ledger) {
            assertThat(simulator.clock().isVirtual()).isTrue();
            assertThat(people).isSameAs(simulator.people());
            assertThat(ledger).isSameAs(simulator.ledger());
            assertThat(second).isNotSameAs(simulator);
            assertThat(second.clock().isVirtual()).isFalse();
        }
    }

    @Nested
    class OnAParameter {

        @Test
        void a_parameter_configures_where_nothing_else_does(
                @WhatsAppSimulator(number = "444", name = "a") Simulator one,
                @WhatsAppSimulator(number = "555", name = "b") Simulator another) {
            assertThat(one.numbers().get("444").id()).isEqualTo("444");
            assertThat(another.numbers().get("555").id()).isEqualTo("555");
        }
    }

    @Nested
    @WhatsAppSimulator
    class OneForEachTest {

        private static final Set<Simulator> SEEN = ConcurrentHashMap.newKeySet();

        @Test
        void is_new(Simulator simulator) {
            assertThat(SEEN.add(simulator)).isTrue();
        }

        @Test
        void every_time(Simulator simulator) {
            assertThat(SEEN.add(simulator)).isTrue();
        }
    }

    @Nested
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    @SuppressWarnings("NullAway.Init")
    class OneForTheClass {

        @WhatsAppSimulator(clock = "2026-11-25T12:00:00Z")
        private static Simulator simulator;

        @Test
        @Order(1)
        void goes_on_living(SimulatorClock clock) {
            clock.advance(Duration.ofHours(1));
            assertThat(clock).isSameAs(simulator.clock());
        }

        @Test
        @Order(2)
        void from_test_to_test(SimulatorClock clock) {
            assertThat(clock.now()).isEqualTo(Instant.parse("2026-11-25T13:00:00Z"));
        }

        @Nested
        class AlsoInside {

            @Test
            void nested_classes(Simulator same) {
                assertThat(same).isSameAs(simulator);
            }
        }
    }
}

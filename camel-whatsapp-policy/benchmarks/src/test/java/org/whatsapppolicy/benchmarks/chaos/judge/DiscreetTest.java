package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.whatsapppolicy.benchmarks.chaos.drive.Scene;

class DiscreetTest {

    private static final String ALL = "org.apache.camel:type=services,name=PolicyControl\n  Stopped = []\n  <routes/>\n"
            + "meter camel.exchange.event.notifier{endpointName=whatsapp-policy://send }";

    private final Scene scene = new Scene();

    @Test
    void a_node_that_shows_what_it_should_and_no_more() {
        scene.shows("JMX and meters of node0", ALL);
        assertThat(new Discreet().judge(scene.evidence())).isEmpty();
    }

    @Test
    void a_node_that_shows_nothing_proves_nothing() {
        scene.shows("JMX and meters of node0", ALL.substring(ALL.indexOf("meter")));
        assertThat(new Discreet().judge(scene.evidence()))
                .singleElement()
                .satisfies(found -> assertThat(found.promise()).isEqualTo(8));
    }

    @Test
    void a_node_of_an_earlier_build_may_show_less_and_hides_as_much() {
        scene.shows("JMX of an earlier build, node0", "org.apache.camel:type=context");
        assertThat(new Discreet().judge(scene.evidence())).isEmpty();
        scene.shows("JMX of an earlier build, node1", "received: Oi, qual o valor? canarytext in");
        assertThat(new Discreet().judge(scene.evidence())).hasSize(1);
    }

    @Test
    void what_a_person_wrote_is_a_text_too() {
        scene.shows("log node0-1.log", "received: Oi, qual o valor? canarytext in");
        assertThat(new Discreet().judge(scene.evidence())).hasSize(1);
    }
}

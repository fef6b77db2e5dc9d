package org.whatsapppolicy.store.benchmark;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Not part of an ordinary build. Run it on a machine that does nothing else:
 * {@code mvn -pl camel-whatsapp-policy/store -am verify -Dbenchmark=true -Dtest=SpeedTest
 * -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dmessages=} and {@code -Drounds=} make it longer.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class SpeedTest {

    @Test
    void prints_messages_a_second() throws Exception {
        StoreBenchmark.main(new String[0]);
    }
}

package org.whatsapppolicy.policy.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is remembered is remembered right, or not at all. */
class KnownNumbersTest {

    @Test
    void givesBackEachRegionThatStandsForANumber() {
        KnownNumbers known = new KnownNumbers(8);
        known.add(5511987654321L, "BR");
        known.add(15550101001L, "US");
        known.add(999_999_999_999_999L, "ZZ");
        known.add(800_1234_5678L, "001");
        assertThat(known.region(5511987654321L)).isEqualTo("BR");
        assertThat(known.region(15550101001L)).isEqualTo("US");
        assertThat(known.region(999_999_999_999_999L)).isEqualTo("ZZ");
        assertThat(known.region(800_1234_5678L)).isEqualTo("001");
        assertThat(known.region(5511987654322L)).isNull();
        assertThat(known.region(0)).isNull();
    }

    @Test
    void whatItCannotWriteDownItForgets() {
        KnownNumbers known = new KnownNumbers(8);
        known.add(1L << 50, "BR");
        known.add(5511987654321L, "br");
        known.add(5511987654322L, "BRA");
        assertThat(known.region(1L << 50)).isNull();
        assertThat(known.region(0)).isNull();
        assertThat(known.region(5511987654321L)).isNull();
        assertThat(known.region(5511987654322L)).isNull();
    }

    @Test
    void neverMistakesOneNumberForAnotherHoweverFull() {
        KnownNumbers known = new KnownNumbers(6);
        Map<Long, String> truth = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long digits = 1 + random.nextLong(999_999_999_999_999L);
            String region = "" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26));
            truth.putIfAbsent(digits, region);
            known.add(digits, truth.get(digits));
            assertThat(known.region(digits)).isEqualTo(truth.get(digits));
        }
        truth.forEach((digits, region) -> assertThat(known.region(digits)).isIn(null, region));
    }
}

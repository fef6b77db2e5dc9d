package org.whatsapppolicy.camel.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AccessTokenTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicReference<String> secret = new AtomicReference<>("one");
    private final AtomicInteger reads = new AtomicInteger();
    private final AccessToken token = new AccessToken("{{secret}}", this::read, nanos::get);

    private String read(String written) {
        reads.incrementAndGet();
        String now = Objects.requireNonNull(secret.get());
        if (now.isEmpty()) {
            throw new IllegalArgumentException("the vault is away");
        }
        return now;
    }

    private void later(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void is_read_at_most_once_a_second() {
        secret.set("two");
        later(999);
        assertThat(token.value()).isEqualTo("one");
        later(1);
        assertThat(token.value()).isEqualTo("two");
        assertThat(token.value()).isEqualTo("two");
        assertThat(reads).hasValue(2);
    }

    @Test
    void is_read_at_once_when_the_platform_refused_it() {
        assertThat(token.renewed("one")).isFalse();
        secret.set("two");
        assertThat(token.renewed("one")).isTrue();
        assertThat(token.value()).isEqualTo("two");
    }

    @Test
    void the_last_one_stays_while_its_source_is_away_and_is_never_shown() {
        secret.set("");
        later(5_000);
        assertThat(token.value()).isEqualTo("one");
        assertThat(token).hasToString("AccessToken");
    }
}

package org.whatsapppolicy.camel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.camel.send.Later;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.store.Inbox;
import org.whatsapppolicy.store.PolicyStore;

/** S-21: who waits until no request can begin any more, while this node stops and another one may still begin one. */
class UnderWayTest {

    private static final Set<Recipient> ANA = Set.of(new RecipientReader().read("+5511987654321", "BR"));

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Later later = new Later(timer);
    private final UnderWay underWay = new UnderWay(store(), Runnable::run, later, () -> 0);
    private final List<Boolean> told = new ArrayList<>();

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    /** Another node writes to everybody, always. */
    private static PolicyStore store() {
        Inbox inbox = fake(Inbox.class, "underWay", Optional.of(Duration.ofSeconds(1)));
        return fake(PolicyStore.class, "inbox", inbox);
    }

    private static <T> T fake(Class<T> type, String method, Object answer) {
        return type.cast(Objects.requireNonNull(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (!called.getName().equals(method)) {
                        throw new UnsupportedOperationException(called.getName());
                    }
                    return answer;
                })));
    }

    private void stop() {
        timer.shutdownNow();
        later.stop();
    }

    @Test
    @DisplayName("is told once that it is not over")
    void it_is_not_over() {
        CompletableFuture<Void> past = underWay.past(Duration.ofDays(1));
        assertThat(past).isNotDone();
        stop();
        assertThat(past)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("is stopping");
    }

    @Test
    @DisplayName("is told so at once when it comes after the stop")
    void after_the_stop() {
        stop();
        underWay.over(ANA, told::add);
        assertThat(told).containsExactly(false);
        assertThat(underWay.past(Duration.ofDays(1))).isCompletedExceptionally();
    }
}

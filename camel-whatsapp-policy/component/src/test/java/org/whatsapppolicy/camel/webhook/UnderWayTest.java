package org.whatsapppolicy.camel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
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
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
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
    private final UnderWay underWay = new UnderWay(store(), Runnable::run, later);
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
        return fake(type, (called, arguments) -> {
            if (!called.getName().equals(method)) {
                throw new UnsupportedOperationException(called.getName());
            }
            return answer;
        });
    }

    private static <T> T fake(Class<T> type, BiFunction<Method, Object[], @Nullable Object> answers) {
        return type.cast(Objects.requireNonNull(Proxy.newProxyInstance(
                UnderWayTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> answers.apply(called, arguments))));
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
    @DisplayName("is told after 1.5 s although the store has not answered yet, and nothing more when it does")
    void the_store_is_slow() {
        List<Runnable> scheduled = new ArrayList<>();
        Later byHand = new Later(fake(ScheduledExecutorService.class, (called, arguments) -> {
            scheduled.add((Runnable) arguments[0]);
            return null;
        }));
        Inbox slow = fake(Inbox.class, (called, arguments) -> {
            scheduled.forEach(Runnable::run);
            assertThat(told).containsExactly(false);
            return Optional.empty();
        });
        PolicyStore store = fake(PolicyStore.class, "inbox", slow);

        new UnderWay(store, Runnable::run, byHand).over(ANA, told::add);

        assertThat(scheduled).hasSize(1);
        assertThat(told).containsExactly(false);
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

package org.whatsapppolicy.camel.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.document.Sender;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.TokenLease;

@DisplayName("M-7: a fetch of tokens that fails, for whatever reason, is not the sender's last")
class TokenSourceTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Runnable> blocking = new ArrayDeque<>();
    private final Lane lane =
            new Lane(new Sender("billing", "1", "token", null, null, null, null, 10, null), "http://localhost");
    private final TokenSource source = new TokenSource(store(), this::execute, new Later(timer), () -> 0);
    private boolean crowded;
    private @Nullable Throwable broken;

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    private PolicyStore store() {
        return (PolicyStore) Objects.requireNonNull(Proxy.newProxyInstance(
                PolicyStore.class.getClassLoader(), new Class<?>[] {PolicyStore.class}, (store, method, arguments) -> {
                    if (broken != null) {
                        throw broken;
                    }
                    return new TokenLease(1, Duration.ZERO, Duration.ofSeconds(1));
                }));
    }

    private void execute(Runnable task) {
        if (crowded) {
            throw new InternalError("unable to create native thread");
        }
        blocking.add(task);
    }

    /** As the gate does. */
    private void fetch() {
        assertThat(lane.tokens.mayFetch(0)).isTrue();
        source.fetch(lane, () -> {});
        while (!blocking.isEmpty()) {
            blocking.remove().run();
        }
    }

    private void nextFetchBringsTokens() {
        fetch();
        assertThat(lane.tokens.take(0)).isTrue();
    }

    @Test
    void because_no_thread_can_be_started() {
        crowded = true;
        fetch();
        crowded = false;
        nextFetchBringsTokens();
    }

    @Test
    void because_of_an_error_of_the_machine() {
        broken = new InternalError("once");
        fetch();
        broken = null;
        nextFetchBringsTokens();
    }
}

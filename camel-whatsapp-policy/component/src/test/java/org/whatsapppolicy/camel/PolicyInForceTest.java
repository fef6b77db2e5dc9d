package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.camel.document.PolicyInForce;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.ActivePolicy;

@DisplayName("S-7: the document in force")
class PolicyInForceTest {

    private final PolicyInForce policy = new PolicyInForce(
            "ours", text(5), Duration.ofSeconds(31), PolicyInForceTest::resolved, () -> true, document -> {});

    private static String text(long revision) {
        return Rig.POLICY.replace("revision: 1", "revision: " + revision);
    }

    private static String resolved(String given) {
        return given.replace("{{wa.token}}", "first-token");
    }

    private static ActivePolicy active(long revision) {
        return new ActivePolicy(revision, "of " + revision, text(revision), Rig.MORNING);
    }

    @Test
    @DisplayName("is never an older one again, because somebody read of it before another followed a newer")
    void is_never_an_older_one() {
        Deque<Runnable> meanwhile = new ArrayDeque<>(List.of(() -> policy.follow(active(7))));
        PolicyStore store = (PolicyStore) Proxy.newProxyInstance(
                PolicyStore.class.getClassLoader(), new Class<?>[] {PolicyStore.class}, (proxy, method, args) -> {
                    if (meanwhile.isEmpty()) {
                        return Optional.empty();
                    }
                    meanwhile.remove().run();
                    return Optional.of(active(6));
                });

        assertThat(policy.latest(store).revision()).isEqualTo(7);
        assertThat(policy.document().revision()).isEqualTo(7);
    }
}

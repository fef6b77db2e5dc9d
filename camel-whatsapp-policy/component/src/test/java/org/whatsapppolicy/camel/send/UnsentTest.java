package org.whatsapppolicy.camel.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreUnavailableException;

@DisplayName("Claims that were taken up for nothing")
class UnsentTest {

    private static final UUID ONE = UUID.randomUUID();

    private final Unsent unsent = new Unsent();

    @Test
    void are_kept_while_the_store_does_not_take_them() {
        unsent.add(List.of(ONE));

        unsent.bring(away(false));

        assertThat(unsent.none()).isFalse();
    }

    @Test
    void are_not_given_back_twice_when_the_answer_alone_was_lost() {
        unsent.add(List.of(ONE));

        unsent.bring(away(true));

        assertThat(unsent.none()).isTrue();
    }

    @Test
    void may_be_added_again_while_they_are_given_back() {
        unsent.add(List.of(ONE));

        unsent.bring(store(() -> unsent.add(List.of(ONE))));

        assertThat(unsent.none()).isFalse();
    }

    private static PolicyStore away(boolean commitUnknown) {
        return store(() -> {
            throw new StoreUnavailableException("away", null, commitUnknown);
        });
    }

    private static PolicyStore store(Runnable handBack) {
        return (PolicyStore) Proxy.newProxyInstance(
                UnsentTest.class.getClassLoader(), new Class<?>[] {PolicyStore.class}, (proxy, method, arguments) -> {
                    handBack.run();
                    return null;
                });
    }
}

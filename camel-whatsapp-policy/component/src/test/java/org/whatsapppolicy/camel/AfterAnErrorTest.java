package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.SOON;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.store.Feed;
import org.whatsapppolicy.store.Inbox;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.memory.MemoryStore;

@DisplayName(
        "The loops of a node outlive an error of the machine: without them it would look sound and bring nothing any more")
class AfterAnErrorTest {

    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Queue<String> got = new ConcurrentLinkedQueue<>();

    /** The same, whose methods of these names end in an error once. */
    private <T> T breaking(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (broken.remove(method.getName())) {
                        throw new OutOfMemoryError("once");
                    }
                    try {
                        Object found = method.invoke(real, arguments);
                        return switch (method.getName()) {
                            case "feed" -> breaking(Feed.class, found);
                            case "inbox" -> breaking(Inbox.class, found);
                            default -> found;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Test
    void the_dispatcher_the_events_and_the_inbox() throws Exception {
        WebhookRig hook = new WebhookRig(Rig.POLICY);
        MemoryStore memory = new MemoryStore(StoreOptions.DEFAULTS.frozenAt(Rig.MORNING));
        broken.addAll(List.of("departDue", "next", "claim"));
        try (Rig rig = hook.rig().store(breaking(PolicyStore.class, memory))) {
            hook.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:take").to(Rig.SEND + "&async=true");
                    from("whatsapp-policy:events?subscriber=crm&types=consent").process(e -> got.add("event"));
                    from(WebhookRig.HOOK)
                            .filter(header(WhatsAppPolicyConstants.EVENT).isEqualTo("message"))
                            .process(e -> got.add("message"));
                }
            });
            rig.agreed(ANA, "slip");
            rig.send("direct:take", List.of("Ana", "amanha"), Rig.slipTo(ANA));
            rig.simulator.people().person(ANA).writes("Oi");

            await().atMost(SOON).until(() -> rig.accepted().size() == 1);
            await().atMost(SOON).until(() -> got.containsAll(List.of("event", "message")));
            assertThat(broken).isEmpty();
        }
    }
}

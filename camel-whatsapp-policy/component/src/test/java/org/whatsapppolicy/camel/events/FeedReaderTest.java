package org.whatsapppolicy.camel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.camel.handover.Attempts;
import org.whatsapppolicy.camel.send.Later;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.FeedEvent.Kind;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.memory.MemoryStore;

/** S-41: how a reader stays the reader of its subscriber. */
class FeedReaderTest {

    private static final Recipient ANA = new RecipientReader().read("+5511987654321", "BR");

    private final PolicyStore store = new MemoryStore();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Runnable> scheduled = new ConcurrentLinkedQueue<>();
    private final Queue<FeedEvent> read = new ConcurrentLinkedQueue<>();
    private final FeedReader reader = new FeedReader(
            store.feed(),
            new Subscription("crm", Set.of(Kind.OPT_OUT)),
            "a node",
            read::add,
            Attempts.STANDARD,
            this::execute,
            new Later(byHand()));
    private volatile boolean crowded;

    @AfterEach
    void end() {
        reader.stop();
        threads.shutdownNow();
    }

    private void execute(Runnable task) {
        if (crowded) {
            throw new RejectedExecutionException("no thread can be started just now");
        }
        threads.execute(task);
    }

    private ScheduledExecutorService byHand() {
        return ScheduledExecutorService.class.cast(Objects.requireNonNull(Proxy.newProxyInstance(
                FeedReaderTest.class.getClassLoader(),
                new Class<?>[] {ScheduledExecutorService.class},
                (proxy, called, arguments) -> {
                    scheduled.add((Runnable) arguments[0]);
                    return null;
                })));
    }

    private void optsOut(String why) {
        Evidence evidence = new Evidence(Instant.now(), "crm", null, null, null, why);
        store.record(List.of(new PersonAct(ANA, new ConsentAct.Withdrawn(Scope.ALL, evidence))));
    }

    private void agrees(String purpose) {
        Evidence evidence = new Evidence(Instant.now(), "form", null, null, null, null);
        store.record(List.of(new PersonAct(ANA, new ConsentAct.Granted(Grant.of(purpose, evidence)))));
    }

    @Test
    @DisplayName("whoever reads gets the kinds back that somebody else took away while nobody could read")
    void kinds_come_back() {
        reader.start();
        optsOut("first");
        await().until(() -> read.size() == 1);

        store.feed().subscribe("crm", Set.of(Kind.LIMIT));
        scheduled.remove().run();
        await().until(() -> {
            optsOut("again");
            return read.size() > 1;
        });
    }

    @Test
    @DisplayName("whoever reads takes no kinds from a node that subscribed to more")
    void others_keep_theirs() {
        reader.start();
        optsOut("first");
        await().until(() -> read.size() == 1);

        store.feed().subscribe("crm", Set.of(Kind.OPT_OUT, Kind.CONSENT));
        scheduled.remove().run();
        await().until(() -> !scheduled.isEmpty());
        agrees("newsletter");
        optsOut("again");
        await().until(() -> read.size() > 2);
        assertThat(read).extracting(FeedEvent::kind).contains(Kind.CONSENT);
    }

    @Test
    @DisplayName("whoever reads prolongs its lease also after no thread could be started for that once")
    void prolongs_after_no_thread_could_be_started() {
        reader.start();
        crowded = true;
        scheduled.remove().run();
        crowded = false;
        assertThat(scheduled).hasSize(1);
    }
}

package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.SOON;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.token.Tokens;

class SubscriptionsReadTest {

    private static final long FIVE_MINUTES = 300_000;
    private static final int RESTARTS = 3;
    private static final String ROUTE = "hook";

    /** What shall happen in five minutes happens when the test says so. */
    private final Queue<Runnable> inFiveMinutes = new ConcurrentLinkedQueue<>();

    private static long reads(Rig rig) {
        return rig.simulator
                .ledger()
                .where(entry -> entry.asked().target().equals(Tokens.APP_ID))
                .size();
    }

    @Test
    @DisplayName(
            "S-20: to what the app is subscribed is read once in five minutes, however often the route was restarted")
    void read_once_however_often_the_route_was_restarted() throws Exception {
        try (Rig rig = new Rig().with(component -> component.setTemplateInterval(2 * FIVE_MINUTES))) {
            rig.camel.getExecutorServiceManager().setThreadPoolFactory(new Timers());
            rig.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:hook").routeId(ROUTE).to(WebhookRig.HOOK + "&appId=" + Tokens.APP_ID);
                }
            });
            awaitReads(rig, 1);
            for (int restart = 1; restart <= RESTARTS; restart++) {
                rig.camel.getRouteController().stopRoute(ROUTE);
                rig.camel.getRouteController().startRoute(ROUTE);
                awaitReads(rig, 1 + restart);
            }

            long before = reads(rig);
            for (int later = 1; later <= 3; later++) {
                List<Runnable> turns = List.copyOf(inFiveMinutes);
                inFiveMinutes.removeAll(turns);
                turns.forEach(Runnable::run);
                await().atMost(SOON).until(() -> !inFiveMinutes.isEmpty());
                assertThat(reads(rig) - before).isEqualTo(later);
            }
        }
    }

    private void awaitReads(Rig rig, int reads) {
        await().atMost(SOON).until(() -> reads(rig) == reads && inFiveMinutes.size() == reads);
    }

    private final class Timers extends DefaultThreadPoolFactory {
        @Override
        public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory threads) {
            return new ScheduledThreadPoolExecutor(profile.getPoolSize(), threads) {
                @Override
                public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
                    if (unit.toMillis(delay) != FIVE_MINUTES) {
                        return super.schedule(task, delay, unit);
                    }
                    inFiveMinutes.add(task);
                    return super.schedule(() -> {}, delay, unit);
                }
            };
        }
    }
}

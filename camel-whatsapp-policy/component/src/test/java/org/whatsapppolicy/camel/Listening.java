package org.whatsapppolicy.camel;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.whatsapppolicy.simulator.SimulatorBuilder;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;

/** A rig that hears what people answer: the simulator's webhooks arrive, and a route gets the events. */
final class Listening implements AutoCloseable {

    static final String SECRET = "app secret";
    static final Duration SOON = Rig.SOON;
    final Queue<Exchange> got = new ConcurrentLinkedQueue<>();
    final Queue<Exchange> help = new ConcurrentLinkedQueue<>();
    /** Whoever helps is busy until it is down. */
    volatile CountDownLatch desk = new CountDownLatch(0);

    private final int port = FreePort.next();
    final URI hook = URI.create("http://127.0.0.1:" + port + "/whatsapp/webhook");
    final Rig rig;

    Listening(String policy) {
        this(policy, builder -> builder);
    }

    Listening(String policy, UnaryOperator<SimulatorBuilder> more) {
        rig = new Rig(policy, builder -> more.apply(builder).webhook(hook, SECRET));
    }

    Listening start() throws Exception {
        VertxPlatformHttpServerConfiguration http = new VertxPlatformHttpServerConfiguration();
        http.setBindHost("127.0.0.1");
        http.setBindPort(port);
        rig.camel.addService(new VertxPlatformHttpServer(http));
        rig.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to(Rig.SEND);
                from("direct:help").process(exchange -> {
                    desk.await(1, TimeUnit.MINUTES);
                    help.add(exchange.copy());
                });
                from("whatsapp-policy:webhook?appSecret=RAW(" + SECRET + ")&verifyToken=word")
                        .process(exchange -> got.add(exchange.copy()));
            }
        });
        return this;
    }

    /** Waits until the route got so many events of messages, after which nothing of them is still to be decided. */
    void heard(int messages) {
        await().atMost(SOON)
                .until(() -> got.stream()
                                .filter(e -> "message".equals(Rig.header(e, WhatsAppPolicyConstants.EVENT)))
                                .count()
                        >= messages);
    }

    /** Waits until the platform accepted so many messages. */
    List<LedgerEntry> accepted(int messages) {
        await().atMost(SOON).until(() -> rig.accepted().size() >= messages);
        return rig.accepted();
    }

    @Override
    public void close() {
        rig.close();
    }
}

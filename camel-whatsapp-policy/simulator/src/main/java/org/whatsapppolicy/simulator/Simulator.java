package org.whatsapppolicy.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.simulator.account.Accounts;
import org.whatsapppolicy.simulator.block.BlockLists;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.fault.Faults;
import org.whatsapppolicy.simulator.flow.Flows;
import org.whatsapppolicy.simulator.http.ListeningPort;
import org.whatsapppolicy.simulator.journey.Journeys;
import org.whatsapppolicy.simulator.ledger.Ledger;
import org.whatsapppolicy.simulator.limit.Limits;
import org.whatsapppolicy.simulator.media.Media;
import org.whatsapppolicy.simulator.message.AccountTerms;
import org.whatsapppolicy.simulator.message.type.LinkedMedia;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.pricing.Meter;
import org.whatsapppolicy.simulator.pricing.Pricing;
import org.whatsapppolicy.simulator.quality.Quality;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.template.Templates;
import org.whatsapppolicy.simulator.thread.Threads;
import org.whatsapppolicy.simulator.token.DialogKeys;
import org.whatsapppolicy.simulator.token.Tokens;
import org.whatsapppolicy.simulator.twilio.TwilioContents;
import org.whatsapppolicy.simulator.webhook.Webhooks;

/**
 * A WhatsApp Cloud API on a loopback port: Graph-shaped requests, answers and errors for versions 13 to 26, signed
 * webhooks, people with service windows, templates, a clock that tests move, faults on demand, and a ledger of all of
 * it.
 *
 * <pre>{@code
 * try (Simulator simulator = Simulator.builder().token("secret").build().start()) {
 *     // point the client at simulator.baseUri(), then ask simulator.ledger()
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads. Starting and closing block; everything else may be called from event loops.
 */
public final class Simulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final int CLOSING_SECONDS = 30;
    private static final Duration STEP_PATIENCE = Duration.ofMinutes(2);

    private final Vertx vertx;
    private final Assembly assembly;
    private final ListeningPort listening;

    Simulator(SimulatorSettings settings) {
        int eventLoops = Math.max(2, Runtime.getRuntime().availableProcessors());
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(eventLoops).setWorkerPoolSize(2));
        assembly = new Assembly(settings, vertx, this::listening, this::baseUri);
        listening = new ListeningPort(vertx, eventLoops, settings.port(), assembly.face());
    }

    /** A simulator to be configured. */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    /** Runs a simulator alone until the process is ended; see {@code --help}. */
    public static void main(String... arguments) {
        CommandLine.run(arguments);
    }

    /**
     * Starts listening. Returns when requests are answered.
     *
     * @throws IllegalStateException when the port is taken; the simulator is closed then
     */
    public Simulator start() {
        try {
            listening.accept();
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
        LOG.info("WhatsApp simulator listening on {}", baseUri());
        return this;
    }

    /** Stops listening, breaks open connections and drops webhooks that wait. Blocks until done. */
    @Override
    public void close() {
        assembly.webhooks.close();
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The simulator did not close in an orderly manner", e);
        }
        assembly.platform.media().clear();
    }

    /** The port, known from {@link #start} on. */
    public int port() {
        return listening.port();
    }

    /** {@code http://127.0.0.1:port}, without version and without trailing slash. */
    public String baseUri() {
        return "http://127.0.0.1:" + port();
    }

    /** What was asked, answered and delivered. */
    public Ledger ledger() {
        return assembly.platform.ledger();
    }

    /** What goes wrong. */
    public Faults faults() {
        return assembly.platform.faults();
    }

    /** Who is written to, and writes. */
    public People people() {
        return assembly.platform.people();
    }

    /** The templates; see {@link SimulatedTemplate}. */
    public Templates templates() {
        return assembly.platform.templates();
    }

    /** The media it keeps. */
    public Media media() {
        return assembly.platform.media();
    }

    /** The accounts (WABAs): their settings, subscriptions and restrictions. */
    public Accounts accounts() {
        return assembly.platform.accounts();
    }

    /** Whom the business has blocked. */
    public BlockLists blockLists() {
        return assembly.platform.blockLists();
    }

    /** Who may answer whom on numbers shared with other apps. */
    public Threads threads() {
        return assembly.platform.threads();
    }

    /** The time it lives by. */
    public SimulatorClock clock() {
        return assembly.platform.clock();
    }

    /** The bearer tokens. */
    public Tokens tokens() {
        return assembly.platform.tokens();
    }

    /** The keys of the 360dialog face. */
    public DialogKeys dialogKeys() {
        return assembly.platform.dialogKeys();
    }

    /** The contents of the Twilio face. */
    public TwilioContents twilioContents() {
        return assembly.platform.twilioContents();
    }

    /** The business phone numbers and their states. */
    public Numbers numbers() {
        return assembly.platform.numbers();
    }

    /** The limits in force; none to begin with. */
    public Limits limits() {
        return assembly.limits;
    }

    /** The media that clients keep on servers of their own; all good to begin with. */
    public LinkedMedia linkedMedia() {
        return assembly.linkedMedia;
    }

    /** What an account may send beyond the usual, and what it may not. */
    public AccountTerms terms(String accountId) {
        return assembly.terms.of(accountId);
    }

    /** The health of Flows; all are well to begin with. */
    public Flows flows() {
        return assembly.flows;
    }

    /** What becomes of accepted messages; listen here to hear of it. */
    public Journeys journeys() {
        return assembly.journeys;
    }

    /** How numbers and templates are judged by what people think of them; off to begin with. */
    public Quality quality() {
        return assembly.quality;
    }

    /**
     * Lets virtual time pass from one event to the next, and waits at each, in real time, until the receivers have answered
     * what there was to tell. So retries, and what a receiver does at once, happen at their exact times, on any machine.
     *
     * @throws UnsupportedOperationException with a real clock
     * @throws AssertionError when the webhooks of an instant are not answered within two minutes
     */
    public void letPass(Duration time) {
        assembly.webhooks.awaitQuiet(STEP_PATIENCE);
        Instant end = clock().now().plus(time);
        for (Duration left = time; left.compareTo(Duration.ZERO) > 0; left = Duration.between(clock().now(), end)) {
            Duration next = clock().untilNextTask().orElse(left);
            pass(next.compareTo(left) < 0 ? next : left);
        }
    }

    /**
     * The same in steps, within which time does not wait for receivers: for long runs of many people. A try that fails
     * within a step may be repeated as late as at its end.
     *
     * @throws UnsupportedOperationException with a real clock
     * @throws AssertionError when a step's webhooks are not taken within two minutes
     */
    public void letPass(Duration time, Duration step) {
        Duration left = time;
        while (!left.isZero() && !left.isNegative()) {
            Duration next = left.compareTo(step) < 0 ? left : step;
            pass(next);
            left = left.minus(next);
        }
    }

    private void pass(Duration step) {
        clock().advance(step);
        assembly.webhooks.awaitQuiet(STEP_PATIENCE);
    }

    /** What messages cost. */
    public Pricing pricing() {
        return assembly.pricing;
    }

    /** How many messages were delivered, by what they cost. */
    public Meter meter() {
        return assembly.meter;
    }

    /** Who is told of events by webhook, and how webhooks fare on their way. */
    public Webhooks webhooks() {
        return assembly.webhooks;
    }

    /** How many webhooks were lost because too many were waiting for the receiver. */
    public long lostWebhooks() {
        return assembly.webhooks.lost();
    }

    /**
     * Asks the receiver of webhooks to prove itself, as the platform does on subscription. Blocks.
     *
     * @return whether it answered 200 with the challenge and nothing else
     */
    public boolean verifyWebhook(String verifyToken) {
        return assembly.webhooks.verify(verifyToken);
    }

    private ListeningPort listening() {
        return listening;
    }
}

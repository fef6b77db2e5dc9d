package org.whatsapppolicy.benchmarks.chaos.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A node as those who start, kill and stop it see it. Safe for use by several threads. */
public final class NodeProcess {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final String name;
    private final NodeProgram program;
    private final NodeOrders orders;
    private final Path logs;
    private final HttpClient http;
    private volatile @Nullable Process process;
    private volatile boolean ready;
    private volatile boolean paused;
    private volatile int generation;

    /** Does not start it. */
    public NodeProcess(String name, NodeProgram program, NodeOrders orders, Path logs, HttpClient http) {
        this.name = name;
        this.program = program;
        this.orders = orders;
        this.logs = logs;
        this.http = http;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Where it listens, or null while nobody should try. */
    public @Nullable InetSocketAddress address() {
        return ready ? new InetSocketAddress(InetAddress.getLoopbackAddress(), orders.port()) : null;
    }

    /** A URI of its own. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + orders.port() + path);
    }

    /** Whether it has started and was not killed since. */
    public boolean ready() {
        Process mine = process;
        return ready && mine != null && mine.isAlive();
    }

    /** Whether it is still of the earlier build that a run upgrades from. */
    public boolean earlierBuild() {
        return generation == 1 && program.upgrades();
    }

    /** With which code it ended while it was there and nobody ended it; null when it did not. */
    public @Nullable Integer diedWith() {
        Process mine = process;
        if (mine == null || mine.isAlive()) {
            return null;
        }
        // In that order: whoever ends it says so first.
        return ready && mine.equals(process) ? mine.exitValue() : null;
    }

    /** Whether it is stopped by a signal just now. */
    public boolean paused() {
        return paused;
    }

    /** Starts it; returns at once. */
    public synchronized void start() throws IOException {
        generation++;
        List<String> words = new ArrayList<>(program.command(generation));
        words.addAll(orders.words());
        process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve(name + "-" + generation + ".log").toFile())
                .start();
    }

    /** Waits until it answers; false when it ended or the time is over. */
    public boolean await(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        Process mine = process;
        while (mine != null && mine.isAlive() && System.nanoTime() - until < 0) {
            if (answers()) {
                ready = mine.equals(process) && mine.isAlive();
                return ready;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
        }
        return false;
    }

    private boolean answers() {
        try {
            return ask("/ready", LOOK).equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks for something that it shows. */
    public String ask(String path, Duration patience) throws IOException {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(uri(path)).timeout(patience).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(
                        "found " + answer.statusCode() + " at " + path + " of " + name + ", expected 200");
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Kills it with SIGKILL; never blocks. True when it lived. */
    public boolean kill() {
        Process mine = process;
        if (mine == null || !ready) {
            return false;
        }
        ready = false;
        paused = false;
        mine.destroyForcibly();
        return true;
    }

    /** Ends it in order. */
    public void stop(Duration patience) throws InterruptedException {
        Process mine = process;
        ready = false;
        if (mine != null) {
            mine.destroy();
            if (!mine.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                mine.destroyForcibly();
            }
        }
    }

    /** Ends it without waiting, whatever it does. */
    public void end() {
        Process mine = process;
        ready = false;
        if (mine != null) {
            mine.destroyForcibly();
        }
    }

    /** SIGSTOP, or SIGCONT. */
    public void pause(boolean now) throws IOException, InterruptedException {
        Process mine = process;
        if (mine != null && mine.isAlive()) {
            paused = now;
            Process signal = new ProcessBuilder("kill", now ? "-STOP" : "-CONT", Long.toString(mine.pid())).start();
            signal.waitFor(5, TimeUnit.SECONDS);
        }
    }
}

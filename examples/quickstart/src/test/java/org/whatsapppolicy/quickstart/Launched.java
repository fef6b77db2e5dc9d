package org.whatsapppolicy.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The quickstart's jar as a user starts it: a process of its own, in a folder of its own. */
final class Launched implements AutoCloseable {

    private static final AtomicInteger PORTS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(15_000, 30_000));

    final int simulatorPort = freePort();
    final int serverPort = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final Path console;
    private final Process process;

    Launched(Path folder, List<String> properties, String... arguments) throws IOException {
        this.folder = folder;
        this.console = folder.resolve("console.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Dsimulator.port=" + simulatorPort,
                "-Dcamel.server.port=" + serverPort));
        command.addAll(properties);
        command.addAll(List.of(
                "-jar", Path.of("target", "quickstart.jar").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
    }

    /** Waits for its end; gives its exit code. */
    int exit() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after 120 s in " + folder + ":\n" + console());
        }
        return process.exitValue();
    }

    String console() {
        try {
            return Files.readString(console, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the console shows the text. */
    void shows(String text) {
        await().atMost(Duration.ofSeconds(90)).until(() -> console().contains(text) || !process.isAlive());
        assertThat(console()).contains(text);
    }

    /** What a phone does, by the simulator's control API; {@code json} says more of it. */
    void phone(String number, String does, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(simulator("/people/" + number + "/" + does))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** How many messages the simulator took for the number. */
    long accepted(String number) throws IOException, InterruptedException {
        return get(simulator("/ledger?accepted=true&operation=MESSAGE&to=" + number))
                .lines()
                .count();
    }

    String get(URI there) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(there).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** What JMX shows under such names. */
    @SuppressWarnings("BanJNDI") // the address is our own process's
    Set<ObjectName> beans(String pattern) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
        try (JMXConnector connector =
                JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
            return connector.getMBeanServerConnection().queryNames(new ObjectName(pattern), null);
        } finally {
            machine.detach();
        }
    }

    private URI simulator(String path) {
        return URI.create("http://127.0.0.1:" + simulatorPort + "/simulator" + path);
    }

    /** The line of the table that begins with the person and what it is about, its runs of spaces made one. */
    String row(String person, String about) {
        return console()
                .lines()
                .map(line -> line.replaceAll(" +", " "))
                .filter(line -> line.startsWith(person + " " + about + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + person + ", " + about + " in\n" + console()));
    }

    /** One that no outgoing connection gets: systems choose those from above. */
    private static int freePort() {
        while (true) {
            int port = PORTS.getAndIncrement();
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                // Somebody has it: the next one.
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

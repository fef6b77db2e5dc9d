package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.text;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starts the packaged jar as a user does. */
class StandaloneJarIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void java_jar_prints_the_address_takes_a_message_and_ends_when_asked_to() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = Objects.requireNonNull(System.getProperty("standalone.jar"));
        Process process = new ProcessBuilder(java, "-jar", jar, "--port", "0", "--token", "secret")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            URI base = address(out);

            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(base.resolve("/v23.0/200000000000001/messages"))
                            .timeout(Duration.ofSeconds(60))
                            .header("Authorization", "Bearer secret")
                            .POST(HttpRequest.BodyPublishers.ofString(text("+15550101001", "Hello")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> ledger = http.send(
                    HttpRequest.newBuilder(base.resolve("/simulator/ledger")).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).contains("wamid.");
            assertThat(ledger.body()).contains("\"type\":\"text\"").contains("\"accepted\":true");
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static URI address(BufferedReader out) throws Exception {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            int start = line.indexOf("http://127.0.0.1:");
            if (start >= 0) {
                return URI.create(line.substring(start).trim());
            }
        }
        throw new AssertionError("the process ended without an address");
    }
}

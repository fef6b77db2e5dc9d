package org.whatsapppolicy.simulator.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The handshake by which a receiver of webhooks proves that it is one. */
public final class Verification {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI url;

    /** With that receiver; null when none was configured. */
    public Verification(@Nullable URI url) {
        if (url == null) {
            throw new IllegalStateException("no webhook was configured");
        }
        this.url = url;
    }

    /** Sends a challenge. True when it came back as the whole body of a 200. Blocks, for ten seconds at most. */
    public boolean passes(String verifyToken) {
        String challenge = Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000, 2_000_000_000));
        String query = "hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token="
                + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8).replace("+", "%20");
        URI asked = URI.create(url + (url.getRawQuery() == null ? "?" : "&") + query);
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(asked)
                                    .timeout(PATIENCE)
                                    .GET()
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().equals(challenge);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

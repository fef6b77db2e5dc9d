package org.whatsapppolicy.benchmarks.compare;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;

/** The JDK's HTTP client without any Camel: what the stock component is built on, and the yardstick for it. */
final class JdkContestant implements Contestant {

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest.Builder request;

    JdkContestant(Platform platform) {
        this.request = HttpRequest.newBuilder(
                        URI.create(platform.baseUri() + "/v23.0/" + platform.number() + "/messages"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + platform.token());
    }

    @Override
    public String name() {
        return "jdk";
    }

    @Override
    public String description() {
        return "bare JDK HttpClient, asynchronous";
    }

    @Override
    public String durability() {
        return "nothing is kept";
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The letter is ended on every path; nobody waits for the future.
    public void send(Iterator<Letter> letters) {
        while (letters.hasNext()) {
            Letter letter = letters.next();
            HttpRequest post = request.copy()
                    .POST(BodyPublishers.ofString(Slip.json(letter.phone(), letter.key())))
                    .build();
            client.sendAsync(post, BodyHandlers.ofString()).whenComplete((response, failure) -> {
                if (failure == null && response.statusCode() == 200) {
                    letter.accepted();
                }
                letter.ended();
            });
        }
    }

    @Override
    public void close() {}
}

package org.whatsapppolicy.benchmarks.chaos.drive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Sends, replies, opts out and grants, in an order that a seed gives. Writes down what it did and what it was told. */
public final class Driver {

    /** No node takes longer to answer; who does was killed or cut off. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final int IN_FLIGHT = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world;
    private final Random random;
    private final List<String> people;
    private final Queue<Deed> deeds = new ConcurrentLinkedQueue<>();
    private final List<Deed.Send> latest = new ArrayList<>();
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private int keys;

    /** @param people phone numbers */
    public Driver(World world, long seed, List<String> people) {
        this.world = world;
        this.random = new Random(seed);
        this.people = people;
    }

    /** All but the last tenth of the people agree to everything; those never agree to anything. */
    public void everybodyAgrees() throws InterruptedException {
        List<CompletableFuture<?>> all = new ArrayList<>();
        Instant before = Setting.START.minus(Duration.ofDays(2));
        for (int i = 0; i < people.size() * 9 / 10; i++) {
            for (String purpose : List.of("slip", "news")) {
                all.add(grant(people.get(i), purpose, before));
            }
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }

    /** Acts for a while, so many times a second. */
    public void act(Duration time, int perSecond) throws InterruptedException {
        long begun = System.nanoTime();
        long step = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (long next = begun; next - begun < time.toNanos(); next += step) {
            LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            one();
        }
    }

    /** Waits until everybody who was asked has answered or is given up. */
    public void settle() throws InterruptedException {
        if (!room.tryAcquire(IN_FLIGHT, 2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("found requests of the driver without an end");
        }
    }

    /** What was done. */
    public List<Deed> deeds() {
        return List.copyOf(deeds);
    }

    private void one() throws InterruptedException {
        int dice = random.nextInt(1000);
        String phone = somebody();
        if (dice < 780) {
            send(phone, dice < 430 ? "slip" : dice < 720 ? "news" : "chat");
        } else if (dice < 860) {
            again();
        } else if (dice < 910) {
            writes(phone, Canary.TALK, Deed.Meaning.TALK);
        } else if (dice < 940) {
            writes(phone, "STOP", Deed.Meaning.STOP);
        } else if (dice < 955) {
            withdraw(phone);
        } else if (dice < 975) {
            CompletableFuture<?> unused = grant(
                    phone, random.nextBoolean() ? "slip" : "news", world.time().now());
        } else if (dice < 988) {
            writes(phone, "START", Deed.Meaning.START);
        } else {
            writes(phone, "PARAR", Deed.Meaning.STOP);
        }
    }

    /** Some are busier than others, so that there is something to run into. */
    private String somebody() {
        int bound = random.nextInt(4) == 0 ? Math.min(10, people.size()) : people.size();
        return people.get(random.nextInt(bound));
    }

    private void send(String phone, String purpose) throws InterruptedException {
        Deed.Send send = new Deed.Send(System.nanoTime(), phone, purpose, "k" + ++keys, random.nextInt(3) == 0);
        latest.add(send);
        post(send);
    }

    /** The same message once more, maybe while the first is under way, maybe to another node. */
    private void again() throws InterruptedException {
        if (!latest.isEmpty()) {
            int back = Math.min(latest.size(), random.nextBoolean() ? 3 : 200);
            Deed.Send first = latest.get(latest.size() - 1 - random.nextInt(back));
            post(new Deed.Send(System.nanoTime(), first.phone(), first.purpose(), first.key(), first.async()));
        }
    }

    private void post(Deed.Send send) throws InterruptedException {
        ObjectNode order = JSON.createObjectNode()
                .put("to", send.phone())
                .put("purpose", send.purpose())
                .put("key", send.key())
                .put("text", Canary.text(send.key()))
                .put("async", send.async());
        if (!send.purpose().equals("chat")) {
            order.put("template", send.purpose());
        }
        deeds.add(send);
        CompletableFuture<?> unused = ask("/send", order, send::answered);
    }

    private CompletableFuture<?> grant(String phone, String purpose, Instant act) throws InterruptedException {
        deeds.add(new Deed.Grant(System.nanoTime(), phone, purpose, act));
        ObjectNode order = JSON.createObjectNode()
                .put("to", phone)
                .put("purpose", purpose)
                .put("actedAt", act.toString())
                .put("source", "signup");
        return ask("/grant", order, (answer, at) -> {});
    }

    private void withdraw(String phone) throws InterruptedException {
        Deed.Withdrawal withdrawal =
                new Deed.Withdrawal(System.nanoTime(), phone, world.time().now());
        deeds.add(withdrawal);
        ObjectNode order = JSON.createObjectNode()
                .put("to", phone)
                .put("actedAt", withdrawal.act().toString())
                .put("source", "crm");
        CompletableFuture<?> unused = ask("/withdraw", order, (answer, at) -> {
            if (answer.has("effect")) {
                withdrawal.receipt(at);
            }
        });
    }

    void writes(String phone, String text, Deed.Meaning meaning) {
        long now = System.nanoTime();
        String wamid = world.platform().people().person(phone).writes(text);
        Instant act = world.platform().clock().now().truncatedTo(ChronoUnit.SECONDS);
        deeds.add(new Deed.Written(now, phone, meaning, wamid, act));
    }

    private CompletableFuture<?> ask(String path, ObjectNode order, BiConsumer<JsonNode, Long> answered)
            throws InterruptedException {
        World.Stand stand = anybody();
        room.acquire();
        HttpRequest request = HttpRequest.newBuilder(stand.node().uri(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(order.toString()))
                .build();
        return world.http()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .handle((answer, problem) -> {
                    long now = System.nanoTime();
                    JsonNode said = answer == null || answer.statusCode() != 200 ? null : read(answer.body());
                    if (said != null) {
                        world.witness().told(said.path("problem").asText());
                        answered.accept(said, now);
                    }
                    room.release();
                    return said;
                });
    }

    /** A node that is there; when none is, one that cannot answer. */
    private World.Stand anybody() {
        List<World.Stand> there =
                world.stands().stream().filter(stand -> stand.node().ready()).toList();
        List<World.Stand> choice = there.isEmpty() ? world.stands() : there;
        return choice.get(random.nextInt(choice.size()));
    }

    private static @Nullable JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}

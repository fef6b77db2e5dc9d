package org.whatsapppolicy.benchmarks.chaos.drive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.benchmarks.chaos.node.ChaosNode;

/** Sends, replies, opts out and grants, in an order that a seed gives. Writes down what it did and what it was told. */
public final class Driver {

    /** Longer than any node may take; what nobody answers within is written down. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How often one is asked whom a busy machine may keep from its database. */
    private static final int TRIES = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world;
    private final Random random;
    private final List<String> people;
    private final Queue<Deed> deeds = new ConcurrentLinkedQueue<>();
    private final List<Deed.Send> latest = new ArrayList<>();
    private final Places places = new Places(ChaosNode.ORDERS);
    private int keys;

    /** @param people phone numbers */
    public Driver(World world, long seed, List<String> people) {
        this.world = world;
        this.random = new Random(seed);
        this.people = people;
    }

    /** All but the last tenth of the people agree to everything; those never agree to anything. */
    public void everybodyAgrees() throws InterruptedException {
        agree(
                people.subList(0, people.size() * 9 / 10),
                List.of("slip", "news"),
                Setting.START.minus(Duration.ofDays(2)));
    }

    private void agree(List<String> who, List<String> purposes, Instant act) throws InterruptedException {
        for (String purpose : purposes) {
            List<String> left = who;
            for (int tries = 0; tries < TRIES && !left.isEmpty(); tries++) {
                List<CompletableFuture<@Nullable JsonNode>> asked = new ArrayList<>();
                for (String phone : left) {
                    asked.add(grant(phone, purpose, act));
                }
                List<String> unheard = new ArrayList<>();
                for (int i = 0; i < asked.size(); i++) {
                    if (!recorded(asked.get(i).join())) {
                        unheard.add(left.get(i));
                    }
                }
                left = unheard;
            }
            if (!left.isEmpty()) {
                throw new IllegalStateException("found " + left.size() + " of " + who.size()
                        + " people whose consent to " + purpose + " no node recorded in " + TRIES
                        + " tries, expected none; see the logs of the nodes in " + world.directory());
            }
        }
    }

    private static boolean recorded(@Nullable JsonNode answer) {
        return answer != null && answer.has("effect");
    }

    /**
     * Asks each node to send something, now that everything is healed.
     *
     * @param phones a person for each node, of whom nothing is known yet
     */
    public void probe(List<String> phones) throws InterruptedException {
        agree(phones, List.of("slip"), world.time().now());
        for (int i = 0; i < world.stands().size(); i++) {
            probe(world.stands().get(i), phones.get(i));
        }
    }

    /**
     * Hands more to all nodes at once than the sender may send in a second, now that nothing holds a request up on its way.
     *
     * @param phones people of whom nothing is known yet; each gets as much as the caps allow
     */
    public void rush(List<String> phones) throws InterruptedException, SQLException {
        agree(phones, List.of("slip"), world.time().now());
        long begun = System.nanoTime();
        List<CompletableFuture<?>> taken = new ArrayList<>();
        for (int round = 0; round < Setting.SLIPS; round++) {
            for (String phone : phones) {
                World.Stand stand =
                        world.stands().get(taken.size() % world.stands().size());
                taken.add(post(stand, new Deed.Send(System.nanoTime(), phone, "slip", "k" + ++keys, true)));
            }
        }
        CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new)).join();
        Quiet.untilNothingMayGo(world, PATIENCE);
        deeds.add(new Deed.Rush(begun, phones.get(0), System.nanoTime()));
    }

    private void probe(World.Stand stand, String phone) throws InterruptedException {
        String key = "k" + ++keys;
        Deed.Send send = new Deed.Send(System.nanoTime(), phone, "slip", key, false);
        post(stand, send).join();
        for (int tries = 1; tries < TRIES && send.answer().path("storeAway").asBoolean(); tries++) {
            send = new Deed.Send(System.nanoTime(), phone, "slip", key, false);
            post(stand, send).join();
        }
        deeds.add(new Deed.Probe(send.nanos(), phone, stand.node().name(), send));
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
        for (World.Stand stand : world.stands()) {
            if (!places.empty(stand.node().name(), PATIENCE.multipliedBy(2))) {
                throw new IllegalStateException(
                        "found requests of the driver to " + stand.node().name() + " without an end");
            }
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
        CompletableFuture<?> unused = post(anybody(), send);
    }

    /** The same message once more, maybe while the first is under way, maybe to another node. */
    private void again() throws InterruptedException {
        if (!latest.isEmpty()) {
            int back = Math.min(latest.size(), random.nextBoolean() ? 3 : 200);
            Deed.Send first = latest.get(latest.size() - 1 - random.nextInt(back));
            CompletableFuture<?> unused = post(
                    anybody(),
                    new Deed.Send(System.nanoTime(), first.phone(), first.purpose(), first.key(), first.async()));
        }
    }

    private CompletableFuture<?> post(World.Stand stand, Deed.Send send) throws InterruptedException {
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
        return ask(stand, "/send", order, send::answered);
    }

    private CompletableFuture<@Nullable JsonNode> grant(String phone, String purpose, Instant act)
            throws InterruptedException {
        deeds.add(new Deed.Grant(System.nanoTime(), phone, purpose, act));
        ObjectNode order = JSON.createObjectNode()
                .put("to", phone)
                .put("purpose", purpose)
                .put("actedAt", act.toString())
                .put("source", "signup");
        return ask(anybody(), "/grant", order, (answer, at) -> {});
    }

    private void withdraw(String phone) throws InterruptedException {
        Deed.Withdrawal withdrawal =
                new Deed.Withdrawal(System.nanoTime(), phone, world.time().now());
        deeds.add(withdrawal);
        ObjectNode order = JSON.createObjectNode()
                .put("to", phone)
                .put("actedAt", withdrawal.act().toString())
                .put("source", "crm");
        CompletableFuture<?> unused = ask(anybody(), "/withdraw", order, (answer, at) -> {
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

    private CompletableFuture<@Nullable JsonNode> ask(
            World.Stand stand, String path, ObjectNode order, BiConsumer<JsonNode, Long> answered)
            throws InterruptedException {
        String node = stand.node().name();
        places.take(node);
        long asked = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(stand.node().uri(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(order.toString()))
                .build();
        return world.http()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .handle((answer, problem) -> {
                    try {
                        long now = System.nanoTime();
                        JsonNode said = answer == null || answer.statusCode() != 200 ? null : read(answer.body());
                        if (said != null) {
                            world.witness().told(said.path("problem").asText());
                            answered.accept(said, now);
                        } else {
                            deeds.add(new Deed.Unanswered(
                                    asked,
                                    order.path("to").asText(),
                                    node,
                                    now,
                                    lost(problem),
                                    path + ": " + (answer == null ? cause(problem) : "status " + answer.statusCode())));
                        }
                        return said;
                    } finally {
                        places.leave(node);
                    }
                });
    }

    private static @Nullable Throwable cause(@Nullable Throwable problem) {
        return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    }

    private static Deed.Lost lost(@Nullable Throwable problem) {
        Throwable cause = cause(problem);
        if (cause instanceof HttpConnectTimeoutException) {
            return Deed.Lost.NOT_ASKED;
        }
        return cause instanceof HttpTimeoutException ? Deed.Lost.WAITED : Deed.Lost.BROKE;
    }

    /** A node that is there and has room; when none has, one that is there; when none is, one that cannot answer. */
    private World.Stand anybody() {
        List<World.Stand> there =
                world.stands().stream().filter(stand -> stand.node().ready()).toList();
        List<World.Stand> choice = there.isEmpty() ? world.stands() : there;
        List<World.Stand> free = choice.stream()
                .filter(stand -> places.left(stand.node().name()))
                .toList();
        return free.isEmpty() ? choice.get(random.nextInt(choice.size())) : free.get(random.nextInt(free.size()));
    }

    private static @Nullable JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}

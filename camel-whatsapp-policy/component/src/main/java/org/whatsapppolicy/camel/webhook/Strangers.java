package org.whatsapppolicy.camel.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.policy.inbound.Told;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.Inbox;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.PolicyStore;

/**
 * What statuses give away (S-8): another program that sends over a number of ours, whose messages the caps do not know, and
 * messages of ours that the store has forgotten, because it came back from a backup. To note is cheap and looks at a sample;
 * only to look blocks. Thread-safe.
 */
public final class Strangers {

    private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);

    /** How long a status may wait for somebody to know its message. */
    static final Duration UNSETTLED = Duration.ofMinutes(10);

    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final int SAMPLE = 32;

    private final PolicyStore store;
    private final Supplier<PolicyDocument> policy;
    private final BlockingQueue<UUID> ours = new ArrayBlockingQueue<>(SAMPLE);
    private final Map<String, Heard> foreign = new ConcurrentHashMap<>();
    /** What this node told, so that it need not ask the store each time; goes with the numbers. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private volatile SortedSet<String> found = new TreeSet<>();
    private volatile boolean restored;

    private record Heard(Instant first, Instant last) {}

    Strangers(PolicyStore store, Supplier<PolicyDocument> policy) {
        this.store = store;
        this.policy = policy;
    }

    /** A status came. */
    void heard(InboundEvent status, Instant now) {
        if (!(status.told() instanceof Told.Moved moved)) {
            return;
        }
        UUID id = moved.ours();
        if (id != null && ours.remainingCapacity() == 0) {
            return;
        }
        String number = status.phoneNumberId();
        if (number == null || Replies.sender(policy.get(), number) == null) {
            return;
        }
        if (id == null) {
            foreign.merge(number, new Heard(now, now), (before, one) -> new Heard(before.first, now));
        } else {
            var unused = ours.offer(id);
        }
    }

    /** Looks at what was noted, and says so once a day and number, whichever node found it. Blocks. */
    public void look() {
        PolicyDocument document = policy.get();
        List<UUID> reported = new ArrayList<>();
        ours.drainTo(reported);
        if (document.otherSendersExpected()) {
            foreign.clear();
            found = new TreeSet<>();
            return;
        }
        Instant now = store.now();
        found = settled(now);
        if (found.isEmpty()) {
            told.clear();
        }
        for (String number : found) {
            tell("foreign-sender", number, now);
        }
        if (!reported.isEmpty() && store.doubt(reported, document)) {
            restored = true;
            LOG.error(
                    "The platform reports messages of ours that this store does not know: it came back from a backup and may lack"
                            + " opt-outs. Import the suppression list; until then it sends no marketing, unless the document says"
                            + " freshStore: accepted. If another installation sends over the same numbers, say otherSenders: expected");
            tell("store-restored", null, now);
        }
    }

    private SortedSet<String> settled(Instant now) {
        SortedSet<String> numbers = new TreeSet<>();
        foreign.values().removeIf(heard -> heard.last.isBefore(now.minus(FORGOTTEN)));
        foreign.forEach((number, heard) -> {
            if (!now.isBefore(heard.first.plus(UNSETTLED))) {
                numbers.add(number);
            }
        });
        return numbers;
    }

    private void tell(String what, @Nullable String number, Instant now) {
        String key = what + ":" + (number == null ? now : number + ":" + LocalDate.ofInstant(now, ZoneOffset.UTC));
        if (told.contains(key)) {
            return;
        }
        Inbox.News news = new Inbox.News(FeedEvent.Kind.SENDER, new FeedEvent.Announced(what, number, null, null));
        Receipt receipt = new Receipt(key, what, null, null, null, null, null, null, news);
        boolean first = store.inbox().receive(List.of(receipt)).get(0);
        told.add(key);
        if (first && number != null) {
            LOG.warn(
                    "Somebody else sends over the number {} (S-8): the caps do not know their messages. Say"
                            + " otherSenders: expected if that is meant",
                    number);
        }
    }

    /** Ids of our numbers over which somebody else sent within a day, as far as this node heard when it last looked. */
    public SortedSet<String> foreign() {
        return found;
    }

    /** Whether this node found out that the store came back from a backup. */
    public boolean restored() {
        return restored;
    }
}

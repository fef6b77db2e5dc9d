package org.whatsapppolicy.simulator.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.people.Chat;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.shown.ShownMessage;

/**
 * The people as the list shows them, the last active first. The order is worked out when it is asked for and something
 * has changed, so that sending pays for one counter and nothing else. Safe for use by several threads.
 */
final class PeopleInOrder {

    private static final long GOOD_FOR_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final People people;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Order order;

    private record Order(long changes, long sinceNanos, List<Person> people) {}

    private record Ranked(Person person, Instant last) {}

    PeopleInOrder(People people) {
        this.people = people;
        // Watched for as long as the simulator lives, which owns both.
        Runnable unused = people.watch((chat, message) -> changes.incrementAndGet());
    }

    /** Moves with every message and every tick. */
    long changes() {
        return changes.get();
    }

    /** Notes a change that is no message, such as a block. */
    void changed() {
        changes.incrementAndGet();
    }

    List<Person> all() {
        Order known = order;
        long now = System.nanoTime();
        long seen = changes.get();
        if (known != null && known.changes() == seen && now - known.sinceNanos() < GOOD_FOR_NANOS) {
            return known.people();
        }
        List<Ranked> ranked = new ArrayList<>();
        people.all().forEach(person -> ranked.add(new Ranked(person, lastActive(person))));
        ranked.sort(Comparator.comparing(Ranked::last).reversed().thenComparing(one -> one.person()
                .address()));
        List<Person> sorted = ranked.stream().map(Ranked::person).toList();
        order = new Order(seen, now, sorted);
        return sorted;
    }

    /** Those whose name, number or user id has the text in it. */
    List<Person> search(@Nullable String text) {
        if (text == null) {
            return all();
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        String digits = wanted.replaceAll("[\\s()+-]", "");
        return all().stream().filter(person -> matches(person, wanted, digits)).toList();
    }

    static @Nullable ShownMessage latest(Person person) {
        ShownMessage latest = null;
        for (Chat chat : person.chats()) {
            ShownMessage message = chat.latest();
            if (message != null && (latest == null || message.at().isAfter(latest.at()))) {
                latest = message;
            }
        }
        return latest;
    }

    private static Instant lastActive(Person person) {
        ShownMessage latest = latest(person);
        return latest == null ? Instant.MIN : latest.at();
    }

    private static boolean matches(Person person, String wanted, String digits) {
        String userId = person.userId();
        return person.name().toLowerCase(Locale.ROOT).contains(wanted)
                || (!digits.isEmpty()
                        && person.address().toLowerCase(Locale.ROOT).contains(digits))
                || (userId != null && userId.toLowerCase(Locale.ROOT).contains(wanted));
    }
}

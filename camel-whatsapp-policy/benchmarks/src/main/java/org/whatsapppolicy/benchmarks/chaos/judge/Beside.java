package org.whatsapppolicy.benchmarks.chaos.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.benchmarks.chaos.drive.VirtualTime;
import org.whatsapppolicy.benchmarks.chaos.node.ChaosNode;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.document.Category;

/**
 * What a message counted as when another of the same person was decided. While its answer was being recorded it is open whether
 * the decision knew of it: then it counted in one of two ways (M-5), and either is right.
 */
final class Beside {

    /**
     * The clock is read when a transaction begins. The store ends one that stands idle for its patience of 3 s, and its last words
     * wait for locks no longer than that; a node may be stopped for 5 s meanwhile.
     */
    private static final Duration OVERLAP = Duration.ofSeconds(9);

    private static final Duration ALMOST_LONGEST_WAY = Duration.ofHours(23);

    private final VirtualTime time;
    private final Row other;
    private final Instant at;

    Beside(VirtualTime time, Row other, Instant at) {
        this.time = time;
        this.other = other;
        this.at = at;
    }

    /** Why nobody can tell, or null. */
    @Nullable
    LeftOut untold() {
        if (neverCounted()) {
            return null;
        }
        // An attempt that was refused counts no more. When that was is known of none but the last.
        if (other.attempt() > 1 && (other.decided().isAfter(at) || notSent())) {
            return LeftOut.BESIDE_TRIED_AGAIN;
        }
        if (other.decided().equals(at)) {
            return LeftOut.SAME_MILLISECOND;
        }
        boolean accepted = other.countsTo() == null && other.wamid() != null;
        return accepted && !before(other.changed()) ? LeftOut.BESIDE_FAILED_LATER : null;
    }

    /** The ways in which it may have counted; empty for not at all. */
    List<Optional<SentMessage>> ways() {
        Instant underWay = underWay();
        if (neverCounted() || underWay == null) {
            return List.of(Optional.empty());
        }
        Instant to = other.countsTo();
        boolean known = to == null ? before(other.changed()) : before(to) && !provenLater(to);
        Stream<Optional<Instant>> ways = known
                ? Stream.of(Optional.ofNullable(to))
                : to != null && time.between(at, to).compareTo(OVERLAP) > 0
                        ? Stream.of(Optional.of(underWay))
                        : Stream.of(Optional.of(underWay), Optional.ofNullable(to));
        return ways.distinct().map(way -> way.map(this::counted)).toList();
    }

    /** All of them together, in all ways. */
    static List<List<SentMessage>> together(List<List<Optional<SentMessage>>> each) {
        List<List<SentMessage>> all = List.of(List.of());
        for (List<Optional<SentMessage>> ways : each) {
            List<List<SentMessage>> more = new ArrayList<>();
            for (List<SentMessage> before : all) {
                for (Optional<SentMessage> way : ways) {
                    more.add(Stream.concat(before.stream(), way.stream()).toList());
                }
            }
            all = more;
        }
        return all;
    }

    private boolean neverCounted() {
        if (other.taken().isAfter(at)) {
            // What was denied and asked for again by its key counts as taken then (S-37), and may have been under way
            // before.
            return other.attempt() == 1;
        }
        if (other.attempt() == 1) {
            return notSent() || other.decided().isAfter(at);
        }
        boolean since = other.changed().equals(other.decided()) || before(other.changed());
        return notSent() && other.decided().isBefore(at) && since;
    }

    private boolean notSent() {
        return switch (other.state()) {
            case "DENIED", "EXPIRED", "HELD" -> other.countsTo() == null;
            default -> false;
        };
    }

    /** Whether that was so long before that everybody knew. */
    private boolean before(Instant change) {
        return time.between(change, at).compareTo(OVERLAP) > 0;
    }

    /**
     * Whether it had counted as unknown, and not any more, before proof came that it was sent, which lets it count for as long as
     * a message can be under way. Nobody can tell any more when that proof came.
     */
    private boolean provenLater(Instant to) {
        return Duration.between(other.decided(), to).compareTo(ALMOST_LONGEST_WAY) >= 0;
    }

    /** Until when it counted while it was under way, and when its fate was unknown. */
    private @Nullable Instant underWay() {
        Instant sendBefore = other.sendBefore();
        return sendBefore == null ? null : sendBefore.plus(ChaosNode.ANSWER);
    }

    private SentMessage counted(Instant to) {
        return new SentMessage(
                other.purpose(),
                other.purpose().equals("news") ? Category.MARKETING : Category.UTILITY,
                other.proactive(),
                other.decided(),
                to);
    }
}

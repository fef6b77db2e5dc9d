package org.whatsapppolicy.store.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.store.DueWatch;
import org.whatsapppolicy.store.Room;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.ContentJson;
import org.whatsapppolicy.store.state.Fold;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.MessageRow;
import org.whatsapppolicy.store.state.Millis;
import org.whatsapppolicy.store.state.Overdue;
import org.whatsapppolicy.store.state.Progress;
import org.whatsapppolicy.store.state.Times;

/**
 * The messages on their way: what becomes of each, who has taken those that are due, and who is told that some are. The caller holds
 * the store's lock.
 */
final class MemoryMessages {

    private final Memory memory;
    private final MemoryFeed feed;
    private final Times times;
    private final List<Runnable> bells = new CopyOnWriteArrayList<>();

    MemoryMessages(Memory memory, MemoryFeed feed, Times times) {
        this.memory = memory;
        this.feed = feed;
        this.times = times;
    }

    /** Some may be due. */
    void ring() {
        bells.forEach(Runnable::run);
    }

    void decided(Collection<Fold.Written> written) {
        if (written.stream().anyMatch(w -> w.row().progress().state() == MessageState.HELD)) {
            ring();
        }
    }

    void settle(List<Settlement> batch) {
        Instant now = memory.clock.now();
        for (Settlement one : batch) {
            change(one.messageId(), s -> s.settled(one.attempt(), one.outcome(), now, times.answerTimeout()));
        }
    }

    void change(UUID id, UnaryOperator<Progress> by) {
        memory.messages.computeIfPresent(id, (same, stored) -> {
            Progress before = stored.row().progress();
            Progress after = by.apply(before);
            Happenings happenings = feed.happenings();
            happenings.moved(id, before, after);
            feed.add(happenings);
            if (after.state() == MessageState.HELD && sooner(after, before)) {
                ring();
            }
            return new Fold.Stored(stored.row().at(after), stored.content());
        });
    }

    private static boolean sooner(Progress after, Progress before) {
        return before.state() != MessageState.HELD
                || Objects.requireNonNull(after.due()).isBefore(Objects.requireNonNull(before.due()));
    }

    List<SendRequest> claimDue(Room room, Duration lease) {
        Instant now = memory.clock.now();
        List<SendRequest> claimed = new ArrayList<>();
        List<Fold.Stored> due = waiting(MessageState.HELD, now);
        Map<String, Integer> left =
                room.shares(due.stream().map(MemoryMessages::sender).distinct().toList());
        for (Fold.Stored stored : due) {
            if (left.merge(sender(stored), -1, Integer::sum) < 0) {
                continue;
            }
            MessageRow row = stored.row();
            change(row.asked().id(), s -> s.claimed(Millis.cut(now.plus(lease))));
            Address address = memory.address(Objects.requireNonNull(row.asked().who()));
            if (address == null) {
                memory.messages.put(row.asked().id(), stored.erased(Fold.FORGOTTEN, now));
                continue;
            }
            String content = stored.content();
            if (content == null) {
                withoutPayload(row, now);
                continue;
            }
            claimed.add(row.asked()
                    .request(address, ContentJson.read(content), row.progress().attempt()));
        }
        return List.copyOf(claimed);
    }

    /** It was given up as unknown, and that it was never sent is known since what it says was past its retention. */
    private void withoutPayload(MessageRow row, Instant now) {
        Progress denied = row.progress().denied(now);
        memory.messages.put(
                row.asked().id(),
                new Fold.Stored(new MessageRow(row.asked(), row.judged().instead(Fold.PAYLOAD_REMOVED), denied), null));
        Happenings happenings = feed.happenings();
        happenings.ended(row.asked().id(), denied, Fold.PAYLOAD_REMOVED);
        feed.add(happenings);
    }

    /** What is due is its sender's of now. */
    void follow(PolicyDocument document) {
        if (memory.setting().current(document)) {
            waiting(MessageState.HELD, memory.clock.now())
                    .forEach(s -> memory.messages.put(
                            s.row().asked().id(), new Fold.Stored(s.row().following(document), s.content())));
        }
    }

    private static String sender(Fold.Stored stored) {
        return Objects.requireNonNullElse(stored.row().asked().sender(), "");
    }

    private List<Fold.Stored> waiting(MessageState state, Instant until) {
        Comparator<Fold.Stored> order = Comparator.comparing(
                s -> Objects.requireNonNull(s.row().progress().due()));
        return memory.messages.values().stream()
                // Nobody has to look any more at one that is unknown for good.
                .filter(s -> s.row().progress().state() == state
                        && s.row().progress().due() != null)
                .filter(s -> !Objects.requireNonNull(s.row().progress().due()).isAfter(until))
                .sorted(order.thenComparing(s -> s.row().asked().id().toString()))
                .toList();
    }

    Optional<Instant> nextDue() {
        return waiting(MessageState.HELD, Instant.MAX).stream()
                .findFirst()
                .map(s -> Objects.requireNonNull(s.row().progress().due()));
    }

    void handBack(Collection<UUID> claimed) {
        Instant now = memory.clock.now();
        claimed.forEach(id -> change(
                id,
                s -> s.state() == MessageState.HELD
                                && s.notBefore() != null
                                && !s.notBefore().isAfter(now)
                                && Objects.requireNonNull(s.due()).isAfter(now)
                        ? s.claimed(s.notBefore())
                        : s));
        ring();
    }

    DueWatch watch(Runnable bell) {
        bells.add(bell);
        return new DueWatch() {
            @Override
            public boolean everywhere() {
                return true;
            }

            @Override
            public void close() {
                bells.remove(bell);
            }
        };
    }

    int expireLeases(Duration answerTimeout) {
        Instant now = memory.clock.now();
        Collection<Fold.Stored> silent = waiting(MessageState.SENDING, now.minus(answerTimeout));
        silent.forEach(s -> change(s.row().asked().id(), t -> t.unknown(now, answerTimeout, 0)));
        return silent.size();
    }

    int ruleUnknown(PolicyDocument document, Duration horizon, int maxAttempts) {
        if (!memory.setting().current(document)) {
            return 0;
        }
        Instant now = memory.clock.now();
        Overdue overdue = new Overdue(document, maxAttempts);
        int ruled = 0;
        for (Fold.Stored stored : waiting(MessageState.UNKNOWN, now.minus(horizon))) {
            MessageRow row = stored.row();
            Progress next = overdue.ruled(
                    row.progress(),
                    row.asked().purpose(),
                    row.judged().category(),
                    stored.content() != null,
                    row.counted(),
                    now);
            change(row.asked().id(), p -> next);
            ruled += next.state() == row.progress().state() ? 0 : 1;
        }
        return ruled;
    }
}

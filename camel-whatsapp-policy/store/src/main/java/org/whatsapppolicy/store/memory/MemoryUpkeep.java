package org.whatsapppolicy.store.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Retention;
import org.whatsapppolicy.policy.ledger.Keeping;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.Upkeep;
import org.whatsapppolicy.store.state.Archived;
import org.whatsapppolicy.store.state.Fold.Stored;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.Judged;
import org.whatsapppolicy.store.state.MessageRow;
import org.whatsapppolicy.store.state.Progress;

/** Upkeep in memory, under the lock of the store. A key never outlives its message here. */
final class MemoryUpkeep implements Upkeep {

    private final Object lock;
    private final Memory memory;
    private final MemoryFeed feed;
    private @Nullable String leader;
    private Instant until = Instant.MIN;

    MemoryUpkeep(Object lock, Memory memory, MemoryFeed feed) {
        this.feed = feed;
        this.lock = lock;
        this.memory = memory;
    }

    @Override
    public boolean lead(String node, Duration lease) {
        synchronized (lock) {
            Instant now = memory.clock.now();
            boolean over = until.isBefore(now) || until.isAfter(now.plus(lease));
            if (leader != null && !leader.equals(node) && !over) {
                return false;
            }
            leader = node;
            until = now.plus(lease);
            return true;
        }
    }

    @Override
    public void leave(String node) {
        synchronized (lock) {
            leader = node.equals(leader) ? null : leader;
        }
    }

    @Override
    public Page look(Kind kind, Retention retention, @Nullable String after, int max) {
        synchronized (lock) {
            List<Stored> rows = memory.messages.values().stream()
                    .filter(stored -> kind == Kind.DECISION
                            || kind == Kind.HOPE
                            || (kind == Kind.PAYLOAD && stored.content() != null))
                    .sorted((one, other) -> id(one).compareTo(id(other)))
                    .filter(stored -> after == null || id(stored).compareTo(after) > 0)
                    .limit(max)
                    .toList();
            return new Page(
                    rows.stream()
                            .filter(stored -> past(stored, kind, retention))
                            .map(MemoryUpkeep::id)
                            .toList(),
                    rows.size() < max ? null : id(rows.get(max - 1)));
        }
    }

    private static String id(Stored stored) {
        return stored.row().asked().id().toString();
    }

    private boolean past(Stored stored, Kind kind, Retention retention) {
        MessageRow row = stored.row();
        Instant since = row.progress().changed();
        MessageState state = row.progress().state();
        Instant now = memory.clock.now();
        return switch (kind) {
            case PAYLOAD -> Keeping.payloadPast(retention, state, row.progress().due() != null, since, now);
            case DECISION -> Keeping.decisionPast(retention, keptAs(row.progress()), since, now);
            case HOPE -> Keeping.neverDelivered(state, since, now);
            case KEY -> false;
        };
    }

    private static MessageState keptAs(Progress p) {
        return Keeping.keptAs(
                p.state(), p.countsTo() != null, !p.earlier().attempts().isEmpty());
    }

    private void hopeless(UUID id, MessageRow row, @Nullable String content) {
        Progress after = row.progress().hopeless(memory.clock.now());
        memory.messages.put(
                id,
                new Stored(new MessageRow(row.asked(), row.judged().instead(Judged.NOT_DELIVERED), after), content));
        Happenings happenings = feed.happenings();
        happenings.notDelivered(id, after);
        feed.add(happenings);
    }

    @Override
    public List<Map<String, Object>> told(Kind kind, Collection<String> ids) {
        synchronized (lock) {
            List<Map<String, Object>> told = new ArrayList<>();
            for (String id : ids) {
                Stored stored = memory.messages.get(UUID.fromString(id));
                if (stored != null && kind == Kind.DECISION) {
                    told.add(Archived.decision(stored.row()));
                } else if (stored != null && stored.content() != null) {
                    told.add(Archived.payload(stored.row(), stored.content()));
                }
            }
            return told;
        }
    }

    @Override
    public int remove(Kind kind, Retention retention, Collection<String> ids) {
        synchronized (lock) {
            int removed = 0;
            for (String text : ids) {
                UUID id = UUID.fromString(text);
                Stored stored = memory.messages.get(id);
                if (stored == null || !past(stored, kind, retention)) {
                    continue;
                }
                removed++;
                if (kind == Kind.HOPE) {
                    hopeless(id, stored.row(), stored.content());
                } else if (kind == Kind.DECISION) {
                    memory.messages.remove(id);
                    memory.keys.values().removeIf(id::equals);
                } else {
                    memory.messages.put(id, stored.withoutContent());
                }
            }
            return removed;
        }
    }
}

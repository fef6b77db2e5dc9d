package org.whatsapppolicy.store.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.store.Feed;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.FeedEvent.Kind;
import org.whatsapppolicy.store.Inbox;
import org.whatsapppolicy.store.PersonalData.PastAct;
import org.whatsapppolicy.store.PolicyStore.ActivePolicy;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.Happened;
import org.whatsapppolicy.store.state.Happenings;

/** The feed of the reference model. Shares the store's one lock. */
final class MemoryFeed implements Feed {

    private record Row(long place, Happened what) {}

    private static final class Subscriber {
        private Set<Kind> kinds = Set.of();
        private long place;
        private @Nullable String reader;
        private Instant until = Instant.MIN;

        /** Run out, or given before the clock stepped back. */
        private boolean over(Instant now, Duration lease) {
            return until.isBefore(now) || until.isAfter(now.plus(lease));
        }

        private Instant seen = Instant.MIN;
        private final Map<Long, Instant> dead = new HashMap<>();
    }

    private final Object lock;
    private final Memory memory;
    private final Map<String, Subscriber> subscribers = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Runnable> bells = new CopyOnWriteArrayList<>();
    private long last;
    private @Nullable String pause;
    private final MemoryTelling telling;
    private final MemoryLapsing lapsing;

    MemoryFeed(Object lock, Memory memory) {
        this.lock = lock;
        this.memory = memory;
        this.telling = new MemoryTelling(memory);
        this.lapsing = new MemoryLapsing(memory);
    }

    Happenings happenings() {
        Set<Kind> wanted = EnumSet.noneOf(Kind.class);
        subscribers.values().forEach(s -> wanted.addAll(s.kinds));
        return new Happenings(wanted);
    }

    void add(Happenings happenings) {
        List<Happened> all = happenings.all();
        all.forEach(one -> rows.add(new Row(++last, one)));
        if (!all.isEmpty()) {
            bells.forEach(Runnable::run);
        }
    }

    /** The platform's ids of these messages tell the phone number. */
    void erase(Set<UUID> messages) {
        rows.replaceAll(row -> row.what.message() != null && messages.contains(row.what.message())
                ? new Row(row.place, row.what.withoutWamid())
                : row);
    }

    void acted(Who who, ConsentAct act, Consents.Effect effect, Instant now) {
        Happenings happenings = happenings();
        happenings.acted(who, memory.acts.add(who.person(), act, effect), act, now);
        add(happenings);
    }

    @Override
    public void subscribe(String name, Set<Kind> kinds) {
        synchronized (lock) {
            known(name).kinds = Set.copyOf(kinds);
        }
    }

    @Override
    public void keep(String name, Set<Kind> kinds) {
        synchronized (lock) {
            Subscriber one = known(name);
            Set<Kind> all = new HashSet<>(one.kinds);
            all.addAll(kinds);
            one.kinds = Set.copyOf(all);
        }
    }

    private Subscriber known(String name) {
        return subscribers.computeIfAbsent(name, n -> {
            Subscriber fresh = new Subscriber();
            fresh.place = last;
            fresh.seen = memory.clock.now();
            return fresh;
        });
    }

    @Override
    public boolean lead(String name, String reader, Duration lease) {
        synchronized (lock) {
            Subscriber one = subscribers.get(name);
            Instant now = memory.clock.now();
            if (one == null || !(one.reader == null || one.reader.equals(reader) || one.over(now, lease))) {
                return false;
            }
            one.reader = reader;
            prolong(one, lease);
            return true;
        }
    }

    private void prolong(Subscriber one, Duration lease) {
        one.seen = memory.clock.now();
        one.until = one.seen.plus(lease);
    }

    private @Nullable Subscriber led(String name, String reader) {
        Subscriber one = subscribers.get(name);
        return one == null || !reader.equals(one.reader) ? null : one;
    }

    @Override
    public void leave(String name, String reader) {
        synchronized (lock) {
            Subscriber one = led(name, reader);
            if (one != null) {
                one.reader = null;
            }
        }
    }

    @Override
    public Page next(String name, String reader, int max) {
        synchronized (lock) {
            Subscriber one = led(name, reader);
            if (one == null || one.place == last) {
                return Page.NOTHING;
            }
            List<FeedEvent> events = rows.stream()
                    .filter(row -> row.place > one.place && one.kinds.contains(row.what.kind()))
                    .limit(max)
                    .map(row -> telling.event(row.place, row.what))
                    .toList();
            return new Page(
                    events, events.size() < max ? last : events.get(max - 1).place());
        }
    }

    /** It turned out whose addresses these are. */
    void identified(Recipient address, PastAct told) {
        Who who = memory.find(address);
        Happenings happenings = happenings();
        if (who != null) {
            long act = memory.acts.add(
                    who.person(),
                    new FeedEvent.Acted(
                            told.act(),
                            told.scope(),
                            Consents.Effect.APPLIED,
                            told.at(),
                            told.source(),
                            null,
                            null,
                            null,
                            null,
                            null));
            happenings.identified(who, act, told.recorded());
            add(happenings);
        }
    }

    void announced(Inbox.News news, Instant now) {
        Happenings happenings = happenings();
        happenings.announced(news, now);
        add(happenings);
    }

    void brought(PolicyDocument document, @Nullable ActivePolicy before, ActivePolicy active, Instant now) {
        Happenings happenings = happenings();
        if (!active.hash().equals(document.hash())) {
            happenings.ignored(document, now);
        } else if (!active.equals(before)) {
            happenings.published(document, now);
        }
        add(happenings);
    }

    @Override
    public void tellPause(@Nullable String reason) {
        synchronized (lock) {
            if (!Objects.equals(reason, pause)) {
                pause = reason;
                Happenings happenings = happenings();
                happenings.paused(reason, memory.clock.now());
                add(happenings);
            }
        }
    }

    @Override
    public int tellLapsing(PolicyDocument document, int max) {
        synchronized (lock) {
            Happenings happenings = happenings();
            if (!happenings.wants(Kind.LAPSING)) {
                return 0;
            }
            int looked = lapsing.tell(document, max, happenings);
            add(happenings);
            return looked;
        }
    }

    @Override
    public boolean taken(String name, String reader, long upTo, Duration lease) {
        synchronized (lock) {
            Subscriber one = led(name, reader);
            if (one == null || one.place > upTo) {
                return false;
            }
            one.place = upTo;
            prolong(one, lease);
            return true;
        }
    }

    @Override
    public boolean dead(String name, String reader, long event, Duration lease) {
        synchronized (lock) {
            boolean ours = taken(name, reader, event, lease);
            if (ours) {
                Objects.requireNonNull(subscribers.get(name)).dead.put(event, memory.clock.now());
            }
            return ours;
        }
    }

    @Override
    public int forget(int max, Duration kept) {
        synchronized (lock) {
            Instant since = memory.clock.now().minus(kept);
            subscribers.values().removeIf(s -> s.seen.isBefore(since));
            Set<Long> dead = new HashSet<>();
            long everywhere = Long.MAX_VALUE;
            for (Subscriber one : subscribers.values()) {
                one.dead.values().removeIf(at -> at.isBefore(since));
                dead.addAll(one.dead.keySet());
                everywhere = Math.min(everywhere, one.place);
            }
            long taken = everywhere;
            List<Row> gone = rows.stream()
                    .filter(row -> (row.place <= taken && !dead.contains(row.place))
                            || row.what.at().isBefore(since))
                    .limit(max)
                    .toList();
            rows.removeAll(gone);
            return gone.size();
        }
    }

    @Override
    public Ears listen(Runnable bell) {
        bells.add(bell);
        return () -> bells.remove(bell);
    }
}

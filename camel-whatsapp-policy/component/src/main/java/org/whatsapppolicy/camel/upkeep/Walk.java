package org.whatsapppolicy.camel.upkeep;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Retention;
import org.whatsapppolicy.store.Upkeep;
import org.whatsapppolicy.store.Upkeep.Kind;

/**
 * Goes through what the store has of one kind, page by page, and has removed what is past its retention, after the archive took
 * it. Used by one thread at a time.
 */
final class Walk implements Sweep.Step {

    private final Upkeep upkeep;
    private final Kind kind;
    private final int page;
    private final Supplier<Retention> retention;
    private final Archive archive;
    private final Supplier<Boolean> leads;
    private @Nullable String after;
    private final AtomicLong removed = new AtomicLong();

    /** @param leads whether this node is still the one; asked after the archive took its time */
    Walk(Upkeep upkeep, Kind kind, int page, Supplier<Retention> retention, Archive archive, Supplier<Boolean> leads) {
        this.upkeep = upkeep;
        this.kind = kind;
        this.page = page;
        this.retention = retention;
        this.archive = archive;
        this.leads = leads;
    }

    /** How many were removed so far. */
    long removed() {
        return removed.get();
    }

    @Override
    public boolean go() {
        Retention kept = retention.get();
        Upkeep.Page found = upkeep.look(kind, kept, after, page);
        if (!found.past().isEmpty()) {
            boolean asked = archive.wants(kind);
            if (asked && kind == Kind.DECISION) {
                // What is left of the payload goes with its message.
                archive.take(Kind.PAYLOAD, upkeep.told(Kind.PAYLOAD, found.past()));
            }
            if (asked) {
                archive.take(kind, upkeep.told(kind, found.past()));
            }
            if (asked && !leads.get()) {
                return false;
            }
            removed.addAndGet(upkeep.remove(kind, kept, found.past()));
        }
        after = found.next();
        return after != null;
    }
}

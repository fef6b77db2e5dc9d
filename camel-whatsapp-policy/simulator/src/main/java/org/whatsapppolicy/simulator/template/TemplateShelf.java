package org.whatsapppolicy.simulator.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;

/** Where the templates stand, by name and language and by id, with what happened to each. Safe for several threads. */
final class TemplateShelf {

    private static final long FIRST_ID = 920_000_000_000_000L;

    private record Key(String name, String language) {}

    private final ConcurrentHashMap<Key, StoredTemplate> byKey = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Long, Key> keys = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Long, TemplateLife> lives = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(FIRST_ID);
    private final SimulatorClock clock;

    TemplateShelf(SimulatorClock clock) {
        this.clock = clock;
    }

    /**
     * Puts a template in, or in the place of the one of that name and language, whose id it takes over.
     *
     * @param isNew run when there was none
     */
    StoredTemplate put(SimulatedTemplate template, boolean generated, Consumer<Long> isNew) {
        return Objects.requireNonNull(byKey.compute(new Key(template.name(), template.language()), (key, old) -> {
            long id = old != null ? old.id() : ids.incrementAndGet();
            if (old == null) {
                keys.put(id, key);
                lives.put(id, new TemplateLife(clock.now(), generated));
                isNew.accept(id);
            }
            return StoredTemplate.of(id, template);
        }));
    }

    @Nullable
    StoredTemplate find(String name, String language) {
        return byKey.get(new Key(name, language));
    }

    StoredTemplate get(String name, String language) {
        StoredTemplate stored = find(name, language);
        if (stored == null) {
            throw unknown(name, language);
        }
        return stored;
    }

    @Nullable
    StoredTemplate byId(long id) {
        Key key = keys.get(id);
        return key == null ? null : byKey.get(key);
    }

    /** All of them in the order in which they were added. */
    List<StoredTemplate> all() {
        List<StoredTemplate> all = new ArrayList<>(byKey.values());
        all.sort(Comparator.comparingLong(StoredTemplate::id));
        return all;
    }

    StoredTemplate change(String name, String language, UnaryOperator<SimulatedTemplate> change) {
        StoredTemplate changed = byKey.computeIfPresent(
                new Key(name, language), (key, old) -> StoredTemplate.of(old.id(), change.apply(old.template())));
        if (changed == null) {
            throw unknown(name, language);
        }
        return changed;
    }

    void remove(String name, String language) {
        StoredTemplate gone = byKey.remove(new Key(name, language));
        if (gone != null) {
            keys.remove(gone.id());
            lives.remove(gone.id());
        }
    }

    /** What happened to it; an empty life for one that is gone. */
    TemplateLife life(StoredTemplate stored) {
        TemplateLife known = lives.get(stored.id());
        return known != null ? known : new TemplateLife(clock.now(), false);
    }

    /** Whether it ever gave out that id. */
    boolean gaveOut(long id) {
        return id > FIRST_ID && id <= ids.get();
    }

    private static IllegalArgumentException unknown(String name, String language) {
        return new IllegalArgumentException("there is no template " + name + " in " + language);
    }
}

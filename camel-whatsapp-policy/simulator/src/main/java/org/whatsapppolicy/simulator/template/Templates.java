package org.whatsapppolicy.simulator.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The templates, by name and language; all accounts see the same ones. Changes of status and category are announced by
 * webhook, as the platform does.
 *
 * <p>Safe for use by several threads.
 */
public final class Templates {

    private record Key(String name, String language) {}

    private final ConcurrentHashMap<Key, StoredTemplate> byKey = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(920_000_000_000_000L);
    private final TemplateListener listener;

    /** For the simulator. */
    public Templates(TemplateListener listener) {
        this.listener = listener;
    }

    /** Adds a template, or replaces the one of that name and language, silently. */
    public Templates add(SimulatedTemplate template) {
        byKey.compute(new Key(template.name(), template.language()), (key, old) -> {
            long id = old != null ? old.id() : ids.incrementAndGet();
            return StoredTemplate.of(id, template);
        });
        return this;
    }

    /** Pauses a template for the first time: sends answer 132015. */
    public void pause(String name, String language) {
        pause(name, language, "FIRST_PAUSE");
    }

    /**
     * Pauses a template: sends answer 132015.
     *
     * @param title FIRST_PAUSE, SECOND_PAUSE or RATE_LIMITING_PAUSE, told by webhook
     */
    public void pause(String name, String language, String title) {
        listener.statusChanged(change(name, language, template -> template.withStatus("PAUSED")), title);
    }

    /** Ends a pause, which is told as such. */
    public void unpause(String name, String language) {
        listener.statusChanged(change(name, language, template -> template.withStatus("APPROVED")), "UNPAUSE");
    }

    /** Disables a template for good: sends answer 132016. */
    public void disable(String name, String language) {
        status(name, language, "DISABLED");
    }

    /** Approves, or unpauses, a template. */
    public void approve(String name, String language) {
        status(name, language, "APPROVED");
    }

    /** Puts a template into any other status. */
    public void status(String name, String language, String status) {
        listener.statusChanged(
                change(name, language, template -> template.withStatus(status)),
                status.equals("PAUSED") ? "FIRST_PAUSE" : null);
    }

    /** Moves a template to another category, as the platform does against the owner's will. */
    public void category(String name, String language, String category) {
        StoredTemplate before = find(name, language);
        StoredTemplate now = change(name, language, template -> template.withCategory(category));
        listener.categoryChanged(before != null ? before : now, now);
    }

    /** Gives a template another quality score, silently. */
    public void quality(String name, String language, String quality) {
        change(name, language, template -> template.withQuality(quality));
    }

    /** Takes a template away: sends answer 132001. */
    public void delete(String name, String language) {
        byKey.remove(new Key(name, language));
    }

    /** The template as it stands, null when there is none. */
    public @Nullable StoredTemplate find(String name, String language) {
        return byKey.get(new Key(name, language));
    }

    /** All templates in the order in which they were added. */
    public List<StoredTemplate> all() {
        List<StoredTemplate> all = new ArrayList<>(byKey.values());
        all.sort(Comparator.comparingLong(StoredTemplate::id));
        return all;
    }

    private StoredTemplate change(String name, String language, UnaryOperator<SimulatedTemplate> change) {
        StoredTemplate changed = byKey.computeIfPresent(
                new Key(name, language), (key, old) -> StoredTemplate.of(old.id(), change.apply(old.template())));
        if (changed == null) {
            throw new IllegalArgumentException("there is no template " + name + " in " + language);
        }
        return changed;
    }
}

package org.whatsapppolicy.simulator.template;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;

/**
 * The templates, by name and language; all accounts see the same ones. Changes of status, category and quality are
 * announced by webhook, as the platform does. What takes time, such as pauses, review and archival, goes by the
 * simulator's clock.
 *
 * <p>Safe for use by several threads.
 */
public final class Templates {

    private static final Duration FIRST_PAUSE = Duration.ofHours(3);
    private static final Duration SECOND_PAUSE = Duration.ofHours(6);
    private static final Duration NOTICE = Duration.ofHours(24);

    private final TemplateShelf shelf;
    private final SimulatorClock clock;
    private final TemplateListener listener;
    private final Review review = new Review();
    private final Pacing pacing;
    private final Archive archive;
    private final Deciding deciding;

    /** For the simulator. */
    public Templates(SimulatorClock clock, TemplateListener listener) {
        this.clock = clock;
        this.shelf = new TemplateShelf(clock);
        this.listener = listener;
        this.pacing = new Pacing(clock, this::pauseByPacing);
        this.archive = new Archive(clock, this);
        this.deciding = new Deciding(clock, this, review);
    }

    /** Adds a template, or replaces the one of that name and language, silently. */
    public Templates add(SimulatedTemplate template) {
        put(template, false);
        return this;
    }

    /** Adds a template as Direct Send makes them: nobody can edit or delete it. */
    public StoredTemplate addGenerated(SimulatedTemplate template) {
        return put(template, true);
    }

    private StoredTemplate put(SimulatedTemplate template, boolean generated) {
        return shelf.put(template, generated, id -> {
            if (clock.isVirtual()) {
                // A year of real time never passes here, and waiting for it would keep the simulator in memory.
                archive.watch(id);
            }
        });
    }

    /** How new and edited templates are judged. */
    public Review review() {
        return review;
    }

    /** Which templates are released little by little. */
    public Pacing pacing() {
        return pacing;
    }

    /** Hands a new template in for review. */
    StoredTemplate create(SimulatedTemplate draft, @Nullable String parameterFormat, @Nullable Long ttlSeconds) {
        StoredTemplate stored = put(
                draft.withCategory(review.category(draft.name(), draft.category()))
                        .withStatus("PENDING"),
                false);
        life(stored).described(parameterFormat, ttlSeconds);
        deciding.later(stored);
        return stored;
    }

    /** Puts in, or in place of the one there is, a template that needs no review. */
    StoredTemplate upsert(SimulatedTemplate template, @Nullable Long ttlSeconds) {
        StoredTemplate stored = put(template.withStatus("APPROVED"), false);
        life(stored).described("POSITIONAL", ttlSeconds);
        listener.statusChanged(stored, StatusNote.PLAIN);
        return stored;
    }

    /** Changes a template and hands it in for review again. */
    void edit(StoredTemplate before, SimulatedTemplate edited, @Nullable String parameterFormat, @Nullable Long ttl) {
        TemplateLife life = life(before);
        if (before.template().status().equals("APPROVED")) {
            life.edit(clock.now());
        }
        life.described(parameterFormat, ttl);
        life.rejected(null);
        StoredTemplate pending = shelf.change(
                before.template().name(), before.template().language(), old -> edited.withStatus("PENDING"));
        listener.statusChanged(pending, StatusNote.PLAIN);
        deciding.later(pending);
    }

    /**
     * Pauses a template for its quality: sends answer 132015. The first time for 3 hours, the second time for 6; the
     * third time it is disabled for good.
     */
    public void pause(String name, String language) {
        StoredTemplate stored = shelf.get(name, language);
        switch (life(stored).pause()) {
            case 1 -> pauseFor(FIRST_PAUSE, become(stored, "PAUSED", StatusNote.FIRST_PAUSE));
            case 2 -> pauseFor(SECOND_PAUSE, become(stored, "PAUSED", StatusNote.SECOND_PAUSE));
            default -> become(stored, "DISABLED", StatusNote.DISABLED);
        }
    }

    private void pauseFor(Duration time, StoredTemplate paused) {
        int count = life(paused).pauses();
        clock.schedule(time, () -> {
            StoredTemplate now = byId(paused.id());
            if (now != null
                    && now.template().status().equals("PAUSED")
                    && life(now).pauses() == count) {
                become(now, "APPROVED", StatusNote.UNPAUSE);
            }
        });
    }

    private void pauseByPacing(StoredTemplate stored) {
        StoredTemplate now = byId(stored.id());
        if (now != null) {
            life(now).pausedByPacing(true);
            become(now, "PAUSED", StatusNote.PACING_PAUSE);
        }
    }

    /** Ends a pause that came of pacing. False when the template is in no such pause. */
    boolean unpause(StoredTemplate stored) {
        TemplateLife life = life(stored);
        if (!stored.template().status().equals("PAUSED") || !life.pausedByPacing()) {
            return false;
        }
        life.pausedByPacing(false);
        become(stored, "APPROVED", StatusNote.UNPAUSE);
        return true;
    }

    /** Disables a template for good: sends answer 132016. */
    public void disable(String name, String language) {
        become(shelf.get(name, language), "DISABLED", StatusNote.DISABLED);
    }

    /** Approves, or unpauses, a template. */
    public void approve(String name, String language) {
        StoredTemplate stored = shelf.get(name, language);
        boolean paused = stored.template().status().equals("PAUSED");
        become(stored, "APPROVED", paused ? StatusNote.UNPAUSE : StatusNote.PLAIN);
    }

    /** Puts a template into any other status. */
    public void status(String name, String language, String status) {
        become(shelf.get(name, language), status, StatusNote.PLAIN);
    }

    /** Moves a template to another category at once, as the platform does with owners it has warned. */
    public void category(String name, String language, String category) {
        StoredTemplate before = shelf.get(name, language);
        life(before).recategorised(before.template().category());
        listener.categoryChanged(before, shelf.change(name, language, template -> template.withCategory(category)));
    }

    /** Announces that a template moves to another category, and moves it 24 hours later. */
    public void announceCategory(String name, String language, String category) {
        StoredTemplate stored = shelf.get(name, language);
        life(stored).correctCategory(category);
        listener.categoryAnnounced(stored, category, clock.now().plus(NOTICE));
        clock.schedule(NOTICE, () -> {
            StoredTemplate now = byId(stored.id());
            if (now != null && category.equals(life(now).correctCategory())) {
                category(name, language, category);
            }
        });
    }

    /** Gives a template another quality score. */
    public void quality(String name, String language, String quality) {
        StoredTemplate before = shelf.get(name, language);
        life(before).quality(clock.now());
        StoredTemplate now = shelf.change(name, language, template -> template.withQuality(quality));
        if (!before.template().quality().equals(quality)) {
            listener.qualityChanged(before, now);
        }
    }

    /** Takes a template away, silently: sends answer 132001. */
    public void delete(String name, String language) {
        shelf.remove(name, language);
    }

    /** Takes a template away at its owner's wish. */
    void deleteByOwner(StoredTemplate stored) {
        delete(stored.template().name(), stored.template().language());
        listener.statusChanged(
                StoredTemplate.of(stored.id(), stored.template().withStatus("DELETED")), StatusNote.PLAIN);
    }

    /** Remembers that the template was sent just now, which keeps it from being archived. */
    public void used(StoredTemplate stored) {
        life(stored).used(clock.millis());
    }

    /** The template as it stands, null when there is none. */
    public @Nullable StoredTemplate find(String name, String language) {
        return shelf.find(name, language);
    }

    /** The template of that id as it stands, null when there is none. */
    public @Nullable StoredTemplate byId(long id) {
        return shelf.byId(id);
    }

    /** All templates in the order in which they were added. */
    public List<StoredTemplate> all() {
        return shelf.all();
    }

    /** Whether it ever gave out that id. */
    boolean gaveOut(long id) {
        return shelf.gaveOut(id);
    }

    /**
     * How long messages made of the template are tried, {@code message_send_ttl_seconds}; null for the usual time, -1 for 30
     * days.
     */
    public @Nullable Long ttlSeconds(StoredTemplate stored) {
        return life(stored).ttlSeconds();
    }

    TemplateLife life(StoredTemplate stored) {
        return shelf.life(stored);
    }

    StoredTemplate become(StoredTemplate stored, String status, StatusNote note) {
        StoredTemplate now = shelf.change(
                stored.template().name(), stored.template().language(), template -> template.withStatus(status));
        listener.statusChanged(now, note);
        return now;
    }
}

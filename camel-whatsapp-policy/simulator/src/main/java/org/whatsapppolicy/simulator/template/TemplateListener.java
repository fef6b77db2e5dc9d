package org.whatsapppolicy.simulator.template;

import java.time.Instant;

/** Hears of changes that the platform announces by webhook. Called on the changing thread; must not block. */
public interface TemplateListener {

    /** The status is now another. */
    void statusChanged(StoredTemplate now, StatusNote note);

    /** The category will be another. */
    void categoryAnnounced(StoredTemplate now, String next, Instant at);

    /** The category is now another. */
    void categoryChanged(StoredTemplate before, StoredTemplate now);

    /** The quality score is now another. */
    void qualityChanged(StoredTemplate before, StoredTemplate now);
}

package org.whatsapppolicy.simulator.template;

import org.jspecify.annotations.Nullable;

/** Hears of changes that the platform announces by webhook. Called on the changing thread; must not block. */
public interface TemplateListener {

    /**
     * The status is now another.
     *
     * @param title FIRST_PAUSE, SECOND_PAUSE, RATE_LIMITING_PAUSE or UNPAUSE; null for none
     */
    void statusChanged(StoredTemplate now, @Nullable String title);

    /** The category is now another. */
    void categoryChanged(StoredTemplate before, StoredTemplate now);
}

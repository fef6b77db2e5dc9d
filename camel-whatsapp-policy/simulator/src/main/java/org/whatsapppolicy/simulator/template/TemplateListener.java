package org.whatsapppolicy.simulator.template;

/** Hears of changes that the platform announces by webhook. Called on the changing thread; must not block. */
public interface TemplateListener {

    /** The status is now another. */
    void statusChanged(StoredTemplate now);

    /** The category is now another. */
    void categoryChanged(StoredTemplate before, StoredTemplate now);
}

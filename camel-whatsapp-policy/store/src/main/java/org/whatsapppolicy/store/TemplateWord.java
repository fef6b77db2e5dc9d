package org.whatsapppolicy.store;

import java.time.Instant;

/**
 * What the platform told of a template, kept for those that a file declares: nobody reads them from the platform (S-4).
 *
 * @param account as the template has it
 * @param name of the template
 * @param language of the template
 * @param what which of its properties
 * @param word the platform's word for how it is now, such as {@code MARKETING} or {@code PAUSED}
 * @param at when it became so, by the platform's account; of two the later one counts
 */
public record TemplateWord(String account, String name, String language, What what, String word, Instant at) {

    /** What is told. */
    public enum What {
        CATEGORY,
        STATUS
    }
}

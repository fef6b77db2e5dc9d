package org.whatsapppolicy.policy.decision;

import java.util.List;
import org.whatsapppolicy.policy.document.Category;

/**
 * A template as the platform, or the declaring file, describes it (S-4).
 *
 * @param account the WABA that owns it
 * @param name lower-case name
 * @param language the platform's code
 * @param status the platform's word
 * @param category what it really is
 * @param header names of the header parameters it needs: {@code 1} or a parameter name, or a media type
 * @param body names of the body parameters it needs
 */
public record Template(
        String account,
        String name,
        String language,
        Status status,
        Category category,
        List<String> header,
        List<String> body) {

    public Template {
        header = List.copyOf(header);
        body = List.copyOf(body);
    }

    /** The platform's states of a template; only APPROVED can be sent. */
    public enum Status {
        APPROVED,
        PENDING,
        REJECTED,
        PAUSED,
        DISABLED,
        IN_APPEAL,
        LIMIT_EXCEEDED,
        ARCHIVED,
        DELETED,
        PENDING_DELETION,
        /** A word that this version does not know. */
        UNKNOWN
    }
}

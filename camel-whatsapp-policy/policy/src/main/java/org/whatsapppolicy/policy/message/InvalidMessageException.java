package org.whatsapppolicy.policy.message;

/**
 * A message that the platform would refuse. The text names the field, what was expected and what was found (a size or a
 * type, never the content).
 */
public final class InvalidMessageException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field path in Cloud API shape, such as {@code text.body}
     * @param problem what was expected and what was found
     */
    public InvalidMessageException(String field, String problem) {
        super(field + ": " + problem);
        this.field = field;
    }

    /** Path of the field in Cloud API shape. */
    public String field() {
        return field;
    }
}

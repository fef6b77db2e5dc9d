package org.whatsapppolicy.policy.message;

import org.jspecify.annotations.Nullable;

/**
 * Where in a message a value stands. Spelled out only when there is something to say about it, which is why it is a chain
 * and not a text.
 */
record Place(@Nullable Place within, String name, int index) {

    static final Place MESSAGE = new Place(null, "", -1);

    Place field(String field) {
        return new Place(this, field, -1);
    }

    Place element(int position) {
        return new Place(this, "", position);
    }

    /** As errors name it: {@code template.components[0].type}; nothing for the message as a whole. */
    String path() {
        if (within == null) {
            return "";
        }
        String before = within.path();
        if (index >= 0) {
            return before + "[" + index + "]";
        }
        return before.isEmpty() ? JsonValues.plain(name) : before + "." + JsonValues.plain(name);
    }

    /** The same for sentences about the value as such. */
    String label() {
        String path = path();
        return path.isEmpty() ? "message" : path;
    }

    @Override
    public String toString() {
        return label();
    }
}

package org.whatsapppolicy.camel.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Writes one JSON object of texts and of objects that are JSON already: small and on the hot path. */
final class JsonText {

    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    private final StringBuilder out = new StringBuilder(512).append('{');

    JsonText field(String name, String text) {
        next().append('"').append(name).append("\":\"");
        ENCODER.quoteAsString(text, out);
        out.append('"');
        return this;
    }

    /** The fields of another object, as they stand there. */
    JsonText fields(String object) {
        if (object.length() > 2) {
            next().append(object, 1, object.length() - 1);
        }
        return this;
    }

    private StringBuilder next() {
        return out.length() > 1 ? out.append(',') : out;
    }

    @Override
    public String toString() {
        return out + "}";
    }
}

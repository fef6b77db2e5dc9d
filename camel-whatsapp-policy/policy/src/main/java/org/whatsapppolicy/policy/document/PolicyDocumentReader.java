package org.whatsapppolicy.policy.document;

import java.util.function.UnaryOperator;

/** Reads {@code whatsapp-policy.yaml}. Thread-safe. */
public final class PolicyDocumentReader {

    /**
     * Reads and checks a document.
     *
     * @param name what the document is called in error messages, usually its file name
     * @param text YAML 1.2, core schema
     * @param placeholders resolves property placeholders and vault references in a value; returns texts without any as they
     *     are; throws {@link IllegalArgumentException} for one that does not resolve. Access tokens are tried and kept as
     *     written
     * @throws InvalidPolicyException with every problem found, in the order of the text
     */
    public PolicyDocument read(String name, String text, UnaryOperator<String> placeholders) {
        throw new UnsupportedOperationException();
    }
}

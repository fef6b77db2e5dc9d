package org.whatsapppolicy.policy.document;

import java.util.Objects;

/** Documents for tests: the smallest valid one, and the same with one thing more or another. */
final class Texts {

    static final String BASE = """
            version: 1
            revision: 1
            senders:
              billing:
                phoneNumberId: "100"
                accessToken: "{{token}}"
            purposes:
              news:
                category: utility
                basis: contract
                consent: opt-in
            """;

    static final String SECRET = "EAABsecret";

    private Texts() {}

    /** Reads with two placeholders: {@code {{token}}} stands for a secret, {@code {{missing}}} for nothing. */
    static PolicyDocument read(String text) {
        return new PolicyDocumentReader().read("policy.yaml", text, Texts::resolve);
    }

    static String resolve(String text) {
        if (text.contains("{{missing}}")) {
            throw new IllegalArgumentException("no such property in " + text.replace("{{token}}", SECRET));
        }
        return text.replace("{{token}}", SECRET);
    }

    static Purpose news(String text) {
        return Objects.requireNonNull(read(text).purposes().get("news"));
    }

    /** One more line at the end, at the left margin. */
    static String top(String line) {
        return BASE + line + "\n";
    }

    /** One more line in the sender, at line 7 and column 5. */
    static String sender(String line) {
        return BASE.replace("purposes:\n", "    " + line + "\npurposes:\n");
    }

    /** One more line in the purpose, at line 12 and column 5. */
    static String utility(String line) {
        return purpose("utility", line);
    }

    static String marketing(String line) {
        return purpose("marketing", line);
    }

    static String authentication(String line) {
        return purpose("authentication", line);
    }

    private static String purpose(String category, String line) {
        return instead("category: utility", "category: " + category) + "    " + line + "\n";
    }

    static String instead(String part, String other) {
        if (!BASE.contains(part)) {
            throw new IllegalArgumentException("no " + part);
        }
        return BASE.replace(part, other);
    }
}

package org.whatsapppolicy.policy.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.whatsapppolicy.policy.address.RecipientReader;

/** Reads {@code whatsapp-policy.yaml}. Thread-safe. */
public final class PolicyDocumentReader {

    private final RecipientReader addresses = new RecipientReader();

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
        return read(name, text, placeholders, placeholders);
    }

    /** The same for a document that whoever activated it has proven: access tokens are not tried, which may take long. */
    public PolicyDocument readProven(String name, String text, UnaryOperator<String> placeholders) {
        return read(name, text, placeholders, UnaryOperator.identity());
    }

    private PolicyDocument read(
            String name, String text, UnaryOperator<String> placeholders, UnaryOperator<String> tokens) {
        Problems problems = new Problems(name);
        YamlNode root = YamlTree.read(text, problems);
        if (root == null) {
            throw problems.toException();
        }
        PolicyDocument document = new DocumentSection(root, new Values(problems, placeholders, tokens), problems)
                .read(hash(text), text, addresses);
        problems.throwIfAny();
        return document;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

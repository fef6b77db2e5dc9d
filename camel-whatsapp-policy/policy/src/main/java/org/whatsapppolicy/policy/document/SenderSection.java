package org.whatsapppolicy.policy.document;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code senders}. */
final class SenderSection {

    static final Keys KEYS = Keys.of("a sender")
            .required("phoneNumberId", "phoneNumberId: the platform's id of the number, such as \"{{wa.phone.id}}\"")
            .required("accessToken", "accessToken: a placeholder that names the token, such as \"{{wa.token}}\"")
            .optional("account", "portfolio", "region", "zone", "throughput", "templates")
            .later("limits on days of proactive messages", "proactiveDays");

    /** What the platform allows a number that was not raised to 1,000 a second. */
    private static final int PLATFORM_DEFAULT = 80;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,32}");
    private static final Pattern RATE = Pattern.compile("[1-9][0-9]{0,4}(/s)?");
    private static final Pattern RESOURCE = Pattern.compile("[^\\s]*[.:/][^\\s]*");

    private static final Kind<String> ID = Kinds.matching(
                    DIGITS, "an id of digits, or a placeholder in quotes that stands for one")
            .orPlain(PlainType.WHOLE_NUMBER)
            .kept();
    private static final Kind<String> TOKEN =
            Kind.text("an access token, best as a placeholder in quotes").kept();
    private static final Kind<String> PORTFOLIO = Kind.text("the name of a business portfolio");
    private static final Kind<Integer> THROUGHPUT = throughput();
    private static final Kind<String> TEMPLATES = templates();

    private SenderSection() {}

    /**
     * @param otherwise region of numbers written without a country code when the sender names none
     */
    static Sender read(String name, Fields fields, @Nullable String otherwise, Values values) {
        String region = values.read(fields.get("region"), Kinds.REGION);
        String templates = values.read(fields.get("templates"), TEMPLATES, "synced");
        return new Sender(
                name,
                values.read(fields.get("phoneNumberId"), ID, ""),
                token(fields.get("accessToken"), values),
                values.read(fields.get("account"), ID),
                values.read(fields.get("portfolio"), PORTFOLIO),
                region == null ? otherwise : region,
                values.read(fields.get("zone"), Kinds.ZONE),
                values.read(fields.get("throughput"), THROUGHPUT, PLATFORM_DEFAULT),
                templates.equals("synced") ? null : templates);
    }

    /** As written: it is resolved at most to prove that it can be, so that a rotated secret is read again when it is used. */
    private static String token(@Nullable YamlNode node, Values values) {
        boolean usable = values.token(node, TOKEN) != null;
        return usable && node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    }

    private static Kind<Integer> throughput() {
        String expected = "messages a second, such as `80` or `80/s`, or `none` for no limit";
        return Kind.<Integer>text(expected, text -> {
                    if (text.equals("none")) {
                        return 0;
                    } else if (text.equals("auto")) {
                        throw new Malformed(text, expected + "; `auto` comes with a later release");
                    } else if (!RATE.matcher(text).matches()) {
                        throw new Malformed(text, expected);
                    }
                    return Integer.parseInt(text.replace("/s", ""));
                })
                .orPlain(PlainType.WHOLE_NUMBER);
    }

    private static Kind<String> templates() {
        String expected = "`synced`, or the resource that declares them, such as classpath:templates.yaml";
        return Kind.text(expected, text -> {
            if (!text.equals("synced") && !RESOURCE.matcher(text).matches()) {
                throw new Malformed(text, expected + Spelling.didYouMean(text, List.of("synced")));
            }
            return text;
        });
    }
}

package org.whatsapppolicy.policy.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Values.ListForm;

/**
 * The section {@code recipients}.
 *
 * @param only keys of the addresses that may be messaged at all (S-9), or null for everybody
 * @param region region of numbers written without a country code, or null
 * @param usMarketingBlocked whether numbers of the United States get no marketing (S-32)
 */
record RecipientsSection(
        @Nullable Set<String> only, @Nullable String region, boolean usMarketingBlocked) {

    static final Keys KEYS = Keys.of("recipients").optional("only", "region", "usMarketing");

    private static final Kind<UsMarketing> US_MARKETING = Kind.word(UsMarketing.class);
    private static final ListForm ONLY =
            new ListForm("a list of phone numbers and user ids in quotes; [] lets nobody be messaged", false, true);

    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ()./-]{4,24}");
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");

    enum UsMarketing {
        BLOCKED,
        ALLOWED
    }

    /**
     * @param addresses gives the key of an address, or null when it is none
     */
    static RecipientsSection read(
            @Nullable YamlNode node,
            Position at,
            Values values,
            Problems problems,
            Function<String, @Nullable String> addresses) {
        if (node == null) {
            return new RecipientsSection(null, null, true);
        }
        Fields fields = Fields.read(node, at, KEYS, problems);
        List<String> only = values.list(fields.get("only"), address(addresses), ONLY);
        return new RecipientsSection(
                only == null ? null : new HashSet<>(only),
                values.read(fields.get("region"), Kinds.REGION),
                values.read(fields.get("usMarketing"), US_MARKETING, UsMarketing.BLOCKED) == UsMarketing.BLOCKED);
    }

    private static Kind<String> address(Function<String, @Nullable String> addresses) {
        String expected = "a phone number with + and country code in quotes, or a user id such as \"BR.1234\"";
        return Kind.text(expected, text -> {
                    String key = addresses.apply(text);
                    if (key == null) {
                        throw new Malformed("an address", expected);
                    }
                    return key;
                })
                .kept();
    }

    /** Good for addresses in the form in which the platform knows them. */
    static @Nullable String key(String text) {
        if (PHONE.matcher(text).matches()) {
            String digits = text.replaceAll("[^0-9]", "");
            return digits.length() >= 7 && digits.length() <= 15 ? "+" + digits : null;
        }
        return USER_ID.matcher(text).matches() ? text : null;
    }
}

package org.whatsapppolicy.policy.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.address.UserId;
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

    private static final String ADDRESS =
            "a valid phone number with + and country code in quotes, or a user id such as \"BR.1234\"";
    private static final Pattern WRITTEN =
            Pattern.compile("\\+[0-9][0-9 ()./-]{4,24}|[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");

    enum UsMarketing {
        BLOCKED,
        ALLOWED
    }

    static RecipientsSection read(
            @Nullable YamlNode node, Position at, Values values, Problems problems, RecipientReader recipients) {
        if (node == null) {
            return new RecipientsSection(null, null, true);
        }
        Fields fields = Fields.read(node, at, KEYS, problems);
        List<String> only = values.list(fields.get("only"), address(recipients), ONLY);
        return new RecipientsSection(
                only == null ? null : new HashSet<>(only),
                values.read(fields.get("region"), Kinds.REGION),
                values.read(fields.get("usMarketing"), US_MARKETING, UsMarketing.BLOCKED) == UsMarketing.BLOCKED);
    }

    /** Written as the platform knows it; kept under the key that all spellings of one person share. */
    private static Kind<String> address(RecipientReader recipients) {
        return Kind.text(ADDRESS, text -> {
                    Recipient recipient = WRITTEN.matcher(text).matches() ? recipients.read(text, null) : null;
                    if (recipient instanceof PhoneNumber phone) {
                        return phone.key();
                    } else if (recipient instanceof UserId user) {
                        return user.value();
                    }
                    throw new Malformed("an address", ADDRESS);
                })
                .kept();
    }
}

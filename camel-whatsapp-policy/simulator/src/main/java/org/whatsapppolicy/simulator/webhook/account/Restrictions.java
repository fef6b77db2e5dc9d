package org.whatsapppolicy.simulator.webhook.account;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/** What is no longer possible, and until when: {@code restriction_info}. */
public record Restrictions(List<Restriction> all, boolean expirationAsText) implements AccountUpdate.Detail {

    /**
     * One restriction.
     *
     * @param type {@code RESTRICTED_BIZ_INITIATED_MESSAGING}, {@code RESTRICTED_CUSTOMER_INITIATED_MESSAGING}, {@code
     *     RESTRICTED_ADD_PHONE_NUMBER_ACTION}, {@code RESTRICTED_UTILITY_TEMPLATES}, {@code
     *     RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES}, {@code RESTRICTED_BUSINESS_INITIATED_CALLING}, ...
     * @param expiration when it ends, in seconds since 1970
     * @param remediation what to do about it; null for nothing
     */
    public record Restriction(
            String type, long expiration, @Nullable String remediation) {}

    /** Copies the list. */
    public Restrictions {
        all = List.copyOf(all);
    }

    /** Several types until the same second, which is told as a number. */
    public static Restrictions until(long expiration, String... types) {
        return new Restrictions(
                Stream.of(types)
                        .map(type -> new Restriction(type, expiration, null))
                        .toList(),
                false);
    }

    /** The same, with the second told as a text, as for Direct Send. */
    public Restrictions asText() {
        return new Restrictions(all, true);
    }

    @Override
    public void write(JsonBytes json) {
        json.array("restriction_info");
        for (Restriction restriction : all) {
            json.object().put("restriction_type", restriction.type());
            if (expirationAsText) {
                json.put("expiration", Long.toString(restriction.expiration()));
            } else {
                json.put("expiration", restriction.expiration());
            }
            json.put("remediation", restriction.remediation()).end();
        }
        json.end();
    }
}

package org.whatsapppolicy.policy.document;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One business phone number.
 *
 * @param name as the document calls it
 * @param phoneNumberId the platform's id of the number
 * @param accessToken the token as written, placeholders unresolved, so that a rotated secret is read again when it is used
 * @param account the WABA (messaging account) that owns the templates, or null
 * @param portfolio name of the business portfolio whose messaging limit this number shares, or null
 * @param region ISO region of recipients written without a country code, or null
 * @param zone zone of recipients for whom neither the record nor the purpose gives one, or null
 * @param throughput messages a second, or 0 for no limit (written {@code none}); the platform's default is 80
 * @param templates null when templates are synced from the platform; else the resource that declares them (S-4)
 */
public record Sender(
        String name,
        String phoneNumberId,
        String accessToken,
        @Nullable String account,
        @Nullable String portfolio,
        @Nullable String region,
        @Nullable ZoneId zone,
        int throughput,
        @Nullable String templates) {

    @Override
    public String toString() {
        return "Sender[" + name + "]";
    }
}

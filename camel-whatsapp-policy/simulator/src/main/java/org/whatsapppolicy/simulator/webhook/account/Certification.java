package org.whatsapppolicy.simulator.webhook.account;

import java.util.List;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * How the certification of a partner's client went: {@code partner_client_certification_info}.
 *
 * @param status such as {@code APPROVED}
 * @param rejections why not; {@code NONE} otherwise
 */
public record Certification(String clientBusinessId, String status, List<String> rejections)
        implements AccountUpdate.Detail {

    /** Copies the list. */
    public Certification {
        rejections = List.copyOf(rejections);
    }

    @Override
    public void write(JsonBytes json) {
        json.object("partner_client_certification_info")
                .put("client_business_id", clientBusinessId)
                .put("status", status)
                .array("rejection_reasons");
        rejections.forEach(json::add);
        json.end().end();
    }
}

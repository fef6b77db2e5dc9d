package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/** A product asked about from its page in the catalogue. */
public record Product(String catalogId, String retailerId) {

    void write(JsonBytes json) {
        json.object("referred_product")
                .put("catalog_id", catalogId)
                .put("product_retailer_id", retailerId)
                .end();
    }
}

package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** Names of catalogs and products. Which there are is not known here: every name is good. */
final class Catalog {

    private static final int LONGEST = 512;

    private Catalog() {}

    static String id(JsonNode action) {
        return Fields.id(action.path("catalog_id"), "interactive.action.catalog_id");
    }

    static String product(JsonNode owner, String where) {
        return Fields.text(owner.path("product_retailer_id"), where + ".product_retailer_id", LONGEST);
    }

    static ShownContent.Product product(JsonNode action) {
        return new ShownContent.Product(id(action), product(action, "interactive.action"));
    }
}

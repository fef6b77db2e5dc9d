package org.whatsapppolicy.simulator.webhook.inbound;

import java.util.List;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/** A cart that was sent. */
public record Order(String catalogId, String text, List<Item> items) implements Content {

    /**
     * One line of it.
     *
     * @param price of one piece
     * @param currency such as {@code EUR}
     */
    public record Item(String productRetailerId, int quantity, double price, String currency) {}

    /** Copies the list. */
    public Order {
        items = List.copyOf(items);
    }

    @Override
    public String type() {
        return "order";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("order").put("catalog_id", catalogId).put("text", text).array("product_items");
        for (Item item : items) {
            json.object()
                    .put("product_retailer_id", item.productRetailerId())
                    .put("quantity", item.quantity())
                    .put("item_price", item.price())
                    .put("currency", item.currency())
                    .end();
        }
        json.end().end();
    }
}

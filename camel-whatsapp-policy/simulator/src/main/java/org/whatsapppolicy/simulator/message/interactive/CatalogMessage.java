package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code catalog_message}: a button that opens the whole catalog. */
final class CatalogMessage implements InteractiveKind {

    @Override
    public String name() {
        return "catalog_message";
    }

    @Override
    public ShownContent.Rich check(JsonNode interactive, MediaCheck media) {
        Frame frame = Frame.of(interactive, media, Frame.NO_HEADER, 1024);
        JsonNode parameters = Action.named(interactive, "catalog_message").path("parameters");
        String thumbnail = Fields.optionalText(
                parameters.path("thumbnail_product_retailer_id"),
                "interactive.action.parameters.thumbnail_product_retailer_id",
                512);
        return frame.with(
                new ShownButton(ShownButton.Kind.CATALOG, "View catalog", thumbnail == null ? "" : thumbnail));
    }
}

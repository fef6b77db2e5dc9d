package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code product}: one product, which takes the place of the header. */
final class SingleProduct implements InteractiveKind {

    @Override
    public String name() {
        return "product";
    }

    @Override
    public ShownContent.Rich check(JsonNode interactive, MediaCheck media) {
        Frame frame = Frame.withoutBody(interactive, media, Frame.NO_HEADER, 1024);
        ShownContent.Product product = Catalog.product(Action.of(interactive));
        Frame shown = new Frame(frame.kind(), product, frame.body(), frame.footer());
        ShownButton view = new ShownButton(ShownButton.Kind.CATALOG, "View", product.retailerId());
        return shown.with(List.of(view), List.of(), List.of());
    }
}

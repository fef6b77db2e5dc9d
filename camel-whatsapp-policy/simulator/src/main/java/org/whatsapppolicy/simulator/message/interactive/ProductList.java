package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownSection;

/** {@code product_list}: up to 30 products in up to ten sections, below a text header. */
final class ProductList implements InteractiveKind {

    private static final String SECTIONS = "interactive.action.sections";
    private static final int MOST_SECTIONS = 10;
    private static final int MOST_PRODUCTS = 30;

    @Override
    public String name() {
        return "product_list";
    }

    @Override
    public ShownContent.Rich check(JsonNode interactive, MediaCheck media) {
        Frame frame = Frame.of(interactive, media, Frame.TEXT_HEADER, 1024);
        if (frame.header() == null) {
            throw GraphErrors.missing("interactive.header");
        }
        JsonNode action = Action.of(interactive);
        String catalog = Catalog.id(action);
        JsonNode sections = Fields.array(action.path("sections"), SECTIONS, 1, MOST_SECTIONS);
        List<ShownSection> shown = new ArrayList<>();
        int products = 0;
        for (JsonNode section : sections) {
            String title = SectionTitle.of(section, SECTIONS, sections.size());
            List<ShownSection.Row> rows = new ArrayList<>();
            for (JsonNode item :
                    Fields.array(section.path("product_items"), SECTIONS + ".product_items", 1, MOST_PRODUCTS)) {
                String product = Catalog.product(item, SECTIONS + ".product_items");
                rows.add(new ShownSection.Row(product, product, null));
            }
            products += rows.size();
            shown.add(new ShownSection(title, rows));
        }
        if (products > MOST_PRODUCTS) {
            throw GraphErrors.invalid(SECTIONS + ".product_items");
        }
        return frame.with(List.of(new ShownButton(ShownButton.Kind.CATALOG, "View items", catalog)), shown, List.of());
    }
}

package org.whatsapppolicy.simulator.message.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.LocationType;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.template.TemplateShape;

/** The header of a template or of a card: a text with at most one variable, media, a place or a product. */
final class HeaderFill {

    private static final int LONGEST = 60;

    private HeaderFill() {}

    static @Nullable ShownContent of(TemplateShape shape, boolean named, JsonNode parameters, MediaCheck media) {
        String format = shape.headerFormat();
        if (format == null || format.equals("TEXT")) {
            List<String> values = TextParameters.of("header", shape.header(), named, parameters, LONGEST);
            return format == null ? null : new ShownContent.Text(shape.header().filled(values), false);
        }
        String kind = format.toLowerCase(Locale.ROOT);
        String received = parameters.path(0).path("type").asText("");
        if (parameters.size() != 1 || !received.equalsIgnoreCase(kind)) {
            throw TextParameters.mismatch(
                    "header", format, received.isEmpty() ? "UNKNOWN" : received.toUpperCase(Locale.ROOT));
        }
        JsonNode value = parameters.path(0).path(kind);
        String where = "header.parameters." + kind;
        return switch (kind) {
            case "location" -> LocationType.place(value, where);
            case "product" ->
                new ShownContent.Product(
                        Fields.id(Fields.object(value, where).path("catalog_id"), where + ".catalog_id"),
                        Fields.text(value.path("product_retailer_id"), where + ".product_retailer_id", 512));
            default -> media.check(value, kind, where);
        };
    }
}

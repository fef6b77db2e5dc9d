package org.whatsapppolicy.policy.message;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What fills the header of a template. */
public sealed interface TemplateHeader {

    /** The header parameter in Cloud API shape. */
    Map<String, Object> cloudApi();

    /** Fills the one variable of a text header. */
    static TemplateHeader text(String text) {
        return new Text(null, text);
    }

    /** Fills the one variable of a text header by its name. */
    static TemplateHeader text(String name, String text) {
        return new Text(name, text);
    }

    /** A picture. */
    static TemplateHeader image(Media image) {
        return new File("image", image);
    }

    /** A film. */
    static TemplateHeader video(Media video) {
        return new File("video", video);
    }

    /** A document, best with a {@link Media#named file name}. */
    static TemplateHeader document(Media document) {
        return new File("document", document);
    }

    /**
     * A place on the map.
     *
     * @param latitude in degrees, north positive
     * @param longitude in degrees, east positive
     */
    static TemplateHeader location(double latitude, double longitude, String name, String address) {
        return new Location(latitude, longitude, name, address);
    }

    /**
     * A text.
     *
     * @param name of the variable, or null for a positional one
     * @param text at most 60 characters
     */
    record Text(@Nullable String name, String text) implements TemplateHeader {
        @Override
        public Map<String, Object> cloudApi() {
            Map<String, Object> parameter = new LinkedHashMap<>(Map.of("type", "text", "text", text));
            if (name != null) {
                parameter.put("parameter_name", name);
            }
            return parameter;
        }

        @Override
        public String toString() {
            return "Text[" + name + "]";
        }
    }

    /**
     * A file.
     *
     * @param type {@code image}, {@code video} or {@code document}
     * @param media where it is
     */
    record File(String type, Media media) implements TemplateHeader {
        @Override
        public Map<String, Object> cloudApi() {
            return Map.of("type", type, type, media.cloudApi());
        }
    }

    /**
     * A place.
     *
     * @param latitude in degrees, north positive
     * @param longitude in degrees, east positive
     * @param name of the place
     * @param address in one line
     */
    record Location(double latitude, double longitude, String name, String address) implements TemplateHeader {
        @Override
        public Map<String, Object> cloudApi() {
            Map<String, Object> place =
                    Map.of("latitude", latitude, "longitude", longitude, "name", name, "address", address);
            return Map.of("type", "location", "location", place);
        }

        @Override
        public String toString() {
            return "Location[]";
        }
    }

    /**
     * A product of the catalogue, in the header of a card or a template. The platform's page for it is not confirmed.
     *
     * @param catalogId the catalogue
     * @param productRetailerId the product in it
     */
    record Product(String catalogId, String productRetailerId) implements TemplateHeader {
        @Override
        public Map<String, Object> cloudApi() {
            Map<String, Object> product = Map.of("catalog_id", catalogId, "product_retailer_id", productRetailerId);
            return Map.of("type", "product", "product", product);
        }
    }
}

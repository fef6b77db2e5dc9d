package org.whatsapppolicy.simulator.message.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.whatsapppolicy.simulator.message.type.Content;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.message.type.MessageType;
import org.whatsapppolicy.simulator.shown.ShownCard;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.template.StoredTemplate;
import org.whatsapppolicy.simulator.template.TemplateShape;
import org.whatsapppolicy.simulator.template.Templates;

/** {@code template}: an approved template in one language, with its variables filled in. */
public final class TemplateType implements MessageType {

    private static final int LONGEST_NAME = 512;
    private static final int LONGEST_BODY = 1024;
    private static final Set<String> KNOWN = Set.of("name", "language", "components", "namespace");

    private final Templates templates;
    private final MediaCheck media;
    private final LongSupplier millis;

    /** A type that fills in these templates, with the time in milliseconds since 1970. */
    public TemplateType(Templates templates, MediaCheck media, LongSupplier millis) {
        this.templates = templates;
        this.media = media;
        this.millis = millis;
    }

    @Override
    public String name() {
        return "template";
    }

    @Override
    public Content check(JsonNode object) {
        Fields.object(object, "template");
        Fields.onlyKnown(object, KNOWN, "template");
        String name = Fields.text(object.path("name"), "template.name", LONGEST_NAME);
        JsonNode language = Fields.object(object.path("language"), "template.language");
        String code = Fields.text(language.path("code"), "template.language.code", 16);
        Fields.oneOf(language.path("policy"), "template.language.policy", "deterministic");
        StoredTemplate stored = Sendable.find(templates, name, code);
        TemplateShape shape = stored.shape();
        Components components = Components.of(object.path("components"), "template.components");
        ShownContent header = HeaderFill.of(shape, stored.named(), components.header(), media);
        List<String> values = TextParameters.of("body", shape.body(), stored.named(), components.body(), LONGEST_BODY);
        OfferFill.check(shape, components.offer(), millis.getAsLong());
        List<ShownCard> cards = CardsFill.of(shape.cards(), stored.named(), components.carousel(), media);
        ShownContent.Rich shown = new ShownContent.Rich(
                "template",
                header,
                shape.body().filled(values),
                shape.footer(),
                ButtonsFill.of(shape.buttons(), components.buttons(), values),
                List.of(),
                cards,
                stored.shown());
        return Content.ofTemplate(stored.category(), needsPhone(stored), templates.ttlSeconds(stored), shown);
    }

    /** Codes are for phone numbers; so is everything of that category whose buttons nobody declared. */
    private static boolean needsPhone(StoredTemplate stored) {
        return stored.shape().oneTimePassword() || stored.category().equals("authentication");
    }
}

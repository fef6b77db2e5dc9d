package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.template.StoredTemplate;
import org.whatsapppolicy.simulator.template.TemplateCheck;
import org.whatsapppolicy.simulator.template.Templates;

/** {@code template}: an approved template in one language, with its variables filled in. */
final class TemplateType implements MessageType {

    private static final int LONGEST_NAME = 512;
    private static final Set<String> KNOWN = Set.of("name", "language", "components", "namespace");

    private final Templates templates;

    TemplateType(Templates templates) {
        this.templates = templates;
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
        StoredTemplate stored = TemplateCheck.sendable(templates, name, code);
        TemplateCheck.components(stored, object.path("components"));
        return Content.ofTemplate(
                stored.template().category().toLowerCase(Locale.ROOT),
                new ShownContent.Other(name(), object.toString()));
    }
}

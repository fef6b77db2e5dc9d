package org.whatsapppolicy.simulator.message.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code text}: a body of at most 4096 characters, with or without a link preview. */
public final class TextType implements MessageType {

    private static final int LONGEST = 4096;
    private static final Set<String> KNOWN = Set.of("body", "preview_url");

    @Override
    public String name() {
        return "text";
    }

    @Override
    public Content check(JsonNode object) {
        Fields.object(object, "text");
        Fields.onlyKnown(object, KNOWN, "text");
        String body = Fields.text(object.path("body"), "text.body", LONGEST);
        boolean preview = Fields.optionalBoolean(object.path("preview_url"), "text.preview_url");
        return Content.freeForm(new ShownContent.Text(body, preview));
    }
}

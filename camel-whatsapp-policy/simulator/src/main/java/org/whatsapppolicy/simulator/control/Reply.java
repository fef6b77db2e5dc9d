package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import org.whatsapppolicy.simulator.media.StoredMedia;
import org.whatsapppolicy.simulator.page.PageFile;

/** An answer of a control path. */
sealed interface Reply {

    /** One JSON value. */
    record Json(int status, JsonNode body) implements Reply {}

    /** As many lines as there are, each one JSON value; read while they are sent. */
    record Lines(Iterator<String> lines) implements Reply {}

    /** A file of the page. */
    record File(PageFile file) implements Reply {}

    /** A picture or other file of a chat. */
    record Medium(StoredMedia media) implements Reply {}

    static Reply of(JsonNode body) {
        return new Json(200, body);
    }

    static Reply done() {
        return of(object().put("ok", true));
    }

    static Reply refused(int status, String why) {
        return new Json(status, object().put("error", why));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

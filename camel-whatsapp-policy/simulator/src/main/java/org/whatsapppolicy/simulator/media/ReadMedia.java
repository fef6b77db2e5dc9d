package org.whatsapppolicy.simulator.media;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.token.Scope;

/** What is known of a media, with an address for the next 5 minutes. */
final class ReadMedia extends MediaEndpoint {

    private final MediaUrl urls;

    ReadMedia(Media media, Numbers numbers, MediaUrl urls) {
        super(media, numbers);
        this.urls = urls;
    }

    @Override
    public Route route() {
        return Route.get("/{media}", Scope.MESSAGING, Operation.MEDIA);
    }

    @Override
    Reply answer(Call call, StoredMedia stored) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("messaging_product", "whatsapp")
                .put("url", urls.of(stored, call.origin()))
                .put("mime_type", stored.mimeType())
                .put("sha256", stored.sha256())
                .put("file_size", Long.toString(stored.size()))
                .put("id", stored.id());
        return Reply.of(answer);
    }
}

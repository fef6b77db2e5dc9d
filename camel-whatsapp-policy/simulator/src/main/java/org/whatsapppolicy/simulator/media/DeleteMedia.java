package org.whatsapppolicy.simulator.media;

import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.token.Scope;

/** Forgets a media before its time. */
final class DeleteMedia extends MediaEndpoint {

    private final Media media;

    DeleteMedia(Media media, Numbers numbers) {
        super(media, numbers);
        this.media = media;
    }

    @Override
    public Route route() {
        return Route.delete("/{media}", Scope.MESSAGING, Operation.MEDIA);
    }

    @Override
    Reply answer(Call call, StoredMedia stored) {
        media.delete(stored.id());
        return Reply.success();
    }
}

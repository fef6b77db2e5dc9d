package org.whatsapppolicy.simulator.media;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Objects;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.graph.UploadedFile;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.NumberEndpoint;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.token.Scope;

/** Takes a file in. The declared type decides, or where there is none, that of the part; nobody looks inside. */
final class UploadMedia extends NumberEndpoint {

    private final Media media;

    UploadMedia(Media media, Numbers numbers) {
        super(numbers);
        this.media = media;
    }

    @Override
    public Route route() {
        return Route.post("/{number}/media", Scope.MESSAGING, Operation.MEDIA);
    }

    @Override
    protected Reply answer(Call call, SimulatedNumber number) {
        call.whatsapp();
        UploadedFile file = call.file();
        if (file == null) {
            throw GraphErrors.badParameter("The parameter file is required.");
        }
        String type = Objects.requireNonNullElse(call.text("type"), file.contentType());
        MediaKind kind = MediaKind.of(type);
        if (kind == null) {
            throw GraphErrors.badParameter("Param file must be a file with one of the following types: "
                    + String.join(", ", MediaKind.allTypes()) + ". Received file of type '" + type + "'.");
        }
        if (file.size() == 0) {
            throw GraphErrors.refuse(131053, "The file is empty.");
        }
        if (file.size() > kind.largest()) {
            throw GraphErrors.refuse(
                    131053,
                    "The file is too big for " + type + ": at most " + kind.largest() + " bytes, found " + file.size()
                            + ".");
        }
        StoredMedia stored = media.upload(number.id(), type, file);
        return Reply.of(JsonNodeFactory.instance.objectNode().put("id", stored.id()));
    }
}

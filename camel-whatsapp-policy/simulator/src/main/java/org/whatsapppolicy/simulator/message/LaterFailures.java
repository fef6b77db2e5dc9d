package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.interactive.InteractiveType;
import org.whatsapppolicy.simulator.message.type.Content;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.Person;

/** What the platform finds out about a message only after it accepted it. */
final class LaterFailures {

    private final ClosedWindow closedWindow;
    private final MediaCheck media;

    LaterFailures(ClosedWindow closedWindow, MediaCheck media) {
        this.closedWindow = closedWindow;
        this.media = media;
    }

    /** Why the message will fail, null when it will not. */
    @Nullable
    GraphError of(
            SimulatedNumber sender, JsonNode root, Recipient recipient, @Nullable Person person, Content content) {
        if (content.laterFailure() != null) {
            return content.laterFailure();
        }
        if (person != null && person.isShutOut(sender.id())) {
            return GraphErrors.of(130403);
        }
        GraphError unusable = media.laterFailure(content.shown());
        if (unusable != null) {
            return unusable;
        }
        String hash = root.path("recipient_identity_key_hash").textValue();
        if (hash != null && person != null && !hash.equals(person.identityKeyHash())) {
            return GraphErrors.of(137000);
        }
        if (!content.template()
                && recipient.kind() != Recipient.Kind.GROUP
                && closedWindow != ClosedWindow.IGNORE
                && (person == null || !person.windowOpen(sender.id()))) {
            return GraphErrors.of(131047);
        }
        if (person == null) {
            return null;
        }
        if (person.failure() != 0) {
            return GraphErrors.of(person.failure());
        }
        if (content.marketing() && person.offersStopped()) {
            return GraphErrors.of(131050);
        }
        return InteractiveType.incapable(content.shown(), person.address());
    }
}

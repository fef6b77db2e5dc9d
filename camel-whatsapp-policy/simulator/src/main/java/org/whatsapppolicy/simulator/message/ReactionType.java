package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code reaction}: an emoji on a message the person wrote. An unknown target fails later, with 131009. */
final class ReactionType implements MessageType {

    private final People people;

    ReactionType(People people) {
        this.people = people;
    }

    @Override
    public String name() {
        return "reaction";
    }

    @Override
    public Content check(JsonNode object) {
        Fields.object(object, "reaction");
        String target = Fields.text(object.path("message_id"), "reaction.message_id", 512);
        if (Fields.absent(object.path("emoji"))) {
            throw GraphErrors.missing("reaction.emoji");
        }
        return people.hasWritten(target)
                ? Content.freeForm(new ShownContent.Other(name(), object.toString()))
                : Content.freeForm(new ShownContent.Other(name(), object.toString()))
                        .failingLater(GraphErrors.of(131009, "The message to react to is unknown."));
    }
}

package org.whatsapppolicy.simulator.message.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Predicate;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.shown.ShownContent;

/**
 * {@code reaction}: an emoji on a message the person wrote; an empty one takes it back. A target that is unknown, older
 * than 30 days or itself a reaction fails after acceptance with 131009.
 */
public final class ReactionType implements MessageType {

    private static final Set<String> KNOWN = Set.of("message_id", "emoji");
    private static final int LONGEST_EMOJI = 32;

    private final Predicate<String> targets;

    /** A type that asks {@code targets} whether a message can be reacted to. */
    public ReactionType(Predicate<String> targets) {
        this.targets = targets;
    }

    @Override
    public String name() {
        return "reaction";
    }

    @Override
    public Content check(JsonNode object) {
        Fields.object(object, "reaction");
        Fields.onlyKnown(object, KNOWN, "reaction");
        String target = Fields.text(object.path("message_id"), "reaction.message_id", 512);
        String emoji = Fields.optionalText(object.path("emoji"), "reaction.emoji", LONGEST_EMOJI);
        if (emoji == null) {
            throw GraphErrors.missing("reaction.emoji");
        }
        if (emoji.codePoints().anyMatch(c -> Character.isLetter(c) || Character.isWhitespace(c))) {
            throw GraphErrors.invalid("reaction.emoji");
        }
        Content content = Content.freeForm(new ShownContent.Reaction(target, emoji));
        return targets.test(target)
                ? content
                : content.failingLater(GraphErrors.of(131009, "The message to react to is unknown or too old."));
    }
}

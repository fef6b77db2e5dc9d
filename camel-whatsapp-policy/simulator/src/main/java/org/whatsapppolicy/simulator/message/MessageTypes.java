package org.whatsapppolicy.simulator.message;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.message.interactive.InteractiveType;
import org.whatsapppolicy.simulator.message.template.TemplateType;
import org.whatsapppolicy.simulator.message.type.ContactsType;
import org.whatsapppolicy.simulator.message.type.LocationType;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.message.type.MediaType;
import org.whatsapppolicy.simulator.message.type.MessageType;
import org.whatsapppolicy.simulator.message.type.ReactionType;
import org.whatsapppolicy.simulator.message.type.TextType;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.template.Templates;

/** Every type of message there is: the one place to add another. */
final class MessageTypes {

    private final Map<String, MessageType> byName;

    MessageTypes(Templates templates, People people, MediaCheck media, SimulatorClock clock) {
        byName = Stream.of(
                        new TextType(),
                        new TemplateType(templates, media, clock::millis),
                        new MediaType("image", media),
                        new MediaType("video", media),
                        new MediaType("audio", media),
                        new MediaType("document", media),
                        new MediaType("sticker", media),
                        new LocationType(),
                        new ContactsType(),
                        new ReactionType(people::takesReactions),
                        new InteractiveType(media))
                .collect(Collectors.toUnmodifiableMap(MessageType::name, Function.identity()));
    }

    @Nullable
    MessageType find(String name) {
        return byName.get(name);
    }

    Set<String> names() {
        return byName.keySet();
    }
}

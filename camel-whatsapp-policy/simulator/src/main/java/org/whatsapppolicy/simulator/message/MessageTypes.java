package org.whatsapppolicy.simulator.message;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.template.Templates;

/** Every type of message there is: the one place to add another. */
final class MessageTypes {

    private final Map<String, MessageType> byName;

    MessageTypes(Templates templates, People people) {
        byName = Stream.of(
                        new TextType(),
                        new TemplateType(templates),
                        new MediaType("image", true),
                        new MediaType("video", true),
                        new MediaType("audio", false),
                        new MediaType("document", true),
                        new MediaType("sticker", false),
                        new LocationType(),
                        new ContactsType(),
                        new ReactionType(people),
                        new InteractiveType())
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

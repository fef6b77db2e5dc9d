package org.whatsapppolicy.simulator.control;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.people.Chat;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownMessage;
import org.whatsapppolicy.simulator.shown.ShownSection;

/** What a person can do. All take {@code "number"}, the business number it is done towards. */
final class ActionRoutes {

    private final Controlled simulator;
    private final PeopleInOrder people;

    ActionRoutes(Controlled simulator, PeopleInOrder people) {
        this.simulator = simulator;
        this.people = people;
    }

    List<Route> routes() {
        return List.of(
                action(
                        "write",
                        "writes a text: `{\"text\":\"Hello?\",\"repliesTo\":\"wamid...\"}`",
                        (chat, ask) -> chat.replies(ask.text("text"), ask.textOrNull("repliesTo"))),
                action("tap", "taps a button: `{\"message\":\"wamid...\",\"label\":\"Thanks\"}`", ActionRoutes::tap),
                action(
                        "pick",
                        "picks a row of a list: `{\"message\":\"wamid...\",\"row\":\"id\"}`",
                        ActionRoutes::pick),
                deed("stop-offers", "stops marketing messages", Chat::stopsOffers),
                deed("resume-offers", "allows them again", Chat::resumesOffers),
                deed("block", "blocks the business: nothing arrives any more", Chat::blocks),
                deed("unblock", "takes that back", Chat::unblocks),
                deed("report", "blocks the business and reports it as spam", Chat::reports));
    }

    private Route deed(String name, String does, Consumer<Chat> doing) {
        return action(name, does, (chat, ask) -> {
            doing.accept(chat);
            return null;
        });
    }

    private Route action(String name, String does, BiFunction<Chat, Ask, @Nullable String> doing) {
        return Route.post("/people/{person}/" + name, does, ask -> {
            Person person = simulator.people().person(ask.inPath("person"));
            String number = ask.textOrNull("number");
            String id = doing.apply(number == null ? person.chat() : person.chat(number), ask);
            people.changed();
            return id == null
                    ? Reply.done()
                    : Reply.of(Reply.object().put("ok", true).put("id", id));
        });
    }

    private static String tap(Chat chat, Ask ask) {
        ShownMessage message = message(chat, ask);
        String label = ask.text("label");
        ShownButton button = rich(message).buttons().stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new BadAsk("the message has no button \"" + label + "\""));
        return switch (button.kind()) {
            case QUICK_REPLY -> chat.taps(button.value(), button.label(), message.id());
            case REPLY -> chat.tapsReply(button.value(), button.label(), message.id());
            default -> throw new BadAsk("a tap on " + button.kind() + " sends nothing to the business");
        };
    }

    private static String pick(Chat chat, Ask ask) {
        ShownMessage message = message(chat, ask);
        String wanted = ask.text("row");
        ShownSection.Row row = rich(message).sections().stream()
                .flatMap(section -> section.rows().stream())
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new BadAsk("the message has no row \"" + wanted + "\""));
        return chat.picks(row.id(), row.title(), message.id());
    }

    private static ShownMessage message(Chat chat, Ask ask) {
        String id = ask.text("message");
        ShownMessage message = chat.message(id);
        if (message == null) {
            throw new BadAsk("the chat has no message " + id);
        }
        return message;
    }

    private static ShownContent.Rich rich(ShownMessage message) {
        if (message.content() instanceof ShownContent.Rich rich) {
            return rich;
        }
        throw new BadAsk("the message has nothing to tap");
    }
}

package org.whatsapppolicy.simulator.control;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.people.Chat;
import org.whatsapppolicy.simulator.people.Person;

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
                action("tap", "taps a button: `{\"message\":\"wamid...\",\"label\":\"Thanks\"}`", Taps::tap),
                action("pick", "picks a row of a list: `{\"message\":\"wamid...\",\"row\":\"id\"}`", Taps::pick),
                action(
                        "react",
                        "puts an emoji on a message, or takes it back: `{\"message\":\"wamid...\",\"emoji\":\"👍\"}`",
                        ActionRoutes::react),
                action(
                        "media",
                        "sends a sample: `{\"kind\":\"image\",\"caption\":\"Look\"}`; " + Attachments.kinds(),
                        Attachments::send),
                deed("stop-offers", "stops marketing messages", Chat::stopsOffers),
                deed("resume-offers", "allows them again", Chat::resumesOffers),
                deed("block", "blocks the business: nothing arrives any more", Chat::blocks),
                deed("unblock", "takes that back", Chat::unblocks),
                deed("report", "blocks the business and reports it as spam", Chat::reports),
                Route.post(
                        "/people/{person}/change-number",
                        "moves to another number: `{\"to\":\"+5511900000099\"}`",
                        this::changeNumber));
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

    private static String react(Chat chat, Ask ask) {
        String emoji = ask.textOrNull("emoji");
        String message = ask.text("message");
        return emoji == null || emoji.isEmpty() ? chat.takesReactionBack(message) : chat.reacts(emoji, message);
    }

    private Reply changeNumber(Ask ask) {
        Person moved = simulator.people().person(ask.inPath("person")).changesNumberTo(ask.text("to"));
        people.changed();
        return Reply.of(Reply.object().put("ok", true).put("key", moved.address()));
    }
}

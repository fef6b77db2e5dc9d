package org.whatsapppolicy.simulator.control;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.whatsapppolicy.simulator.people.Chat;
import org.whatsapppolicy.simulator.webhook.inbound.Location;

/** What a person can send besides texts, by its kind. Files are small samples. */
final class Attachments {

    private static final Map<String, BiFunction<Chat, Ask, String>> KINDS = new TreeMap<>(Map.of(
            "image", (chat, ask) -> chat.sendsImage(ask.textOrNull("caption")),
            "video", (chat, ask) -> chat.sendsVideo(ask.textOrNull("caption")),
            "audio", (chat, ask) -> chat.sendsAudio(),
            "voice", (chat, ask) -> chat.speaks(),
            "document", (chat, ask) -> chat.sendsDocument("document.pdf", ask.textOrNull("caption")),
            "sticker", (chat, ask) -> chat.sendsSticker(),
            "location", (chat, ask) -> chat.sharesLocation(Location.pin(-23.55, -46.63)),
            "contact", (chat, ask) -> chat.sharesContact("Somebody Else", "+5511900009999")));

    private Attachments() {}

    /** Sends the kind in the body. Returns the message id. */
    static String send(Chat chat, Ask ask) {
        String kind = ask.text("kind");
        BiFunction<Chat, Ask, String> sending = KINDS.get(kind);
        if (sending == null) {
            throw new BadAsk("found \"kind\": " + kind + ", expected one of " + KINDS.keySet());
        }
        return sending.apply(chat, ask);
    }

    static String kinds() {
        return String.join(", ", KINDS.keySet());
    }
}

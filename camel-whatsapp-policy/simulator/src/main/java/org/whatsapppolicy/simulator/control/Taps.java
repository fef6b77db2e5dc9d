package org.whatsapppolicy.simulator.control;

import org.whatsapppolicy.simulator.people.Chat;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownMessage;
import org.whatsapppolicy.simulator.shown.ShownSection;
import org.whatsapppolicy.simulator.webhook.inbound.Location;

/** Tapping and picking what a message of the business offers. */
final class Taps {

    private static final Location SOMEWHERE = Location.pin(-23.55, -46.63);
    private static final String FORM = "{\"filled_in\":\"on the page\"}";

    private Taps() {}

    /** Taps the button with the label in the body. Returns the id of the message that goes out. */
    static String tap(Chat chat, Ask ask) {
        ShownMessage message = message(chat, ask);
        String label = ask.text("label");
        ShownButton button = rich(message).buttons().stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new BadAsk("the message has no button \"" + label + "\""));
        String id = message.id();
        return switch (button.kind()) {
            case QUICK_REPLY -> chat.taps(button.value(), button.label(), id);
            case REPLY -> chat.tapsReply(button.value(), button.label(), id);
            case FLOW -> chat.fillsIn(FORM, id);
            case ADDRESS -> chat.givesAddress(button.label(), FORM, id);
            case SEND_LOCATION -> chat.sharesLocation(SOMEWHERE, id);
            case CONTACT_INFO -> chat.sharesOwnNumber(id);
            case CALL_PERMISSION -> chat.allowsCalls(id);
            default -> throw new BadAsk("a tap on \"" + label + "\" sends nothing to the business");
        };
    }

    /** Picks the row with the id in the body. Returns the id of the message that goes out. */
    static String pick(Chat chat, Ask ask) {
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

package org.whatsapppolicy.simulator.people;

import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownSection;

/** What a person may do after reading a message. Done on a thread of the clock's choosing; must not block. */
@FunctionalInterface
public interface Deed {

    /** Does it. */
    void doneBy(Chat chat, Received received);

    /** Answers, quoting the message, with one of the texts. */
    static Deed answers(String... texts) {
        List<String> choices = List.of(texts);
        return (chat, received) -> chat.replies(choices.get(received.pick(choices.size())), received.wamid());
    }

    /** Writes one of the texts without quoting. */
    static Deed writes(String... texts) {
        List<String> choices = List.of(texts);
        return (chat, received) -> chat.writes(choices.get(received.pick(choices.size())));
    }

    /** Taps one of the message's quick replies or reply buttons, or picks a row of its list; nothing without any. */
    static Deed taps() {
        return (chat, received) -> {
            List<Runnable> choices = choices(chat, received);
            if (!choices.isEmpty()) {
                choices.get(received.pick(choices.size())).run();
            }
        };
    }

    /** Blocks the business. */
    static Deed blocks() {
        return (chat, received) -> chat.blocks();
    }

    /** Blocks the business and reports it as spam. */
    static Deed reports() {
        return (chat, received) -> chat.reports();
    }

    /** Stops marketing by WhatsApp's own menu. */
    static Deed stopsOffers() {
        return (chat, received) -> chat.stopsOffers();
    }

    private static List<Runnable> choices(Chat chat, Received received) {
        List<Runnable> choices = new ArrayList<>();
        if (received.content() instanceof ShownContent.Rich rich) {
            for (ShownButton button : rich.buttons()) {
                if (button.kind() == ShownButton.Kind.QUICK_REPLY) {
                    choices.add(() -> chat.taps(button.value(), button.label(), received.wamid()));
                } else if (button.kind() == ShownButton.Kind.REPLY) {
                    choices.add(() -> chat.tapsReply(button.value(), button.label(), received.wamid()));
                }
            }
            for (ShownSection section : rich.kind().equals("list") ? rich.sections() : List.<ShownSection>of()) {
                for (ShownSection.Row row : section.rows()) {
                    choices.add(() -> chat.picks(row.id(), row.title(), received.wamid()));
                }
            }
        }
        return choices;
    }
}

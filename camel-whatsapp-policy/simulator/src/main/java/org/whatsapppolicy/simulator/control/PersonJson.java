package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.shown.ShownMessage;

/** A person as the list shows them. */
final class PersonJson {

    private static final int LONGEST_SUMMARY = 120;

    private PersonJson() {}

    static ObjectNode of(Person person) {
        String address = person.address();
        ObjectNode node = Reply.object()
                .put("key", address)
                .put("name", person.name())
                .put("phone", address.matches("\\d+") ? address : null)
                .put("userId", person.userId())
                .put("offersStopped", person.offersStopped())
                .put(
                        "blocked",
                        person.chats().stream()
                                .anyMatch(
                                        chat -> person.hasBlocked(chat.number().id())))
                .put("arrived", arrived(person));
        ShownMessage latest = PeopleInOrder.latest(person);
        if (latest != null) {
            String summary = latest.content().summary();
            node.putObject("last")
                    .put("at", latest.at().toString())
                    .put("from", latest.fromBusiness() ? "business" : "person")
                    .put("progress", latest.progress().name().toLowerCase(Locale.ROOT))
                    .put("failure", latest.failure())
                    .put(
                            "summary",
                            summary.length() > LONGEST_SUMMARY ? summary.substring(0, LONGEST_SUMMARY) : summary);
        }
        return node;
    }

    private static long arrived(Person person) {
        return person.chats().stream()
                .flatMap(chat -> chat.messages().stream())
                .filter(message -> message.fromBusiness()
                        && message.progress() != Progress.FAILED
                        && message.progress().compareTo(Progress.DELIVERED) >= 0)
                .count();
    }
}

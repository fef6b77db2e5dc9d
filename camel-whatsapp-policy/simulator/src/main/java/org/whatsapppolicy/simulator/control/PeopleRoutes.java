package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.Chat;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.people.Population;
import org.whatsapppolicy.simulator.shown.ShownMessage;

/** Who is there, and what stands in their chats. */
final class PeopleRoutes {

    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 500;
    private static final int MOST_AT_ONCE = 1_000_000;

    private final Controlled simulator;
    private final PeopleInOrder people;

    PeopleRoutes(Controlled simulator, PeopleInOrder people) {
        this.simulator = simulator;
        this.people = people;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/people", "the last active first; ?search= &offset= &limit= (up to 500)", this::list),
                Route.post(
                        "/people",
                        "makes people who behave as people do: `{\"count\":1000,\"from\":\"+15550200000\",\"seed\":1}`",
                        this::populate),
                Route.get("/people/{person}", "one person", ask -> Reply.of(PersonJson.of(person(ask)))),
                Route.get(
                        "/people/{person}/chat",
                        "the newest messages with a business number; ?number= &limit= (up to 500)",
                        this::chat));
    }

    private Reply list(Ask ask) {
        List<Person> found = people.search(ask.inQuery("search"));
        int from = Math.min(ask.count("offset", 0, Integer.MAX_VALUE), found.size());
        int to = Math.min(found.size(), from + ask.count("limit", PAGE, LONGEST_PAGE));
        ObjectNode answer = Reply.object()
                .put("total", found.size())
                .put("all", people.all().size());
        ArrayNode list = answer.putArray("people");
        found.subList(from, to).forEach(person -> list.add(PersonJson.of(person)));
        return Reply.of(answer);
    }

    private Reply populate(Ask ask) {
        long count = ask.number("count", 0);
        if (count < 1 || count > MOST_AT_ONCE) {
            throw new BadAsk("found \"count\": " + count + ", expected a number from 1 to " + MOST_AT_ONCE);
        }
        Population population = Population.of((int) count).seed(ask.number("seed", 1));
        String from = ask.textOrNull("from");
        simulator.people().populate(from == null ? population : population.startingAt(from));
        people.changed();
        return Reply.done();
    }

    private Reply chat(Ask ask) {
        Person person = person(ask);
        String wanted = ask.inQuery("number");
        Chat chat = wanted == null ? person.chat() : person.chat(wanted);
        List<ShownMessage> messages = chat.messages();
        int shown = Math.min(messages.size(), ask.count("limit", PAGE, LONGEST_PAGE));
        ObjectNode answer = Reply.object();
        answer.set("person", PersonJson.of(person));
        answer.put("number", chat.number().id());
        ArrayNode numbers = answer.putArray("numbers");
        for (SimulatedNumber number : simulator.numbers().all()) {
            numbers.addObject().put("id", number.id()).put("display", number.displayPhoneNumber());
        }
        Instant until = person.windowEnds(chat.number().id());
        answer.put("windowUntil", until == null ? null : until.toString());
        answer.put("earlier", shown < messages.size());
        ArrayNode list = answer.putArray("messages");
        messages.subList(messages.size() - shown, messages.size())
                .forEach(message -> list.add(MessageJson.of(message)));
        return Reply.of(answer);
    }

    private Person person(Ask ask) {
        return simulator.people().person(ask.inPath("person"));
    }
}

package org.whatsapppolicy.simulator.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;

/**
 * What happened, in the order of time, one line a piece: messages taken and refused, statuses and inbound messages told
 * by webhook and what the receiver answered. Messages are called m1, m2, ... in the order in which they were taken.
 *
 * <p>Bodies of webhooks have to be kept by the ledger for what people did to appear. Texts and numbers are told in full,
 * as is right for a test and wrong for a log.
 */
public final class Story {

    private static final int MOST_LINES = 200;

    private final String title;
    private final List<Line> lines;

    private Story(String title, List<Line> lines) {
        this.title = title;
        this.lines = lines;
    }

    /** One line of a story. */
    private record Line(Instant at, String text) {}

    /** Of one person, by phone number in any notation or by business-scoped user id. */
    public static Story of(Simulator simulator, String address) {
        String person = Cast.address(address);
        return new Story("The story of " + address, lines(simulator, person));
    }

    /** Of everything the simulator saw. */
    public static Story ofEverybody(Simulator simulator) {
        return new Story("What the simulator saw", lines(simulator, null));
    }

    private static List<Line> lines(Simulator simulator, @Nullable String person) {
        List<LedgerEntry> requests = (person == null
                        ? simulator.ledger().query()
                        : simulator.ledger().query().to(person))
                .list();
        Map<String, String> names = new HashMap<>();
        for (LedgerEntry entry : requests) {
            if (entry.wamid() != null) {
                names.put(entry.wamid(), "m" + (names.size() + 1));
            }
        }
        List<Line> lines = new ArrayList<>();
        for (LedgerEntry entry : requests) {
            lines.add(new Line(entry.asked().at(), request(entry, names, person == null)));
        }
        for (WebhookAttempt attempt : simulator.ledger().webhooks()) {
            webhook(lines, attempt, names, person);
        }
        // Stable: what happened at one instant stays as entered, requests before webhooks.
        lines.sort(Comparator.comparing(Line::at));
        return lines;
    }

    private static String request(LedgerEntry entry, Map<String, String> names, boolean withRecipient) {
        StringBuilder line = new StringBuilder();
        line.append(entry.accepted() ? "sent      " : entry.answered().code() >= 0 ? "refused   " : "asked     ");
        if (entry.wamid() != null) {
            line.append(names.get(entry.wamid())).append(' ');
        }
        line.append(entry.type() == null ? entry.asked().operation() : entry.type());
        if (entry.asked().template() != null) {
            line.append(' ').append(entry.asked().template());
        }
        if (withRecipient && entry.asked().recipient() != null) {
            line.append(" to ").append(entry.asked().recipient());
        }
        String text = entry.asked().json().path("text").path("body").asText();
        if (!text.isEmpty()) {
            line.append(" \"").append(text).append('"');
        }
        line.append(" -> ").append(entry.answered().status());
        if (entry.answered().code() >= 0) {
            line.append(", code ").append(entry.answered().code());
        }
        if (entry.answered().fault() != null) {
            line.append(" (fault ").append(entry.answered().fault()).append(')');
        }
        return line.toString();
    }

    private static void webhook(
            List<Line> lines, WebhookAttempt attempt, Map<String, String> names, @Nullable String person) {
        List<Told> all = Told.in(attempt);
        for (Told told : all) {
            boolean mine = told.id() != null && names.containsKey(told.id());
            if (person == null || mine || person.equals(told.person())) {
                String name = mine ? names.get(told.id()) + " " : "";
                String who = person == null && told.inbound() ? " by " + told.person() : "";
                String what = told.inbound() ? "wrote     " + told.what() + who : "webhook   " + name + told.what();
                lines.add(new Line(attempt.at(), what + receiver(attempt)));
            }
        }
        if (all.isEmpty() && person == null) {
            lines.add(
                    new Line(attempt.at(), "webhook   " + attempt.field() + " " + attempt.kind() + receiver(attempt)));
        }
    }

    private static String receiver(WebhookAttempt attempt) {
        String answer = attempt.status() == 0 ? "not reached" : String.valueOf(attempt.status());
        return " -> receiver " + answer + (attempt.attempt() > 1 ? ", try " + attempt.attempt() : "");
    }

    /** The story as text; of a very long one, the end. */
    @Override
    public String toString() {
        if (lines.isEmpty()) {
            return title + ": nothing happened.";
        }
        int left = Math.max(0, lines.size() - MOST_LINES);
        String skipped = left == 0 ? "" : "\n  (" + left + " earlier lines left out)";
        return lines.stream()
                .skip(left)
                .map(line -> line.at() + "  " + line.text())
                .collect(Collectors.joining("\n  ", title + ":" + skipped + "\n  ", ""));
    }
}

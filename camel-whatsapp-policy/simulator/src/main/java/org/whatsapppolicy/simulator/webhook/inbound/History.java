package org.whatsapppolicy.simulator.webhook.inbound;

import java.util.List;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;
import org.whatsapppolicy.simulator.webhook.event.ListedEvent;
import org.whatsapppolicy.simulator.webhook.event.SeenPerson;

/**
 * A part of what was written before the number joined the platform: field {@code history}, once, up to 180 days back.
 *
 * @param phase 0, 1 or 2
 * @param progress of the whole, in per cent
 * @param threads by person; empty when the business declined to share it, which is told as error 2593109
 * @param files what the business itself sent in these threads that a placeholder stands for; may be empty
 */
public record History(
        SimulatedNumber number, int phase, int chunkOrder, int progress, List<Talk> threads, List<Echo> files)
        implements ListedEvent {

    /** What was written with one person. */
    public record Talk(SeenPerson person, List<Line> lines) {

        /** Copies the list. */
        public Talk {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One message of it.
     *
     * @param fromBusiness whether the business wrote it
     * @param status {@code SENT}, {@code DELIVERED}, {@code READ}, {@code PLAYED}, {@code PENDING} or {@code ERROR}
     */
    public record Line(String id, long seconds, boolean fromBusiness, Content content, String status) {}

    /** Copies the lists. */
    public History {
        threads = List.copyOf(threads);
        files = List.copyOf(files);
    }

    /** A part without files. */
    public History(SimulatedNumber number, int phase, int chunkOrder, int progress, List<Talk> threads) {
        this(number, phase, chunkOrder, progress, threads, List.of());
    }

    /** The same with files beside it. */
    public History withFiles(List<Echo> other) {
        return new History(number, phase, chunkOrder, progress, threads, other);
    }

    /** The business does not share it. */
    public static History declined(SimulatedNumber number) {
        return new History(number, 0, 0, 0, List.of());
    }

    @Override
    public String field() {
        return "history";
    }

    @Override
    public String kind() {
        return threads.isEmpty() ? "declined" : "threads";
    }

    @Override
    public String list() {
        return "history";
    }

    @Override
    public boolean tellsContact() {
        return false;
    }

    @Override
    public void contact(JsonBytes json) {}

    @Override
    public boolean sociable() {
        return files.isEmpty();
    }

    @Override
    public void beside(JsonBytes json) {
        if (files.isEmpty()) {
            return;
        }
        json.array("message_echoes");
        for (Echo file : files) {
            json.object();
            file.element(json);
            json.end();
        }
        json.end();
    }

    @Override
    public void element(JsonBytes json) {
        if (threads.isEmpty()) {
            String why = "History sync is turned off by the business from the WhatsApp Business App";
            json.array("errors").object();
            json.put("code", 2_593_109).put("title", why).put("message", why);
            json.object("error_data")
                    .put("details", "History sharing is turned off by the business")
                    .end();
            json.end().end();
            return;
        }
        json.object("metadata")
                .put("phase", phase)
                .put("chunk_order", chunkOrder)
                .put("progress", progress)
                .end();
        json.array("threads");
        threads.forEach(talk -> write(talk, json));
        json.end();
    }

    private void write(Talk talk, JsonBytes json) {
        SeenPerson person = talk.person();
        String waId = person.waId();
        json.object().put("id", waId);
        // Before there were user ids, the thread's own id said it all.
        if (person.userId() != null) {
            json.object("context")
                    .put("wa_id", waId)
                    .put("user_id", person.userId())
                    .put("parent_user_id", person.parentUserId())
                    .put("username", person.username())
                    .end();
        }
        json.array("messages");
        for (Line line : talk.lines()) {
            json.object();
            if (line.fromBusiness()) {
                json.put("from", number.digits())
                        .put("to", waId)
                        .put("to_user_id", waId == null ? person.userId() : null);
            } else {
                person.sender(json);
            }
            json.put("id", line.id())
                    .put("timestamp", Long.toString(line.seconds()))
                    .put("type", line.content().type());
            line.content().write(json);
            json.object("history_context").put("status", line.status()).end().end();
        }
        json.end().end();
    }
}

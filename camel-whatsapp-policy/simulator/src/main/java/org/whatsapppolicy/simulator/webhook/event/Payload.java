package org.whatsapppolicy.simulator.webhook.event;

import java.util.ArrayList;
import java.util.List;

/** The text of one POST: object, entries, changes. */
public final class Payload {

    private static final ThreadLocal<JsonBytes> WRITERS = ThreadLocal.withInitial(JsonBytes::new);

    private Payload() {}

    /** The bytes of a POST that tells these events, in this order, at that second. */
    public static byte[] of(List<? extends Event> events, long seconds) {
        JsonBytes json = WRITERS.get().reset();
        json.object().put("object", "whatsapp_business_account").array("entry");
        int i = 0;
        while (i < events.size()) {
            Event first = events.get(i);
            json.object().put("id", first.accountId());
            if (first.timed()) {
                json.put("time", seconds);
            }
            json.array("changes");
            while (i < events.size() && sameEntry(first, events.get(i))) {
                i += change(events, i, json);
            }
            json.end().end();
        }
        return json.end().end().toBytes();
    }

    private static boolean sameEntry(Event one, Event other) {
        return one.accountId().equals(other.accountId()) && one.timed() == other.timed();
    }

    /** Writes one change, and returns how many events it tells. */
    private static int change(List<? extends Event> events, int from, JsonBytes json) {
        Event first = events.get(from);
        json.object().object("value");
        int told = 1;
        if (from + 1 < events.size() && first instanceof ListedEvent listed && listed.sociable()) {
            List<ListedEvent> together = new ArrayList<>();
            for (int i = from; i < events.size() && together(listed, events.get(i)); i++) {
                together.add((ListedEvent) events.get(i));
            }
            told = together.size();
            Values.of(together, json);
        } else {
            first.value(json);
        }
        json.end().put("field", first.field()).end();
        return told;
    }

    private static boolean together(ListedEvent one, Event other) {
        return other instanceof ListedEvent listed
                && listed.sociable()
                && one.number() == listed.number()
                && one.field().equals(listed.field())
                && one.list().equals(listed.list());
    }
}

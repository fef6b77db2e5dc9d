package org.whatsapppolicy.simulator.webhook;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.Payload;

/** Every event that stands beside a sample here, as the bytes it is told in. */
public final class ToldEvents {

    private ToldEvents() {}

    /** By the name of its sample. */
    public static SortedMap<String, byte[]> all() {
        SortedMap<String, byte[]> all = new TreeMap<>();
        EventShapeTest.events().forEach((name, events) -> all.put(name, told(events)));
        FurtherEvents.all().forEach((name, events) -> all.put(name, told(events)));
        return all;
    }

    /** Events in one webhook. */
    public static byte[] told(List<? extends Event> events) {
        return Payload.of(events, Harbour.NOW);
    }
}

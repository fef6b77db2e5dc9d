package org.whatsapppolicy.camel.events;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.FeedEvent.Acted;
import org.whatsapppolicy.store.FeedEvent.Decided;
import org.whatsapppolicy.store.FeedEvent.Letter;
import org.whatsapppolicy.store.FeedEvent.Moved;

/** An event as JSON. Without the address: that goes in a header, which stays where the route leaves it. */
public final class EventJson {

    private EventJson() {}

    /** One object; what is not known is left out. */
    public static String of(FeedEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event", event.place());
        json.put("type", event.kind().word());
        json.put("at", event.at().toString());
        put(json, "person", event.person());
        FeedEvent.Told told = event.told();
        if (told instanceof Acted acted) {
            acted(json, acted);
        } else if (told instanceof Decided decided) {
            letter(json, decided.message());
            json.put("decision", decided.verdict().name());
            json.put("reasons", decided.reasons());
            put(json, "notBefore", decided.notBefore());
        } else if (told instanceof Moved moved) {
            letter(json, moved.message());
            json.put("outcome", moved.state().name().toLowerCase(Locale.ROOT));
            json.put("reasons", moved.reasons());
            put(json, "wamid", moved.wamid());
            put(json, "errorCode", moved.code() == 0 ? null : moved.code());
        } else if (told instanceof FeedEvent.Paused paused) {
            json.put("state", paused.reason() == null ? "resumed" : "paused");
            json.put("reasons", paused.reason() == null ? List.of() : List.of(paused.reason()));
        } else if (told instanceof FeedEvent.Announced announced) {
            json.put("change", announced.change());
            put(json, "about", announced.about());
            put(json, "state", announced.state());
            put(
                    json,
                    "raw",
                    announced.raw() == null ? null : Json.object(announced.raw().getBytes(StandardCharsets.UTF_8)));
        }
        return Json.text(json);
    }

    private static void acted(Map<String, Object> json, Acted acted) {
        json.put("act", acted.act());
        json.put("scope", acted.scope());
        json.put("effect", Json.kebab(acted.effect().name()));
        json.put("actedAt", acted.actedAt().toString());
        json.put("source", acted.source());
        put(json, "actor", acted.actor());
        put(json, "document", acted.document());
        put(json, "language", acted.language());
        put(json, "reference", acted.reference());
        put(json, "until", acted.until());
    }

    private static void letter(Map<String, Object> json, Letter letter) {
        json.put("messageId", letter.id().toString());
        json.put("attempt", letter.attempt());
        json.put("purpose", letter.purpose());
        put(json, "sender", letter.sender());
        put(json, "template", letter.template());
        put(json, "context", letter.context());
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value instanceof Number || value instanceof Map ? value : value.toString());
        }
    }
}

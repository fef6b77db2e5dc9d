package org.whatsapppolicy.simulator.webhook;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.Event;

/**
 * One POST on its way: the same bytes however often it is tried.
 *
 * @param request the whole of what is written
 * @param bodyLength how many bytes at its end are the body
 * @param attempt from 1
 * @param firstMillis when it was ready for the first try, by the simulator's clock
 * @param begunMillis when this try began, or was ready to, by that clock
 * @param fault what was done to it on purpose; null for nothing
 */
record Parcel(
        Route route,
        List<Event> events,
        Buffer request,
        int bodyLength,
        int attempt,
        long firstMillis,
        long begunMillis,
        @Nullable String fault) {

    static Parcel of(Route route, List<Event> events, byte[] body, long nowMillis) {
        return new Parcel(
                route, events, Buffer.buffer(route.request(body)), body.length, 1, nowMillis, nowMillis, null);
    }

    Parcel begun(long nowMillis) {
        return new Parcel(route, events, request, bodyLength, attempt, firstMillis, nowMillis, fault);
    }

    Parcel nextAttempt() {
        return new Parcel(route, events, request, bodyLength, attempt + 1, firstMillis, begunMillis, fault);
    }

    Parcel with(String faultName) {
        return new Parcel(route, events, request, bodyLength, attempt, firstMillis, begunMillis, faultName);
    }

    /** The same once more, as if it had never been sent. */
    Parcel afresh(String faultName, long nowMillis) {
        return new Parcel(route, events, request, bodyLength, 1, nowMillis, nowMillis, faultName);
    }

    /** The text that was signed; it is all ASCII. */
    String bodyText() {
        return request.getString(request.length() - bodyLength, request.length(), "ISO-8859-1");
    }

    /** The same for all webhooks about one message, which therefore stay in order. */
    int lane() {
        Event first = events.get(0);
        String id = first.id();
        return id != null ? id.hashCode() : first.field().hashCode();
    }
}

package org.whatsapppolicy.camel.send;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.document.PolicyInForce;
import org.whatsapppolicy.camel.token.AccessToken;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.policy.document.Sender;

/** The senders of the document in force. A sender that did not change keeps its lane when the document does. */
final class Lanes {

    private final Map<Sender, Lane> lanes = new ConcurrentHashMap<>();
    private final PolicyInForce policy;
    private final String base;
    private final UnaryOperator<String> placeholders;
    private final Executor blocking;
    private final LongSupplier nanos;

    /**
     * @param base base URI and version, without a slash at the end
     * @param blocking reads tokens again
     */
    Lanes(
            PolicyInForce policy,
            String base,
            UnaryOperator<String> placeholders,
            Executor blocking,
            LongSupplier nanos) {
        this.policy = policy;
        this.base = base;
        this.placeholders = placeholders;
        this.blocking = blocking;
        this.nanos = nanos;
    }

    /** The lane of the request's sender, or null when the document knows no such purpose or sender. */
    @Nullable
    Lane of(SendRequest request) {
        Sender sender = sender(request);
        return sender == null ? null : open(sender);
    }

    /** The sender whose lane is not there yet, so that its token has to be read first, which may block or fail; or null. */
    @Nullable
    Sender unopened(SendRequest request) {
        Sender sender = sender(request);
        return sender == null || lanes.containsKey(sender) ? null : sender;
    }

    /** Whether messages wait for that sender's lane: it is a sender of the document of the moment, and not there yet. */
    boolean lacks(Sender sender) {
        PolicyDocument document = policy.engine().document();
        return !lanes.containsKey(sender) && sender.equals(document.senders().get(sender.name()));
    }

    /**
     * Opens a sender's lane.
     *
     * @throws RuntimeException when its token cannot be read
     */
    Lane open(Sender sender) {
        Lane known = lanes.get(sender);
        if (known != null) {
            return known;
        }
        // Not by the map itself: it would keep others out as long as the token is read.
        Lane lane = lane(sender);
        Lane first = lanes.putIfAbsent(sender, lane);
        return first == null ? lane : first;
    }

    /** Whether by the document of the moment the request still leaves by that lane. */
    boolean leavesBy(SendRequest request, Lane lane) {
        return lane.sender.equals(sender(request));
    }

    private @Nullable Sender sender(SendRequest request) {
        PolicyDocument document = policy.engine().document();
        String name = request.sender();
        if (name == null) {
            Purpose purpose = document.purpose(request.purpose());
            if (purpose == null) {
                return null;
            }
            name = purpose.sender();
        }
        return document.senders().get(name);
    }

    /** How fast messages like this one leave. */
    Pace pace(SendRequest request) {
        Sender sender = sender(request);
        return sender == null ? Pace.of("", 0) : Pace.of(sender.name(), sender.throughput());
    }

    /** How fast those of each sender of the document leave. */
    List<Pace> paces() {
        return policy.engine().document().senders().values().stream()
                .map(sender -> Pace.of(sender.name(), sender.throughput()))
                .toList();
    }

    private Lane lane(Sender sender) {
        AccessToken token = new AccessToken(sender.accessToken(), placeholders, blocking, nanos);
        return new Lane(sender, base + "/" + sender.phoneNumberId(), token);
    }

    /** Those of earlier documents included: somebody may still wait there. */
    Collection<Lane> all() {
        return lanes.values();
    }
}

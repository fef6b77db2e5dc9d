package org.whatsapppolicy.camel.send;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.token.AccessToken;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.policy.document.Sender;

/**
 * The senders of the document in force. A sender that did not change keeps its lane when the document does. To open one is to read
 * its token, which may take long or fail: that is done on threads that nobody else waits for. Thread-safe.
 */
final class Lanes {

    private final Map<Sender, Lane> lanes = new ConcurrentHashMap<>();
    private final Supplier<PolicyDocument> policy;
    private final String base;
    private final UnaryOperator<String> placeholders;
    private final Executor blocking;
    private final LongSupplier nanos;

    /**
     * @param policy the document in force
     * @param base base URI and version, without a slash at the end
     * @param blocking reads tokens
     */
    Lanes(
            Supplier<PolicyDocument> policy,
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

    /** The lane of the request's sender, open or not, or null when the document knows no such purpose or sender. Never blocks. */
    @Nullable
    Lane of(SendRequest request) {
        Sender sender = sender(request);
        return sender == null ? null : of(sender);
    }

    private Lane of(Sender sender) {
        Lane known = lanes.get(sender);
        return known == null ? lanes.computeIfAbsent(sender, this::lane) : known;
    }

    /** The sender whose lane is not open yet, so that its token has to be read first, which may block or fail; or null. */
    @Nullable
    Sender unopened(SendRequest request) {
        Sender sender = sender(request);
        return sender == null || isOpen(sender) ? null : sender;
    }

    /** Whether messages wait for that sender's lane: it is a sender of the document of the moment, and not open yet. */
    boolean lacks(Sender sender) {
        PolicyDocument document = policy.get();
        return !isOpen(sender) && sender.equals(document.senders().get(sender.name()));
    }

    private boolean isOpen(Sender sender) {
        Lane lane = lanes.get(sender);
        return lane != null && lane.isOpen();
    }

    /**
     * Opens a sender's lane, on this thread.
     *
     * @throws RuntimeException when its token cannot be read
     */
    Lane open(Sender sender) {
        Lane lane = of(sender);
        if (!lane.isOpen()) {
            open(lane);
        }
        return lane;
    }

    /**
     * Opens a lane, unless that is being done or failed a moment ago. Never blocks; one of the two runs in the end, unless the
     * source of its token never answers, or answers after it was asked anew.
     */
    void open(Lane lane, Runnable opened, Consumer<Throwable> failed) {
        int number = lane.mayOpen(nanos.getAsLong());
        if (number == 0) {
            return;
        }
        Consumer<Throwable> not = why -> {
            if (lane.notOpened(number, nanos.getAsLong())) {
                failed.accept(why);
            }
        };
        try {
            blocking.execute(() -> {
                try {
                    open(lane);
                } catch (RuntimeException | Error e) {
                    not.accept(e);
                    return;
                }
                opened.run();
            });
        } catch (RuntimeException | Error e) {
            // No thread can be started just now, or none any more.
            not.accept(e);
        }
    }

    private void open(Lane lane) {
        lane.open(new AccessToken(lane.sender.accessToken(), placeholders, blocking, nanos));
    }

    /** Whether by the document of the moment the request still leaves by that lane. */
    boolean leavesBy(SendRequest request, Lane lane) {
        return lane.sender.equals(sender(request));
    }

    private @Nullable Sender sender(SendRequest request) {
        PolicyDocument document = policy.get();
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
        return policy.get().senders().values().stream()
                .map(sender -> Pace.of(sender.name(), sender.throughput()))
                .toList();
    }

    private Lane lane(Sender sender) {
        return new Lane(sender, base + "/" + sender.phoneNumberId());
    }

    /** Those of earlier documents included: somebody may still wait there. */
    Collection<Lane> all() {
        return lanes.values();
    }
}

package org.whatsapppolicy.camel.transport;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.token.AccessToken;
import org.whatsapppolicy.policy.message.MediaUpload;

/**
 * One request that may be written as long as its claim lasts. A transport calls {@link #begin()} as late as it can before the
 * first byte; where it stands afterwards tells a refusal from an unknown fate (M-4). Used by one thread at a time, while any other
 * may take it back ({@link #late}, {@link #unanswered}).
 */
public final class Delivery {

    private enum State {
        FRESH,
        BEGUN,
        EXPIRED
    }

    private final UUID messageId;
    private final String sender;
    private final String url;
    private volatile Supplier<byte[]> body;
    private final @Nullable Multipart file;
    private final AccessToken token;
    private final long deadline;
    private final LongSupplier nanos;
    private final AtomicReference<State> state = new AtomicReference<>(State.FRESH);
    private volatile @Nullable String used;

    /**
     * @param messageId our id of the message
     * @param sender name of the sender
     * @param url where to
     * @param body renders the request body, JSON in UTF-8; asked once, on the transport's thread
     * @param token the sender's token
     * @param deadline the instant on {@code nanos} at which the claim ends
     * @param nanos a monotonic clock
     */
    public Delivery(
            UUID messageId,
            String sender,
            String url,
            Supplier<byte[]> body,
            AccessToken token,
            long deadline,
            LongSupplier nanos) {
        this(messageId, sender, url, body, null, token, deadline, nanos);
    }

    private Delivery(
            UUID messageId,
            String sender,
            String url,
            Supplier<byte[]> body,
            @Nullable Multipart file,
            AccessToken token,
            long deadline,
            LongSupplier nanos) {
        this.messageId = messageId;
        this.sender = sender;
        this.url = url;
        this.body = body;
        this.file = file;
        this.token = token;
        this.deadline = deadline;
        this.nanos = nanos;
    }

    /** The upload of a message's file, as a form with several parts; otherwise as the constructor. */
    public static Delivery ofFile(
            UUID messageId,
            String sender,
            String url,
            MediaUpload file,
            AccessToken token,
            long deadline,
            LongSupplier nanos) {
        Multipart form = new Multipart(file);
        return new Delivery(messageId, sender, url, form::bytes, form, token, deadline, nanos);
    }

    UUID messageId() {
        return messageId;
    }

    String sender() {
        return sender;
    }

    String url() {
        return url;
    }

    byte[] body() {
        return body.get();
    }

    String contentType() {
        return file == null ? "application/json" : file.contentType();
    }

    /** The form to write when this is an upload, or null. */
    @Nullable
    Multipart file() {
        return file;
    }

    /**
     * Marks the request as begun, once. Never blocks.
     *
     * @return the token to write
     * @throws ClaimExpiredException when it is too late; nothing may be written then
     */
    String begin() throws ClaimExpiredException {
        String value = token.known();
        used = value;
        // A client that repeats a request by itself gets no further than this.
        if (late() || !state.compareAndSet(State.FRESH, State.BEGUN)) {
            throw new ClaimExpiredException();
        }
        return value;
    }

    /** When the token is as new as it is worth waiting for, a moment at the longest. */
    public CompletableFuture<?> ready() {
        return token.ready();
    }

    /** Whether {@link #prepare} has something to wait for. */
    boolean toPrepare() {
        return file != null;
    }

    /** Reads the file. May block. */
    void prepare() {
        byte[] bytes = body.get();
        body = () -> bytes;
    }

    /** Whether it was not begun in time, and never will be. */
    public boolean late() {
        return nanos.getAsLong() - deadline >= 0 && takenBack();
    }

    /** What it means that nobody waits for an answer any longer: it is not begun any more if it is not yet. */
    public Answer unanswered(String problem) {
        return takenBack() ? new Answer.NotBegun() : new Answer.Lost(problem);
    }

    private boolean takenBack() {
        return state.compareAndSet(State.FRESH, State.EXPIRED) || state.get() == State.EXPIRED;
    }

    /** What an attempt without an answer means: by what was reached, not by which exception it was. */
    Answer without(Throwable problem) {
        return switch (state.get()) {
            case EXPIRED -> new Answer.NotBegun();
            case FRESH -> new Answer.Unreached(Problems.name(problem));
            case BEGUN -> new Answer.Lost(Problems.name(problem));
        };
    }

    /** As {@link #without}, for transports that mark the beginning before the connection stands. */
    Answer withoutConnection(Throwable problem) {
        return state.get() == State.BEGUN && Problems.refusedConnection(problem)
                ? new Answer.Unreached(Problems.name(problem))
                : without(problem);
    }

    /** The token that was written, or null when none was. */
    public @Nullable String usedToken() {
        return used;
    }

    @Override
    public String toString() {
        return "Delivery[" + messageId + " " + state.get() + "]";
    }
}

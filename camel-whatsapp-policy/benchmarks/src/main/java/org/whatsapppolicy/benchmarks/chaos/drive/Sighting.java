package org.whatsapppolicy.benchmarks.chaos.drive;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.benchmarks.chaos.wire.HttpMessage;
import org.whatsapppolicy.benchmarks.chaos.wire.Moment;

/** A request to send a message, as it was on the wire. Written by the wire, read when the run is over. */
public final class Sighting {

    private final String node;
    private final HttpMessage request;
    private final Letter letter;
    private volatile @Nullable HttpMessage answer;
    private volatile boolean answerWentOn;

    Sighting(String node, HttpMessage request) {
        this.node = node;
        this.request = request;
        this.letter = Letter.read(request.text());
    }

    /** Who sent it. */
    public String node() {
        return node;
    }

    /** When its first byte was there. */
    public Moment begun() {
        return request.begun();
    }

    /** What it says. */
    public Letter letter() {
        return letter;
    }

    /** What the platform said, or null. */
    public @Nullable HttpMessage answer() {
        return answer;
    }

    /** Whether the node got that. */
    public boolean answerWentOn() {
        return answerWentOn;
    }

    void answered(HttpMessage with, boolean wentOn) {
        answer = with;
        answerWentOn = wentOn;
    }
}

package org.whatsapppolicy.benchmarks.chaos.wire;

import java.util.ArrayDeque;
import java.util.Queue;

/** Looks at requests and their answers. */
public final class HttpTap implements Tap {

    /** What to do with what was seen. */
    public interface Ear {

        /** The first bytes of a request are there and have not gone on. False cuts the line, and they never do. */
        default boolean begins() {
            return true;
        }

        /** A request is complete and has not gone on. False cuts the line, and it never does. */
        boolean asked(HttpMessage request);

        /** The answer to a request is complete and has not gone on. False cuts the line, and it never does. */
        boolean answered(HttpMessage request, HttpMessage answer);
    }

    private final Ear ear;
    private final Queue<HttpMessage> open = new ArrayDeque<>();
    private final HttpStream requests = new HttpStream(this::asked);
    private final HttpStream answers = new HttpStream(this::answered);
    private boolean goesOn = true;

    public HttpTap(Ear ear) {
        this.ear = ear;
    }

    @Override
    public boolean up(byte[] bytes, Moment at) {
        if (!requests.open() && !ear.begins()) {
            return false;
        }
        requests.read(bytes, at);
        return goesOn;
    }

    @Override
    public boolean down(byte[] bytes, Moment at) {
        answers.read(bytes, at);
        return goesOn;
    }

    private void asked(HttpMessage request) {
        open.add(request);
        goesOn &= ear.asked(request);
    }

    private void answered(HttpMessage answer) {
        HttpMessage request = open.poll();
        if (request != null) {
            goesOn &= ear.answered(request, answer);
        }
    }
}

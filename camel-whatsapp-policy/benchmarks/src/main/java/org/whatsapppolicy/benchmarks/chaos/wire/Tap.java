package org.whatsapppolicy.benchmarks.chaos.wire;

/** Looks at one line. Called on the wire's thread only, before the bytes go on; must not block. */
public interface Tap {

    /** Looks at nothing. */
    Tap BLIND = new Tap() {
        @Override
        public boolean up(byte[] bytes, Moment at) {
            return true;
        }

        @Override
        public boolean down(byte[] bytes, Moment at) {
            return true;
        }
    };

    /** Bytes of whoever opened the line. False swallows them and cuts it. */
    boolean up(byte[] bytes, Moment at);

    /** Bytes that come back. False swallows them and cuts the line. */
    boolean down(byte[] bytes, Moment at);
}

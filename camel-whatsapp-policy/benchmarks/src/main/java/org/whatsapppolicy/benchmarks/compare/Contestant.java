package org.whatsapppolicy.benchmarks.compare;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** One way to send messages. Not thread-safe; {@link #send} returns when the last message was begun, or later. */
interface Contestant extends Closeable {

    /** Short name, as {@code --only} takes it. */
    String name();

    /** What it is, in a line. */
    String description();

    /** How what it decided is kept, as its database said when asked; {@code nothing is kept} if so. */
    String durability();

    /** Sends them all; each letter is ended, and accepted if the platform took it. */
    void send(Iterator<Letter> letters) throws Exception;

    @Override
    void close() throws IOException;
}

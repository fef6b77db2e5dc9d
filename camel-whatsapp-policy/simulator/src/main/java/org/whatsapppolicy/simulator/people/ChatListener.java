package org.whatsapppolicy.simulator.people;

import org.whatsapppolicy.simulator.shown.ShownMessage;

/** Is told of every message and every tick in every chat; on any thread, and must neither block nor throw. */
@FunctionalInterface
public interface ChatListener {

    /** A message appeared in the chat, or got further on its way. */
    void changed(Chat chat, ShownMessage message);
}

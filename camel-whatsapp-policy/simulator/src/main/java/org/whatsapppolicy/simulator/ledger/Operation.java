package org.whatsapppolicy.simulator.ledger;

/** What a request asked for, told by its path and body. */
public enum Operation {
    /** A message by {@code POST /{number}/messages}. */
    MESSAGE,
    /** A message by {@code POST /{number}/marketing_messages}. */
    MARKETING_MESSAGE,
    /** Mark as read, or typing: same path as a message, but nothing is sent. */
    READ,
    /** {@code GET /{account}/message_templates}. */
    LIST_TEMPLATES,
    /** {@code GET /{number}}. */
    READ_NUMBER,
    /** Anything the simulator does not know. */
    OTHER
}

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
    /** Media: upload, metadata, download, delete. */
    MEDIA,
    /** Management of templates, apart from their list. */
    TEMPLATE,
    /** Management of numbers: registration, PIN, verification, profile, settings. */
    NUMBER,
    /** Blocking and unblocking people, and the list of them. */
    BLOCK_USERS,
    /** Accounts, their subscriptions, signups and figures. */
    ACCOUNT,
    /** Tokens, apps, and who is asking. */
    TOKEN,
    /** Anything the simulator does not know. */
    OTHER
}

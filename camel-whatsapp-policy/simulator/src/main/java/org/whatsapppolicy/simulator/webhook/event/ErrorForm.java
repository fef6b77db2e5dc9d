package org.whatsapppolicy.simulator.webhook.event;

/** How much a webhook tells of an error. Only code and title are certain. */
public enum ErrorForm {
    /** Code, title, message, details and a link to the page of errors. */
    FULL,
    /** The same without the link. */
    WITHOUT_LINK,
    /** Code and title alone. */
    CODE_AND_TITLE
}

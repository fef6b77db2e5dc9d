package org.whatsapppolicy.simulator.webhook.event;

/**
 * What a status tells besides id, status and time. The platform's own samples and captures differ in it, and a reader of
 * webhooks has to cope with all of them. Immutable; the methods return changed copies.
 *
 * @param contact whether {@code contacts} has an entry for it, where there is one at all
 * @param recipient whether it says to whom the message went
 * @param price whether it tells the price
 * @param typed whether it carries {@code "type":"message"}, as some older ones do
 * @param errors how much it tells of why a message failed
 */
public record StatusForm(boolean contact, boolean recipient, boolean price, boolean typed, ErrorForm errors) {

    /** As the platform's present pages have it. */
    public static final StatusForm USUAL = new StatusForm(true, true, true, false, ErrorForm.FULL);

    /** As many captures of earlier years: nothing of the person in {@code contacts}. */
    public static final StatusForm EARLIER = USUAL.withoutContact();

    /** As little of a failure as a reader can count on: the id, and the code of the error with its title. */
    public static final StatusForm LEAST = new StatusForm(false, false, false, false, ErrorForm.CODE_AND_TITLE);

    /** Without an entry in {@code contacts}. */
    public StatusForm withoutContact() {
        return new StatusForm(false, recipient, price, typed, errors);
    }

    /** Without a price, as may happen with {@code read}. */
    public StatusForm withoutPrice() {
        return new StatusForm(contact, recipient, false, typed, errors);
    }

    /** With {@code "type":"message"}. */
    public StatusForm asTyped() {
        return new StatusForm(contact, recipient, price, true, errors);
    }

    /** With more or less of the errors. */
    public StatusForm withErrors(ErrorForm form) {
        return new StatusForm(contact, recipient, price, typed, form);
    }
}

package org.whatsapppolicy.simulator.people;

import org.whatsapppolicy.simulator.webhook.inbound.Circumstances;
import org.whatsapppolicy.simulator.webhook.inbound.Content;
import org.whatsapppolicy.simulator.webhook.inbound.ReceivedMedia;
import org.whatsapppolicy.simulator.webhook.inbound.Referral;

/** What a person does where it does not matter which number of the business it is done to: all by the usual chat. */
public interface UsualChat extends Writer {

    /** The chat with the first declared number; while none is declared, with all of them at once. */
    Chat chat();

    /** Sends by the usual chat: opens the window, and tells the receiver by webhook. */
    @Override
    default String sends(Content content, Circumstances circumstances) {
        return chat().sends(content, circumstances);
    }

    @Override
    default ReceivedMedia file(String mimeType, byte[] bytes) {
        return chat().file(mimeType, bytes);
    }

    /** Sends the card of somebody else. Returns the message id. */
    default String sharesContact(String other, String phone) {
        return chat().sharesContact(other, phone);
    }

    /** Comes from an ad or a post, and writes. Returns the message id. */
    default String comesFrom(Referral referral, String text) {
        return chat().comesFrom(referral, text);
    }

    /** Stops marketing messages by WhatsApp's own menu; marketing templates fail with 131050 from now on. */
    default void stopsOffers() {
        chat().stopsOffers();
    }

    /** Allows marketing messages again. */
    default void resumesOffers() {
        chat().resumesOffers();
    }

    /** Signs up for marketing messages by a link. */
    default void signsUp(String signupId) {
        chat().signsUp(signupId);
    }

    /** Blocks the business, which is told nothing. */
    default void blocks() {
        chat().blocks();
    }

    /** Lets the business write again. */
    default void unblocks() {
        chat().unblocks();
    }
}

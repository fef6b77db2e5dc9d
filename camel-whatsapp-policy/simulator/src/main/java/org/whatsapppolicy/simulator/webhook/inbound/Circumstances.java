package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * What goes with a message besides its content. Immutable; the methods return changed copies.
 *
 * @param replyTo the message it answers to; null for none
 * @param product the product it is about; null for none
 * @param referral the ad or post the person came from; null for none
 * @param groupId the group it was written in; null for a chat of two
 * @param identityHash the hash of the sender's identity key, told where the number asks for it; null for none
 * @param summary a summary of the conversation before, which rides along on shared numbers; null for none
 */
public record Circumstances(
        @Nullable String replyTo,
        Forwarding forwarding,
        @Nullable Product product,
        @Nullable Referral referral,
        @Nullable String groupId,
        @Nullable String identityHash,
        @Nullable String summary) {

    /** Nothing but the content. */
    public static final Circumstances NONE = new Circumstances(null, Forwarding.NONE, null, null, null, null, null);

    /** As an answer to that message. */
    public static Circumstances replyTo(@Nullable String messageId) {
        return messageId == null ? NONE : new Circumstances(messageId, Forwarding.NONE, null, null, null, null, null);
    }

    /** Passed on. */
    public Circumstances forwarded(Forwarding how) {
        return new Circumstances(replyTo, how, product, referral, groupId, identityHash, summary);
    }

    /** About a product; the message whose id is answered to shows it. */
    public Circumstances about(Product other) {
        return new Circumstances(replyTo, forwarding, other, referral, groupId, identityHash, summary);
    }

    /** From an ad or a post. */
    public Circumstances from(Referral other) {
        return new Circumstances(replyTo, forwarding, product, other, groupId, identityHash, summary);
    }

    /** In a group. */
    public Circumstances inGroup(String id) {
        return new Circumstances(replyTo, forwarding, product, referral, id, identityHash, summary);
    }

    /** With the hash of the identity key. */
    public Circumstances withIdentity(String hash) {
        return new Circumstances(replyTo, forwarding, product, referral, groupId, hash, summary);
    }

    /** With a summary of what went before. */
    public Circumstances withSummary(String text) {
        return new Circumstances(replyTo, forwarding, product, referral, groupId, identityHash, text);
    }

    void writeContext(String businessNumber, JsonBytes json) {
        if (replyTo == null && product == null && forwarding == Forwarding.NONE) {
            return;
        }
        json.object("context");
        switch (forwarding) {
            case FORWARDED -> json.put("forwarded", true);
            case FREQUENTLY -> json.put("frequently_forwarded", true);
            case NONE -> {}
        }
        if (replyTo != null || product != null) {
            json.put("from", businessNumber).put("id", replyTo);
        }
        if (product != null) {
            product.write(json);
        }
        json.end();
    }
}

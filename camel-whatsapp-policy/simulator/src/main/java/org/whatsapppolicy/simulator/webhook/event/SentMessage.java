package org.whatsapppolicy.simulator.webhook.event;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * An accepted message, as far as its statuses need to know it. Immutable.
 *
 * @param person what is known of the recipient, null for somebody never heard of
 * @param sentOnly whether nothing after {@code sent} is ever told, as with reactions
 * @param pricing what statuses say about the price
 * @param conversation told where it is not null
 * @param identityKeyHash echoed when the message asked for it
 * @param participant the member of a group a status is about; null otherwise
 */
public record SentMessage(
        SimulatedNumber sender,
        Recipient recipient,
        @Nullable Addressee person,
        String wamid,
        boolean sentOnly,
        ToldPrice pricing,
        @Nullable String callbackData,
        @Nullable Conversation conversation,
        @Nullable String identityKeyHash,
        @Nullable Addressee participant) {

    /** A message of that price, with nothing else to tell. */
    public SentMessage(
            SimulatedNumber sender,
            Recipient recipient,
            @Nullable Addressee person,
            String wamid,
            ToldPrice pricing,
            @Nullable String callbackData,
            boolean sentOnly) {
        this(sender, recipient, person, wamid, sentOnly, pricing, callbackData, null, null, null);
    }

    /** The same within that conversation; null for none. */
    public SentMessage within(@Nullable Conversation other) {
        return new SentMessage(
                sender, recipient, person, wamid, sentOnly, pricing, callbackData, other, identityKeyHash, participant);
    }

    /** The same, sent with the hash of an identity key. */
    public SentMessage withIdentityKeyHash(@Nullable String hash) {
        return new SentMessage(
                sender, recipient, person, wamid, sentOnly, pricing, callbackData, conversation, hash, participant);
    }

    /** The same as one member of a group got it. */
    public SentMessage asGotBy(Addressee member) {
        return new SentMessage(
                sender,
                recipient,
                person,
                wamid,
                sentOnly,
                pricing,
                callbackData,
                conversation,
                identityKeyHash,
                member);
    }
}

package org.whatsapppolicy.policy.document;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy document that was read and found valid; all defaults applied.
 *
 * @param revision grows with every change; the higher one is active for all nodes (S-7)
 * @param hash SHA-256 in hex of the text as written, placeholders unresolved; every decision records it
 * @param text the document as written
 * @param freshStore what the operator says of a store that is new (S-8)
 * @param otherSendersExpected whether statuses of messages this store does not know are normal (S-8)
 * @param only addresses that may be messaged at all (S-9), each a phone key or a BSUID; null means everybody, empty nobody
 * @param proactiveCaps caps over all purposes and senders except authentication (S-26)
 * @param spread over how long what becomes due together after quiet hours is spread; zero for not at all (S-28)
 * @param usMarketingBlocked whether US numbers get no marketing (S-32)
 * @param optOut how opt-outs are heard, and what people are told by the policy itself
 * @param senders by name
 * @param purposes by name
 * @param retention how long what ended is kept (S-47)
 */
public record PolicyDocument(
        long revision,
        String hash,
        String text,
        FreshStore freshStore,
        boolean otherSendersExpected,
        @Nullable Set<String> only,
        List<Cap> proactiveCaps,
        Duration spread,
        boolean usMarketingBlocked,
        OptOutRules optOut,
        Map<String, Sender> senders,
        Map<String, Purpose> purposes,
        Retention retention) {

    public PolicyDocument {
        only = only == null ? null : Set.copyOf(only);
        proactiveCaps = List.copyOf(proactiveCaps);
        senders = Map.copyOf(senders);
        purposes = Map.copyOf(purposes);
    }

    /** Whether opt-outs are heard by other means than this installation (S-20). */
    public boolean intakeExternal() {
        return optOut.intakeExternal();
    }

    /** The purpose of that name, those of {@link OwnMessage} included; null when the document knows none. */
    public @Nullable Purpose purpose(String name) {
        Purpose declared = purposes.get(name);
        return declared == null ? OwnMessage.in(this, name) : declared;
    }

    /**
     * The region of numbers written without a country code.
     *
     * @param purpose name of the purpose, or null when there is none, as for an opt-out from everything
     * @param sender the sender that is used, or null: the purpose's
     * @return the purpose's, else the sender's, else the one that all senders share; null when they differ
     */
    public @Nullable String region(@Nullable String purpose, @Nullable Sender sender) {
        Purpose known = purpose == null ? null : purpose(purpose);
        if (known != null && known.region() != null) {
            return known.region();
        }
        Sender by = sender != null || known == null ? sender : senders.get(known.sender());
        if (by != null && by.region() != null) {
            return by.region();
        }
        List<@Nullable String> regions = senders.values().stream()
                .<@Nullable String>map(Sender::region)
                .distinct()
                .toList();
        return regions.size() == 1 ? regions.get(0) : null;
    }

    @Override
    public String toString() {
        return "PolicyDocument[revision=" + revision + ", hash=" + hash + "]";
    }
}

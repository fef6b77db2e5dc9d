package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.policy.message.MessageContent;

/**
 * The part of a message's row that the route asked for; its content stands apart (S-47).
 *
 * @param id our id
 * @param who the person and the address it goes to, or null when the recipient was unreadable
 * @param key the route's own key, or null
 * @param purpose as named
 * @param sender the sender that was named, else the purpose's; null when neither is known
 * @param senderNamed whether the request named it; else it follows the document until it is sent
 * @param type the platform's word for the content
 * @param template the template's name, or null
 * @param language the template's language, or null
 * @param priority higher goes first
 * @param context given back in events, or null
 * @param taken when it was taken
 * @param expires when it is no longer worth sending, as the request says, or null
 */
public record Asked(
        UUID id,
        @Nullable Who who,
        @Nullable String key,
        String purpose,
        @Nullable String sender,
        boolean senderNamed,
        String type,
        @Nullable String template,
        @Nullable String language,
        int priority,
        @Nullable String context,
        Instant taken,
        @Nullable Instant expires) {

    /** Without what the route wanted to have kept with it. */
    Asked without() {
        return with(null);
    }

    /** With what the route wanted to have kept with it. */
    Asked with(@Nullable String kept) {
        return new Asked(
                id, who, key, purpose, sender, senderNamed, type, template, language, priority, kept, taken, expires);
    }

    /** Whether that person is the one it goes to. */
    boolean isFor(long person) {
        return who != null && who.person() == person;
    }

    /** The same, by the sender that its purpose has in this document, unless it named one (S-7). */
    public Asked following(PolicyDocument document) {
        Purpose now = senderNamed ? null : document.purpose(purpose);
        if (now == null || now.sender().equals(sender)) {
            return this;
        }
        return new Asked(
                id,
                who,
                key,
                purpose,
                now.sender(),
                false,
                type,
                template,
                language,
                priority,
                context,
                taken,
                expires);
    }

    /** The request again, for a message that was held. */
    public SendRequest request(Address address, MessageContent content, int attempt) {
        return new SendRequest(
                id,
                key,
                address.recipient(),
                purpose,
                senderNamed ? sender : null,
                content,
                priority,
                taken,
                expires,
                context,
                null,
                attempt);
    }

    /** The same, by whom the address was found to belong to. */
    public Asked by(@Nullable Who other) {
        return new Asked(
                id,
                other,
                key,
                purpose,
                sender,
                senderNamed,
                type,
                template,
                language,
                priority,
                context,
                taken,
                expires);
    }

    /**
     * A person by one of their addresses.
     *
     * @param person opaque id of the person
     * @param address opaque id of the address
     */
    public record Who(long person, long address) {}
}

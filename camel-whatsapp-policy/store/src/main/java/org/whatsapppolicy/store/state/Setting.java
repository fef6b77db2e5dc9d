package org.whatsapppolicy.store.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Hearing;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.FreshStore;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.policy.document.Sender;
import org.whatsapppolicy.store.MessageIds;
import org.whatsapppolicy.store.PolicyStore.ActivePolicy;

/**
 * What a batch is decided in, apart from people and messages. Changes rarely.
 *
 * @param active the document in force, or null while there is none
 * @param doubtedSince since when the store may lack opt-outs that were given elsewhere: its creation, or the activation of a
 *     document that says it was restored (S-8)
 * @param suppressionImported when a suppression list was last imported, or null
 * @param templates all that are known
 * @param stops what operators stopped
 * @param hearing whether the platform is heard (S-20)
 */
public record Setting(
        @Nullable ActivePolicy active,
        Instant doubtedSince,
        @Nullable Instant suppressionImported,
        Templates templates,
        List<Stop> stops,
        Hearing hearing) {

    private static final Duration YOUNG = Duration.ofDays(7);

    /** Whether marketing may go by this document (S-8). */
    public boolean marketingReady(PolicyDocument document) {
        boolean imported = suppressionImported != null && !suppressionImported.isBefore(doubtedSince);
        return imported || document.freshStore() == FreshStore.ACCEPTED;
    }

    /** Whether the document is the one in force (S-7). */
    public boolean current(PolicyDocument document) {
        if (active == null) {
            throw new IllegalStateException(
                    "found a store without an active policy document: call activate(document, by) before deciding");
        }
        return active.revision() == document.revision() && active.hash().equals(document.hash());
    }

    /** The template that the request names, by the sender's account, or null. */
    public @Nullable Template template(SendRequest request, PolicyDocument document) {
        var use = request.content().anyTemplate();
        String name = sender(request, document);
        Sender sender = name == null ? null : document.senders().get(name);
        if (use == null || sender == null) {
            return null;
        }
        String account = sender.account() == null ? sender.name() : sender.account();
        return templates.find(account, use.name(), use.language());
    }

    /** Name of the sender that the request names, else of the purpose's; null when neither is known. */
    public static @Nullable String sender(SendRequest request, PolicyDocument document) {
        if (request.sender() != null) {
            return request.sender();
        }
        Purpose purpose = document.purpose(request.purpose());
        return purpose == null ? null : purpose.sender();
    }

    /** Whether activating {@code next} puts the store in doubt: it says restored, and the one before did not (S-8). */
    public static boolean doubts(PolicyDocument next, @Nullable FreshStore before) {
        return next.freshStore() == FreshStore.RESTORED && before != FreshStore.RESTORED;
    }

    /**
     * Whether one of these messages, which the platform reported and the store does not know, shows that it was restored: made
     * after it was last in doubt, and too lately to have been deleted (S-8).
     */
    public static boolean restored(
            Collection<UUID> unknown, Instant doubtedSince, Instant now, PolicyDocument document) {
        Duration kept = document.retention().decisions().shortest().orElse(YOUNG);
        Instant young = now.minus(kept.compareTo(YOUNG) < 0 ? kept : YOUNG);
        return unknown.stream()
                .flatMap(id -> MessageIds.made(id).stream())
                .anyMatch(made -> made.isAfter(doubtedSince) && made.isAfter(young));
    }

    /** With other templates. */
    public Setting with(List<Template> other) {
        return new Setting(active, doubtedSince, suppressionImported, Templates.of(other), stops, hearing);
    }

    /** With other knowledge of what is heard. */
    public Setting with(Hearing other) {
        return new Setting(active, doubtedSince, suppressionImported, templates, stops, other);
    }

    /** With other stops. */
    public Setting stopped(List<Stop> other) {
        return new Setting(active, doubtedSince, suppressionImported, templates, List.copyOf(other), hearing);
    }
}

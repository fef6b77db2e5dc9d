package org.whatsapppolicy.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.ByLanguage;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.FreshStore;
import org.whatsapppolicy.policy.document.OptOutRules;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.policy.document.Retention;
import org.whatsapppolicy.policy.document.Sender;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.rule.PolicyEngine;

/** Builds a {@link PolicyDocument} with the sender {@code billing}, and {@code payment-slip} and {@code newsletter}. */
public final class DocumentBuilder {

    private long revision = 1;
    private @Nullable Set<String> only;
    private final List<Cap> proactiveCaps = new ArrayList<>();
    private Duration spread = Duration.ZERO;
    private boolean usMarketingBlocked = true;
    private OptOutRules optOut = new OptOutRules(
            true,
            ByLanguage.none(),
            ByLanguage.none(),
            null,
            ByLanguage.none(),
            OptOutRules.DEFAULT.holdFor(),
            OptOutRules.STATUS_WITHIN);
    private FreshStore freshStore = FreshStore.ACCEPTED;
    private final Map<String, Sender> senders = new HashMap<>(Map.of("billing", Examples.aSender("billing")));
    private final Map<String, Purpose> purposes = new HashMap<>();
    private Retention retention = Retention.DEFAULT;

    DocumentBuilder() {
        purpose(Examples.aPurpose());
        purpose(Examples.aMarketingPurpose());
    }

    public DocumentBuilder revision(long value) {
        revision = value;
        return this;
    }

    public DocumentBuilder only(String... keys) {
        only = Set.of(keys);
        return this;
    }

    public DocumentBuilder proactiveCap(Cap cap) {
        proactiveCaps.add(cap);
        return this;
    }

    /** What is unclear holds for so long. */
    public DocumentBuilder holdFor(Duration value) {
        optOut = new OptOutRules(
                true, optOut.reply(), optOut.help(), optOut.helpTo(), optOut.ask(), value, optOut.statusWithin());
        return this;
    }

    /** Confirms opt-outs, names a human contact and asks back, all in these words. */
    public DocumentBuilder replies(MessageContent words) {
        ByLanguage<MessageContent> all = new ByLanguage<>(Map.of("en", words));
        optOut = new OptOutRules(true, all, all, null, all, OptOutRules.DEFAULT.holdFor(), OptOutRules.STATUS_WITHIN);
        return this;
    }

    public DocumentBuilder usMarketingAllowed() {
        usMarketingBlocked = false;
        return this;
    }

    public DocumentBuilder freshStore(FreshStore value) {
        freshStore = value;
        return this;
    }

    /** Adds a sender, or replaces the one of the same name. */
    public DocumentBuilder sender(Sender sender) {
        senders.put(sender.name(), sender);
        return this;
    }

    /** Adds a purpose, or replaces the one of the same name. */
    public DocumentBuilder purpose(PurposeBuilder purpose) {
        Purpose built = purpose.build();
        purposes.put(built.name(), built);
        return this;
    }

    /** Over how long quiet hours let go; all at once if not said, so that instants are plain to see. */
    public DocumentBuilder spread(Duration value) {
        spread = value;
        return this;
    }

    public DocumentBuilder retention(Retention value) {
        retention = value;
        return this;
    }

    public PolicyDocument build() {
        return new PolicyDocument(
                revision,
                "hash-" + revision,
                "version: 1\nrevision: " + revision + "\n",
                freshStore,
                false,
                only,
                proactiveCaps,
                spread,
                usMarketingBlocked,
                optOut,
                senders,
                purposes,
                retention);
    }

    public PolicyEngine engine() {
        return new PolicyEngine(build());
    }
}

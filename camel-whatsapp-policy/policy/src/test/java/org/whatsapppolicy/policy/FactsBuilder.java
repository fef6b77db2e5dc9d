package org.whatsapppolicy.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.Facts;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.decision.Waiting;
import org.whatsapppolicy.policy.document.Category;

/** Builds {@link Facts}: a person who agreed to both example purposes 100 days ago, and the template of a payment slip. */
public final class FactsBuilder {

    private @Nullable ZoneId zone;
    private @Nullable Instant lastInbound;
    private Consents consents = Consents.NONE;
    private @Nullable Instant questionedUntil;
    private @Nullable Instant quarantinedSince;
    private PersonSettings own = PersonSettings.NONE;
    private final List<SentMessage> sent = new ArrayList<>();
    private @Nullable Template template = Examples.aTemplate(Examples.PURPOSE, Category.UTILITY);
    private boolean marketingReady = true;
    private List<Stop> stops = List.of();
    private List<Waiting> line = List.of();

    FactsBuilder() {
        Instant act = Examples.TUESDAY_9.minus(Duration.ofDays(100));
        grant(Examples.aGrant(Examples.PURPOSE, act));
        grant(Examples.aGrant(Examples.NEWSLETTER, act));
    }

    /** Forgets what the person agreed to. */
    public FactsBuilder withoutConsent() {
        consents = Consents.NONE;
        return this;
    }

    public FactsBuilder grant(Grant grant) {
        return act(new ConsentAct.Granted(grant));
    }

    public FactsBuilder optOut(Scope scope, Evidence evidence) {
        return act(new ConsentAct.Withdrawn(scope, evidence));
    }

    public FactsBuilder act(ConsentAct act) {
        consents = consents.after(act).consents();
        return this;
    }

    public FactsBuilder zone(@Nullable ZoneId value) {
        zone = value;
        return this;
    }

    public FactsBuilder inbound(@Nullable Instant value) {
        lastInbound = value;
        return this;
    }

    public FactsBuilder questionedUntil(Instant value) {
        questionedUntil = value;
        return this;
    }

    public FactsBuilder quarantinedSince(Instant value) {
        quarantinedSince = value;
        return this;
    }

    public FactsBuilder own(PersonSettings value) {
        own = value;
        return this;
    }

    public FactsBuilder sent(SentMessage... messages) {
        return sent(List.of(messages));
    }

    public FactsBuilder sent(Collection<SentMessage> messages) {
        sent.addAll(messages);
        return this;
    }

    /** Taken and not ended. */
    public FactsBuilder line(Waiting... messages) {
        line = List.of(messages);
        return this;
    }

    public FactsBuilder template(@Nullable Template value) {
        template = value;
        return this;
    }

    /** The approved template of {@link Examples#aMarketingSend()}. */
    public FactsBuilder marketingTemplate() {
        return template(Examples.aTemplate(Examples.NEWSLETTER, Category.MARKETING));
    }

    public FactsBuilder marketingNotReady() {
        marketingReady = false;
        return this;
    }

    public PersonFacts person() {
        return new PersonFacts(
                zone, lastInbound, consents, questionedUntil, quarantinedSince, own, List.copyOf(sent), line);
    }

    public Facts build() {
        return new Facts(person(), template, marketingReady, stops);
    }

    /** Operators stopped these. */
    public FactsBuilder stopped(String... scopes) {
        stops = Stream.of(scopes)
                .map(scope -> new Stop(scope, Examples.TUESDAY_9, "ann", "wrong amounts"))
                .toList();
        return this;
    }
}

package org.whatsapppolicy.policy.rule;

import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.DocumentBuilder;
import org.whatsapppolicy.policy.Examples;
import org.whatsapppolicy.policy.FactsBuilder;
import org.whatsapppolicy.policy.PurposeBuilder;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.address.ZoneFinder;
import org.whatsapppolicy.policy.consent.Acts;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Facts;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.QuietHours;
import org.whatsapppolicy.policy.document.WhenLimited;

/**
 * One random decision: a document, somebody and a message, close enough to every limit that all of them matter.
 *
 * @param document with caps and quiet hours
 * @param request for either purpose, as a template or free-form
 * @param facts with messages of the last week
 * @param now some instant of a week with a change of clocks
 */
record Worlds(PolicyDocument document, SendRequest request, Facts facts, Instant now) {

    Decision decide() {
        return new PolicyEngine(document, ZONES).decide(request, facts, now);
    }

    Worlds at(Instant instant) {
        return new Worlds(document, request, facts, instant);
    }

    Worlds with(ConsentAct act) {
        PersonFacts p = facts.person();
        return person(new PersonFacts(
                p.zone(),
                p.lastInbound(),
                p.consents().after(act).consents(),
                p.questionedUntil(),
                p.quarantinedSince(),
                p.own(),
                p.sent()));
    }

    Worlds with(SentMessage message) {
        PersonFacts p = facts.person();
        List<SentMessage> sent = new ArrayList<>(p.sent());
        sent.add(message);
        return person(new PersonFacts(
                p.zone(), p.lastInbound(), p.consents(), p.questionedUntil(), p.quarantinedSince(), p.own(), sent));
    }

    Worlds with(PersonSettings own) {
        PersonFacts p = facts.person();
        return person(new PersonFacts(
                p.zone(), p.lastInbound(), p.consents(), p.questionedUntil(), p.quarantinedSince(), own, p.sent()));
    }

    Worlds person(PersonFacts person) {
        return new Worlds(document, request, new Facts(person, facts.template(), facts.marketingReady()), now);
    }

    static final ZoneFinder ZONES = new ZoneFinder();

    static Arbitrary<Worlds> any() {
        return Combinators.combine(documents(), requests(), people(), instants(0, 200))
                .as((document, request, facts, now) ->
                        new Worlds(document, request, withTemplate(facts, request), now));
    }

    private static Facts withTemplate(FactsBuilder facts, SendRequest request) {
        return request.purpose().equals(NEWSLETTER) ? facts.marketingTemplate().build() : facts.build();
    }

    static Arbitrary<Cap> caps() {
        Arbitrary<Boolean> untilReply = Arbitraries.of(true, false);
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.integers().between(1, 3),
                                Arbitraries.of(Duration.ofHours(24), Duration.ofDays(7), Duration.ofHours(5)),
                                untilReply)
                        .as(Cap.Rolling::new),
                Combinators.combine(Arbitraries.integers().between(1, 2), untilReply)
                        .as(Cap.CalendarDay::new),
                Combinators.combine(Arbitraries.integers().between(1, 3), Arbitraries.just(7), untilReply)
                        .as(Cap.Days::new));
    }

    static Arbitrary<PersonSettings> settings() {
        Arbitrary<QuietHours> hours = Arbitraries.of(
                        List.<String>of(), List.of("18:00-10:00"), List.of("sun", "mon-fri 09:00-17:00"))
                .map(QuietHours::parse);
        return Combinators.combine(hours, caps().list().ofMaxSize(2))
                .as((quiet, caps) -> new PersonSettings(quiet, caps, null));
    }

    static Arbitrary<PolicyDocument> documents() {
        Arbitrary<PurposeBuilder> utility = purposes(PURPOSE);
        Arbitrary<PurposeBuilder> marketing = purposes(NEWSLETTER);
        return Combinators.combine(utility, marketing, caps().list().ofMaxSize(1))
                .as((one, other, overall) -> {
                    DocumentBuilder document = Examples.aDocument().purpose(one).purpose(other);
                    overall.forEach(document::proactiveCap);
                    return document.build();
                });
    }

    private static Arbitrary<PurposeBuilder> purposes(String name) {
        return Combinators.combine(
                        caps().list().ofMaxSize(2),
                        Arbitraries.of(
                                List.of(), List.of("20:00-08:00"), List.of("20:00-08:00", "sun", "sat 12:00-24:00")),
                        Arbitraries.of(Duration.ofDays(2), Duration.ofDays(20)).injectNull(0.5),
                        Arbitraries.frequency(Tuple.of(4, WhenLimited.DEFER), Tuple.of(1, WhenLimited.DENY)))
                .as((caps, quiet, expire, whenLimited) -> {
                    PurposeBuilder purpose =
                            name.equals(NEWSLETTER) ? Examples.aMarketingPurpose() : Examples.aPurpose();
                    caps.forEach(purpose::cap);
                    purpose.quietHours(quiet.toArray(String[]::new)).whenLimited(whenLimited);
                    if (expire != null) {
                        purpose.expireAfter(expire);
                    }
                    return purpose;
                });
    }

    static Arbitrary<SendRequest> requests() {
        Arbitrary<Recipient> recipients = Arbitraries.of(
                Examples.ALICE,
                Examples.number("+5568999990001"),
                Examples.number("+4915112345678"),
                Examples.number("+79161234567"),
                new UserId("BR.1A"));
        return Combinators.combine(recipients, Arbitraries.of(PURPOSE, NEWSLETTER), Arbitraries.of(true, true, false))
                .as((recipient, purpose, template) -> (template
                                ? Examples.aSend().purpose(purpose).template(purpose)
                                : Examples.aSend().purpose(purpose).freeForm())
                        .to(recipient)
                        .build());
    }

    static Arbitrary<FactsBuilder> people() {
        return Combinators.combine(
                        instants(-60, 0).injectNull(0.4),
                        sent(instants(-200, 0)).list().ofMaxSize(6),
                        Acts.acts(),
                        Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true)),
                        instants(-10, 30).injectNull(0.8),
                        Arbitraries.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/St_Johns"))
                                .injectNull(0.7),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(PersonSettings.NONE)), Tuple.of(1, settings())))
                .as(Worlds::person);
    }

    private static FactsBuilder person(
            @Nullable Instant inbound,
            List<SentMessage> sent,
            List<ConsentAct> acts,
            boolean history,
            @Nullable Instant questioned,
            @Nullable ZoneId zone,
            PersonSettings own) {
        FactsBuilder facts =
                Examples.someFacts().inbound(inbound).sent(sent).zone(zone).own(own);
        if (history) {
            acts.forEach(facts::act);
        }
        return questioned == null ? facts : facts.questionedUntil(questioned);
    }

    static Arbitrary<SentMessage> sent(Arbitrary<Instant> from) {
        return Combinators.combine(
                        Arbitraries.of(PURPOSE, NEWSLETTER, Examples.OTP),
                        Arbitraries.of(Category.UTILITY, Category.MARKETING, Category.AUTHENTICATION),
                        Arbitraries.of(true, true, false),
                        from,
                        Arbitraries.integers().between(0, 31))
                .as((purpose, category, proactive, at, way) ->
                        new SentMessage(purpose, category, proactive, at, at.plusSeconds(way)));
    }

    /** Instants around the change of clocks in Europe, some of them at full hours. */
    static Arbitrary<Instant> instants(int fromHours, int toHours) {
        Instant base = TUESDAY_9.plus(Duration.ofDays(13));
        return Combinators.combine(
                        Arbitraries.integers().between(fromHours, toHours), Arbitraries.of(0, 0, 1, 1800, 3569, 3599))
                .as((hours, seconds) -> base.plus(Duration.ofHours(hours)).plusSeconds(seconds));
    }
}

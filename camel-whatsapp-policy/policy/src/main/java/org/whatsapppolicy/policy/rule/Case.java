package org.whatsapppolicy.policy.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.ZoneFinder;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Facts;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.OwnMessage;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.policy.document.QuietHours;
import org.whatsapppolicy.policy.document.Sender;
import org.whatsapppolicy.policy.document.WhenLimited;
import org.whatsapppolicy.policy.message.MediaUpload;
import org.whatsapppolicy.policy.message.MessageContent;

/** One decision in the making: what the rules look at, and what they found so far. Confined to one thread. */
final class Case {

    /** The platform's customer service window (S-24), less what a late webhook and two clocks can cost. */
    private static final Duration SAFETY = Duration.ofMinutes(5);

    private static final Duration WINDOW = Duration.ofHours(24).minus(SAFETY);

    /** What expires sooner than it would be looked at again is looked at a last time so long before. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(1);

    final PolicyDocument document;
    final SendRequest request;
    final Facts facts;
    final PersonFacts person;
    final Instant now;
    /** The longest that the message may be under way from its decision on (M-5). */
    final Duration way;

    final @Nullable Sender sender;
    final Category category;
    /** End of the open service window, null when it is closed. */
    final @Nullable Instant windowEnd;

    final boolean proactive;
    /** What goes if it may: the message, or its fallback template when a free-form message cannot. */
    final MessageContent content;
    /** Whether that is the fallback template. */
    final boolean fallsBack;
    /** Which message of the policy's own it is, or null. */
    final @Nullable OwnMessage own;

    private final @Nullable Purpose purpose;
    private final ZoneFinder zoneFinder;
    private @Nullable Set<ZoneId> zones;
    private final List<Reason> findings = new ArrayList<>(4);
    private Verdict verdict = Verdict.ALLOW;
    private @Nullable Instant validUntil;
    private @Nullable Instant deferredUntil;
    private @Nullable Instant untilTold;
    private @Nullable Hold awaited;

    Case(PolicyDocument document, ZoneFinder zoneFinder, Duration way, SendRequest request, Facts facts, Instant now) {
        this.document = document;
        this.zoneFinder = zoneFinder;
        this.request = request;
        this.facts = facts;
        this.person = facts.person();
        this.now = now;
        this.way = way;
        this.purpose = document.purpose(request.purpose());
        this.own = OwnMessage.of(request.purpose());
        String senderName = request.sender() != null || purpose == null ? request.sender() : purpose.sender();
        this.sender = senderName == null ? null : document.senders().get(senderName);
        this.windowEnd = windowEnd(person.lastInbound(), now);
        MessageContent fallback = fallback(request.content(), windowEnd != null);
        this.fallsBack = fallback != null;
        this.content = fallback == null ? request.content() : fallback;
        this.category = category(purpose, content.template() == null ? null : facts.template());
        boolean marketingTemplate = category == Category.MARKETING && content.template() != null;
        // Who is asked for consent is asked within caps and quiet hours, whatever window is open (S-13).
        this.proactive = windowEnd == null || marketingTemplate || own == OwnMessage.CONSENT_REQUEST;
    }

    /** The fallback template where a free-form message cannot go: its window is closed, or its file is gone. */
    private static @Nullable MessageContent fallback(MessageContent asked, boolean window) {
        MediaUpload file = asked.upload();
        return window && (file == null || file.present()) ? null : asked.fallback();
    }

    private static Category category(@Nullable Purpose purpose, @Nullable Template template) {
        Category real = template == null ? null : template.category();
        if (purpose == null) {
            return real == null ? Category.MARKETING : real;
        }
        return real == null ? purpose.category() : purpose.category().stricter(real);
    }

    private static @Nullable Instant windowEnd(@Nullable Instant lastInbound, Instant now) {
        if (lastInbound == null || lastInbound.isAfter(now.plus(SAFETY))) {
            return null;
        }
        Instant end = lastInbound.plus(WINDOW);
        return now.isBefore(end) ? end : null;
    }

    /** The purpose; the rules that come after {@link PurposeKnown} may rely on it. */
    Purpose purpose() {
        return Objects.requireNonNull(purpose, "asked for the purpose before it was known to exist");
    }

    /** When it does not go, by what it counts as. */
    QuietHours quietHours() {
        return purpose().quietHours(category);
    }

    boolean purposeKnown() {
        return purpose != null;
    }

    /** When the message is no longer worth sending, or null for never (S-5). */
    @Nullable
    Instant expires() {
        return request.expiry(purpose().expireAfter(), now);
    }

    /**
     * When to look again at what may go sooner or later than anybody can tell: then, or for a last time just before it expires. At
     * that last time it is told that it cannot go any more (S-28).
     */
    Instant lookAgain(Instant usual) {
        Instant expires = expires();
        if (expires == null || usual.isBefore(expires)) {
            return usual;
        }
        Instant last = expires.minus(LAST_LOOK);
        return last.isAfter(now) ? last : usual;
    }

    /** Every zone the person may be in: the record's, else the document's, else those of the number (M-12). */
    Set<ZoneId> zones() {
        if (zones == null) {
            ZoneId known = person.zone();
            if (known == null) {
                known = purpose().zone();
            }
            if (known == null && sender != null) {
                known = sender.zone();
            }
            zones = known == null ? zoneFinder.zones(request.recipient()) : Set.of(known);
        }
        return zones;
    }

    boolean denied() {
        return verdict == Verdict.DENY;
    }

    void deny(ReasonCode code, String detail) {
        add(code, Verdict.DENY, detail, null);
    }

    void defer(ReasonCode code, String detail, Instant until) {
        add(code, Verdict.DEFER, detail, until);
        deferredUntil = deferredUntil == null || until.isAfter(deferredUntil) ? until : deferredUntil;
        Holdable.deferred(this);
    }

    /** Held until somebody says otherwise, which nobody can foresee; {@code until} is when to look again at the latest. */
    void deferUntilTold(ReasonCode code, String detail, Instant until) {
        defer(code, detail, until);
        untilTold = until;
    }

    /** Whether the latest instant that something was deferred to says nothing of when the message may go. */
    boolean untilTold() {
        return untilTold != null && untilTold.equals(deferredUntil);
    }

    /** A limit holds: what the purpose says of limits decides, as far as it holds already now (S-29). */
    void limited(ReasonCode code, String detail, Instant t, Instant until) {
        if (purpose().whenLimited() == WhenLimited.DENY && t.equals(now)) {
            add(code, Verdict.DENY, detail, until);
        } else {
            defer(code, detail, until);
        }
    }

    /** Evidence that an ALLOW rests on; {@code until} is when it would turn, or null. */
    void rests(ReasonCode code, String detail, @Nullable Instant until) {
        add(code, Verdict.ALLOW, detail, until);
        if (until != null) {
            validUntil(until);
        }
    }

    /** Some rule would say otherwise from {@code instant} on (M-2). */
    void validUntil(Instant instant) {
        validUntil = validUntil == null || instant.isBefore(validUntil) ? instant : validUntil;
    }

    /** What holds longest, as far as is known by now; null for what no hold said. */
    void awaits(@Nullable Hold hold) {
        awaited = hold;
    }

    @Nullable
    Hold awaited() {
        return awaited;
    }

    /** The latest instant that something was deferred to, {@code now} when nothing was. */
    Instant deferredUntil() {
        return deferredUntil == null ? now : deferredUntil;
    }

    private void add(ReasonCode code, Verdict finding, String detail, @Nullable Instant until) {
        findings.add(new Reason(code.code(), finding, detail, until));
        if (finding.compareTo(verdict) > 0) {
            verdict = finding;
        }
    }

    /** The decision, with the deciding findings first; evidence is told of an ALLOW alone, the basis of each (S-10). */
    Decision decision(@Nullable Instant notBefore) {
        Verdict decided = verdict;
        List<Reason> reasons = decided == Verdict.ALLOW ? List.copyOf(findings) : ordered();
        return new Decision(
                decided,
                reasons,
                decided == Verdict.DEFER ? notBefore : null,
                decided == Verdict.ALLOW ? validUntil : null,
                category,
                proactive,
                document.hash(),
                now);
    }

    private List<Reason> ordered() {
        List<Reason> ordered = new ArrayList<>(findings.size());
        for (Verdict finding : List.of(Verdict.DENY, Verdict.DEFER)) {
            findings.stream().filter(reason -> reason.verdict() == finding).forEach(ordered::add);
        }
        for (ReasonCode told : List.of(CategoryClaim.MISMATCH, BasisRecorded.BASIS)) {
            findings.stream()
                    .filter(reason -> reason.code().equals(told.code()))
                    .forEach(ordered::add);
        }
        return List.copyOf(ordered);
    }
}

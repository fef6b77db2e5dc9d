package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Facts;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.decision.Waiting;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.state.Asked.Who;

/**
 * Folds the decisions of one batch over the state that was loaded under the locks: the second request to one person sees
 * the first's reservation, the second use of a key the first's row. Knows what changed. For one batch and one thread.
 */
public final class Fold {

    /** Why a message to somebody who was erased is not sent (S-47). */
    public static final Reason FORGOTTEN = new Reason("person-forgotten", Verdict.DENY, "the person was erased", null);

    /** Why a message is not sent of which nobody knew that it was not, until its payload was past its retention (S-38, S-47). */
    public static final Reason PAYLOAD_REMOVED =
            new Reason("payload-removed", Verdict.DENY, "what it says was past its retention", null);

    private final PolicyEngine engine;
    private final Setting setting;
    private final Times times;
    private final Instant now;
    private final Map<Long, PersonFacts> people = new HashMap<>();
    private final Map<UUID, Stored> rows = new HashMap<>();
    private final Map<String, UUID> keys = new HashMap<>();
    private final Map<UUID, Written> written = new LinkedHashMap<>();

    /**
     * @param engine decides
     * @param setting what it is decided in
     * @param times bounds of what is allowed
     * @param now the store's clock, read under the locks
     */
    public Fold(PolicyEngine engine, Setting setting, Times times, Instant now) {
        this.engine = engine;
        this.setting = setting;
        this.times = times;
        this.now = now;
    }

    /** A person who was loaded. */
    public void person(long id, PersonFacts facts) {
        people.put(id, facts);
    }

    /** Whether the person was not loaded yet. */
    public boolean stranger(long id) {
        return !people.containsKey(id);
    }

    /** A row that a request may be a repeat of. */
    public void known(MessageRow row, @Nullable String content) {
        rows.put(row.asked().id(), new Stored(row, content));
    }

    /** A key that stands for a message; one message can have several, when it was asked for again with another. */
    public void key(String key, UUID message) {
        keys.put(key, message);
    }

    /**
     * Decides one request or finds what it repeats.
     *
     * @param who null when nobody could be told by the recipient, or, of a message that was taken before, when nobody has that
     *     address any more (S-47)
     * @param content as it will be stored; of a message that was taken before nothing that is looked at
     */
    public Admission admit(SendRequest request, @Nullable Who who, String content) {
        String key = request.idempotencyKey();
        UUID id = key == null ? request.id() : keys.getOrDefault(key, request.id());
        Stored first = rows.get(id);
        if (first == null) {
            return decide(request, who, content, request.id(), null);
        }
        Progress progress = first.row.progress();
        if (request.attempt() > 0) {
            // Whose address is gone was erased meanwhile: who claims the message next ends it.
            boolean mine = progress.state() == MessageState.HELD && progress.attempt() == request.attempt();
            return mine && who != null ? again(request, who, first) : new Admission.Repeated(first.row.status());
        }
        String differs = differs(first, who, request, content);
        if (differs != null) {
            return new Admission.Conflict(key == null ? id.toString() : key, differs);
        }
        return progress.mayBeTriedAgain()
                ? decide(request, who, content, id, progress)
                : new Admission.Repeated(first.row.status());
    }

    private static @Nullable String differs(Stored first, @Nullable Who who, SendRequest request, String content) {
        Who before = first.row.asked().who();
        // Nobody could be told by an unreadable recipient, so a corrected one is no other.
        // By the same address it is the same person, whoever turned out to have it since.
        if (before != null && who != null && before.person() != who.person() && before.address() != who.address()) {
            return "recipient";
        }
        boolean same = first.content == null
                || first.content.equals(content)
                || ContentJson.madeOf(request.given(), first.content);
        return same ? null : "content";
    }

    private Admission again(SendRequest request, Who who, Stored first) {
        // Since it was taken, its address may have turned out to be somebody else's. What it says goes along then,
        // or it would be erased with whom it was for.
        boolean moves = !first.row.asked().isFor(who.person());
        Asked asked = moves
                ? first.row.asked().by(who).with(request.context())
                : first.row.asked().by(who);
        String content = moves ? ContentJson.write(request.content()) : null;
        Decision decision = judge(request, who);
        Progress before = first.row.progress();
        MessageRow row = new MessageRow(
                asked,
                Judged.by(decision),
                Progress.decided(decision, before.attempt(), times).after(before));
        return keep(decision, new Written(row, content, before, false));
    }

    private Admission decide(
            SendRequest request, @Nullable Who who, String content, UUID id, @Nullable Progress before) {
        Decision decision = judge(request, who);
        var use = request.content().template();
        Asked asked = new Asked(
                id,
                who,
                request.idempotencyKey(),
                request.purpose(),
                Setting.sender(request, engine.document()),
                request.sender() != null,
                request.content().type(),
                use == null ? null : use.name(),
                use == null ? null : use.language(),
                request.priority(),
                request.context(),
                Millis.cut(request.taken() == null ? decision.at() : request.taken()),
                Millis.cutNullable(request.expires()));
        boolean newKey = asked.key() != null && !keys.containsKey(asked.key());
        Progress progress = Progress.decided(decision, before == null ? 1 : before.attempt() + 1, times);
        MessageRow row = new MessageRow(asked, Judged.by(decision), before == null ? progress : progress.after(before));
        return keep(decision, new Written(row, content, before, newKey));
    }

    private Admission keep(Decision decision, Written how) {
        MessageRow row = how.row;
        Asked asked = row.asked();
        Stored before = rows.get(asked.id());
        String content = how.content == null && before != null ? before.content : how.content;
        rows.put(asked.id(), new Stored(row, content));
        written.merge(
                asked.id(),
                how,
                (earlier, now) -> new Written(row, content, earlier.before, earlier.newKey || now.newKey));
        if (asked.key() != null) {
            keys.put(asked.key(), asked.id());
        }
        SentMessage counted = row.counted();
        if (asked.who() != null) {
            people.computeIfPresent(
                    asked.who().person(),
                    (person, facts) -> inLine(counted == null ? facts : plus(facts, counted), row));
        }
        return new Admission.Decided(
                asked.id(),
                row.progress().attempt(),
                row.progress().tries(),
                decision,
                row.progress().sendBefore());
    }

    private Decision judge(SendRequest request, @Nullable Who who) {
        PersonFacts facts = who == null ? PersonFacts.UNKNOWN : Objects.requireNonNull(people.get(who.person()));
        return judge(engine, setting, request, facts, now);
    }

    /** The decision alone. */
    public static Decision judge(
            PolicyEngine engine, Setting setting, SendRequest request, PersonFacts facts, Instant now) {
        PolicyDocument document = engine.document();
        return engine.decide(
                request,
                new Facts(
                        facts,
                        setting.template(request, document),
                        setting.marketingReady(document),
                        setting.stops(),
                        setting.hearing()),
                notBeforeLast(facts, now));
    }

    // A clock that stepped back must not make a person's last message lie in the future (M-6).
    private static Instant notBeforeLast(PersonFacts facts, Instant now) {
        Instant latest = now;
        for (SentMessage sent : facts.sent()) {
            latest = sent.from().isAfter(latest) ? sent.from() : latest;
        }
        return latest;
    }

    private static PersonFacts plus(PersonFacts facts, SentMessage sent) {
        List<SentMessage> all = new ArrayList<>(facts.sent());
        all.add(sent);
        return new PersonFacts(
                facts.zone(),
                facts.lastInbound(),
                facts.consents(),
                facts.questionedUntil(),
                facts.quarantinedSince(),
                facts.own(),
                List.copyOf(all),
                facts.line());
    }

    /** The next message of an ordered purpose sees where this one stands. */
    private PersonFacts inLine(PersonFacts facts, MessageRow row) {
        if (!ordered(row.asked().purpose(), engine)) {
            return facts;
        }
        List<Waiting> line = new ArrayList<>(facts.line());
        line.removeIf(other -> other.id().equals(row.asked().id()));
        Waiting waiting = row.waiting();
        if (waiting != null) {
            line.add(waiting);
        }
        return facts.line(line);
    }

    /** Whether the line of the person has to be known. */
    public static boolean ordered(String purpose, PolicyEngine engine) {
        Purpose known = engine.document().purpose(purpose);
        return known != null && known.ordered();
    }

    /** What to write, in the order in which it was decided. */
    public List<Written> written() {
        return List.copyOf(written.values());
    }

    /**
     * A row with its content.
     *
     * @param row the row
     * @param content its content as JSON, or null when that was erased
     */
    public record Stored(MessageRow row, @Nullable String content) {

        /** Without what was said. */
        public Stored withoutContent() {
            return new Stored(row.withoutContext(), null);
        }

        /**
         * Without the person and what was said.
         *
         * @param denied why it will not be sent, when it was still to be, or null
         */
        public Stored erased(@Nullable Reason denied, Instant now) {
            return new Stored(row.erased(denied, now), null);
        }
    }

    /**
     * A row that was decided.
     *
     * @param row as it shall be
     * @param content its content as JSON, or null when what the store has stays
     * @param before where the message stood as it was read, or null when the store did not have the row
     * @param newKey whether it did not have the row's key before
     */
    public record Written(
            MessageRow row,
            @Nullable String content,
            @Nullable Progress before,
            boolean newKey) {}
}

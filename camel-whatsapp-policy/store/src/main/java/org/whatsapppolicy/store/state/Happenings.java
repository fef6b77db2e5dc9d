package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.FeedEvent.Kind;
import org.whatsapppolicy.store.Inbox;
import org.whatsapppolicy.store.state.Asked.Who;

/** What happened in one transaction that somebody wants to hear of. For one thread. */
public final class Happenings {

    private final Set<Kind> wanted;
    private final List<Happened> all = new ArrayList<>();

    /** @param wanted what somebody subscribed to; nothing else is noted */
    public Happenings(Set<Kind> wanted) {
        this.wanted = wanted;
    }

    /** Whether anybody wants to hear of that. */
    public boolean wants(Kind kind) {
        return wanted.contains(kind);
    }

    /** An act of a person was folded in. */
    public void acted(Who who, long id, ConsentAct act, Instant at) {
        Kind kind = act instanceof ConsentAct.Withdrawn ? Kind.OPT_OUT : Kind.CONSENT;
        if (wants(kind)) {
            all.add(Happened.acted(kind, at, who, id));
        }
    }

    /** Messages were decided. A denial is the end of a message, so it is an outcome too. */
    public void decided(List<Fold.Written> written) {
        for (Fold.Written one : written) {
            MessageRow row = one.row();
            Verdict verdict = verdict(row.progress().state());
            if (wants(Kind.DECISION)) {
                all.add(Happened.decided(row, verdict.name()));
            }
            if (verdict == Verdict.DENY && wants(Kind.OUTCOME)) {
                all.add(Happened.moved(
                        row.asked().id(), row.progress(), row.judged().codes()));
            }
        }
    }

    private static Verdict verdict(MessageState state) {
        return switch (state) {
            case SENDING -> Verdict.ALLOW;
            case HELD -> Verdict.DEFER;
            default -> Verdict.DENY;
        };
    }

    /**
     * A message moved, perhaps; back to HELD is no outcome, it goes on.
     *
     * @return {@code after}
     */
    public Progress moved(UUID id, Progress before, Progress after) {
        if (before.state() != after.state() && after.state() != MessageState.HELD && wants(Kind.OUTCOME)) {
            all.add(Happened.moved(id, after, List.of()));
        }
        return after;
    }

    /** A message that was sent is not delivered any more. */
    public void notDelivered(UUID id, Progress after) {
        ended(id, after, Judged.NOT_DELIVERED);
    }

    /** A message ended for a reason that no decision gave. */
    public void ended(UUID id, Progress after, Reason why) {
        if (wants(Kind.OUTCOME)) {
            all.add(Happened.moved(id, after, List.of(why.code())));
        }
    }

    /** Addresses turned out to belong to one person, or to nobody who agreed. */
    public void identified(Who who, long id, Instant at) {
        if (wants(Kind.IDENTITY)) {
            all.add(Happened.acted(Kind.IDENTITY, at, who, id));
        }
    }

    /** A grant will lapse. */
    public void lapsing(Who who, long id, Instant lapses, Instant at) {
        if (wants(Kind.LAPSING)) {
            all.add(Happened.lapsing(at, who, id, lapses));
        }
    }

    /** Marketing pauses, or goes on. */
    public void paused(@Nullable String reason, Instant at) {
        if (wants(Kind.MARKETING)) {
            all.add(Happened.paused(at, reason));
        }
    }

    /** The platform told of something that concerns no person. */
    public void announced(Inbox.News news, Instant at) {
        if (wants(news.kind())) {
            all.add(Happened.announced(at, news.kind(), news.told()));
        }
    }

    /** A node brought a document that is in force from now on (S-7). */
    public void published(PolicyDocument document, Instant at) {
        policy("revision", document, at);
    }

    /** A node brought a document that is not taken: a higher revision is in force, or another text of the same (S-7). */
    public void ignored(PolicyDocument document, Instant at) {
        policy("revision-ignored", document, at);
    }

    private void policy(String change, PolicyDocument document, Instant at) {
        String revision = String.valueOf(document.revision());
        announced(new Inbox.News(Kind.POLICY, new FeedEvent.Announced(change, revision, document.hash(), null)), at);
    }

    /** In their order. */
    public List<Happened> all() {
        return List.copyOf(all);
    }
}

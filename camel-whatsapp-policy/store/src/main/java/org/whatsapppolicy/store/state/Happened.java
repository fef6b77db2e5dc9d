package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.FeedEvent.Announced;
import org.whatsapppolicy.store.FeedEvent.Kind;
import org.whatsapppolicy.store.state.Asked.Who;

/**
 * Something for the feed, as a store keeps it: what may be erased stands elsewhere and is referred to.
 *
 * @param kind what it is about
 * @param at when
 * @param who of an act the person by the address it came with, else null: a message knows its own
 * @param act id of an act, or null
 * @param message id of a message, or null
 * @param state of a decision its verdict, of an outcome where the message stands, else null
 * @param attempt of the message, or 0
 * @param notBefore of a deferral when it is decided again, or null
 * @param wamid the platform's id, or null
 * @param code the platform's error code, or 0
 * @param reasons codes of a decision
 * @param change of what the platform told: the kind of its event, or null
 * @param about of what it told: which template, number or account, or null
 * @param detail of what it told: the JSON as it came, or null
 */
public record Happened(
        Kind kind,
        Instant at,
        @Nullable Who who,
        @Nullable Long act,
        @Nullable UUID message,
        @Nullable String state,
        int attempt,
        @Nullable Instant notBefore,
        @Nullable String wamid,
        int code,
        List<String> reasons,
        @Nullable String change,
        @Nullable String about,
        @Nullable String detail) {

    public Happened {
        reasons = List.copyOf(reasons);
    }

    /** Of a message whose person was erased (S-47). */
    public Happened withoutWamid() {
        return new Happened(
                kind, at, who, act, message, state, attempt, notBefore, null, code, reasons, change, about, detail);
    }

    static Happened acted(Kind kind, Instant at, Who who, long act) {
        return new Happened(kind, at, who, act, null, null, 0, null, null, 0, List.of(), null, null, null);
    }

    static Happened decided(MessageRow row, String verdict) {
        Progress p = row.progress();
        return new Happened(
                Kind.DECISION,
                p.changed(),
                null,
                null,
                row.asked().id(),
                verdict,
                p.attempt(),
                p.notBefore(),
                null,
                0,
                row.judged().codes(),
                null,
                null,
                null);
    }

    static Happened moved(UUID message, Progress p, List<String> reasons) {
        return new Happened(
                Kind.OUTCOME,
                p.changed(),
                null,
                null,
                message,
                p.state().name(),
                p.attempt(),
                null,
                p.wamid(),
                p.errorCode(),
                reasons,
                null,
                null,
                null);
    }

    static Happened lapsing(Instant at, Who who, long act, Instant lapses) {
        return new Happened(Kind.LAPSING, at, who, act, null, null, 0, lapses, null, 0, List.of(), null, null, null);
    }

    static Happened paused(Instant at, @Nullable String reason) {
        List<String> reasons = reason == null ? List.of() : List.of(reason);
        return new Happened(Kind.MARKETING, at, null, null, null, null, 0, null, null, 0, reasons, null, null, null);
    }

    static Happened announced(Instant at, Kind kind, Announced news) {
        return new Happened(
                kind,
                at,
                null,
                null,
                null,
                news.state(),
                0,
                null,
                null,
                0,
                List.of(),
                news.change(),
                news.about(),
                news.raw());
    }
}

package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.FeedEvent.Acted;
import org.whatsapppolicy.store.FeedEvent.Kind;
import org.whatsapppolicy.store.FeedEvent.Letter;
import org.whatsapppolicy.store.FeedEvent.Told;
import org.whatsapppolicy.store.state.Address;

/** How a row of {@code event}, with what it refers to, becomes an event; named and read in one order. */
final class FeedColumns {

    static final String NAMES = "e.place, e.kind, e.happened_at, "
            + Sealed.columnsOf("coalesce(mc.key_id, v.key_id)") + ", coalesce(a.person_id, m.person_id, e.person_id),"
            + " a.address, a.kind, a.send_to, a.region,"
            + " e.message_id, e.attempt, m.purpose, m.sender, m.template, mc.context,"
            + " e.state, e.not_before, e.wamid, e.error_code, e.reasons, e.change, e.about, e.detail,"
            + " c.act, c.scope, c.effect, c.act_at, c.source, v.actor, c.document, c.language, v.reference, c.expires_at";

    private static final UUID NONE = new UUID(0, 0);

    private FeedColumns() {}

    static FeedEvent event(Row row) throws SQLException {
        long place = row.number();
        Kind kind = Kind.of(row.text());
        Instant at = row.instant();
        Opener opener = row.opener();
        Long person = row.numberOrNull();
        Recipient recipient = recipient(row);
        Letter letter = letter(row, opener);
        String state = Objects.requireNonNullElse(row.textOrNull(), "");
        Instant notBefore = row.instantOrNull();
        String wamid = row.textOrNull();
        int code = row.small();
        List<String> reasons = reasons(row.textOrNull());
        String change = Objects.requireNonNullElse(row.textOrNull(), "");
        String about = row.textOrNull();
        String detail = row.textOrNull();
        Told told =
                switch (kind) {
                    case CONSENT, OPT_OUT, IDENTITY -> acted(row, opener, null);
                    case LAPSING -> acted(row, opener, notBefore);
                    case DECISION -> new FeedEvent.Decided(letter, Verdict.valueOf(state), reasons, notBefore);
                    case OUTCOME -> new FeedEvent.Moved(letter, MessageState.valueOf(state), reasons, wamid, code);
                    case MARKETING -> new FeedEvent.Paused(reasons.isEmpty() ? null : reasons.get(0));
                    case TEMPLATE, QUALITY, LIMIT, ACCOUNT, SENDER, POLICY ->
                        new FeedEvent.Announced(change, about, state.isEmpty() ? null : state, detail);
                };
        return new FeedEvent(place, kind, at, person, recipient, told);
    }

    private static @Nullable Recipient recipient(Row row) throws SQLException {
        String key = row.textOrNull();
        String kind = row.textOrNull();
        String sendTo = row.textOrNull();
        String region = row.textOrNull();
        return key == null || kind == null || sendTo == null || region == null
                ? null
                : new Address(key, kind, sendTo, region).recipient();
    }

    private static Letter letter(Row row, Opener opener) throws SQLException {
        UUID id = row.idOrNull();
        int attempt = row.small();
        String purpose = row.textOrNull();
        return new Letter(
                id == null ? NONE : id,
                attempt,
                purpose == null ? "" : purpose,
                row.textOrNull(),
                row.textOrNull(),
                opener.open(row.textOrNull(), Sealed.CONTEXT));
    }

    private static List<String> reasons(@Nullable String codes) {
        return codes == null ? List.of() : Arrays.asList(codes.split(",", -1));
    }

    private static Acted acted(Row row, Opener opener, @Nullable Instant lapses) throws SQLException {
        Acted acted = new Acted(
                row.text(),
                row.text(),
                Consents.Effect.valueOf(row.text().toUpperCase(Locale.ROOT).replace('-', '_')),
                row.instant(),
                row.text(),
                opener.open(row.textOrNull(), Sealed.ACTOR),
                row.textOrNull(),
                row.textOrNull(),
                opener.open(row.textOrNull(), Sealed.REFERENCE),
                row.instantOrNull());
        return lapses == null ? acted : acted.until(lapses);
    }
}

package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.store.state.Asked;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.Judged;
import org.whatsapppolicy.store.state.MessageRow;

/** How the columns of {@code message} and our values become one another; read, written and named in one order. */
final class MessageColumns {

    static final Bulk.Column[] COLUMNS = ProgressColumns.after(
            Bulk.id("id"),
            Bulk.number("person_id"),
            Bulk.number("address_id"),
            Bulk.text("idempotency_key"),
            Bulk.text("purpose"),
            Bulk.text("sender"),
            Bulk.flag("sender_named"),
            Bulk.text("type"),
            Bulk.text("template"),
            Bulk.text("language"),
            Bulk.small("priority"),
            Bulk.number("taken_at"),
            Bulk.number("expires_at"),
            Bulk.text("reasons"),
            Bulk.text("policy_hash"),
            Bulk.text("category"),
            Bulk.flag("proactive"),
            Bulk.number("decided_at"));

    /** With what is rarely changed. */
    static final Bulk.Column[] ALL =
            ProgressColumns.allAfter(Arrays.copyOf(COLUMNS, COLUMNS.length - ProgressColumns.after().length));

    /** What was asked for, which no new decision on what was held changes. */
    private static final Set<String> ASKED = Set.of(
            "idempotency_key",
            "purpose",
            "sender",
            "sender_named",
            "type",
            "template",
            "language",
            "priority",
            "taken_at",
            "expires_at");

    private static final int[] AGAIN = IntStream.range(0, COLUMNS.length)
            .filter(i -> !ASKED.contains(COLUMNS[i].name()))
            .toArray();

    /** Those that such a decision changes. */
    static final Bulk.Column[] DECIDED =
            Arrays.stream(AGAIN).mapToObj(i -> COLUMNS[i]).toArray(Bulk.Column[]::new);

    private MessageColumns() {}

    /** Values of {@link #DECIDED}. */
    static @Nullable Object[] decided(MessageRow row) {
        @Nullable Object[] all = values(row);
        @Nullable Object[] decided = new @Nullable Object[AGAIN.length];
        for (int i = 0; i < AGAIN.length; i++) {
            decided[i] = all[AGAIN[i]];
        }
        return decided;
    }

    /** Values of {@link #ALL}. */
    static @Nullable Object[] all(MessageRow row) {
        return ProgressColumns.rare(row.progress(), values(row));
    }

    /** Values of {@link #COLUMNS}. */
    static @Nullable Object[] values(MessageRow row) {
        Asked a = row.asked();
        Judged j = row.judged();
        return ProgressColumns.after(
                row.progress(),
                a.id(),
                a.who() == null ? null : a.who().person(),
                a.who() == null ? null : a.who().address(),
                a.key(),
                a.purpose(),
                a.sender(),
                a.senderNamed(),
                a.type(),
                a.template(),
                a.language(),
                a.priority(),
                a.taken().toEpochMilli(),
                millis(a.expires()),
                ReasonsJson.write(j.reasons()),
                j.policyHash(),
                j.category().name(),
                j.proactive(),
                j.at().toEpochMilli());
    }

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    /** Reads a whole row; {@code context} stands with the content. */
    static MessageRow read(Row row, @Nullable String context) throws SQLException {
        UUID id = row.id();
        Long person = row.numberOrNull();
        Long address = row.numberOrNull();
        Who who = person == null || address == null ? null : new Who(person, address);
        String key = row.textOrNull();
        String purpose = row.text();
        String sender = row.textOrNull();
        boolean named = row.flag();
        String type = row.text();
        String template = row.textOrNull();
        String language = row.textOrNull();
        int priority = row.small();
        Asked asked = new Asked(
                id,
                who,
                key,
                purpose,
                sender,
                named,
                type,
                template,
                language,
                priority,
                context,
                row.instant(),
                row.instantOrNull());
        Judged judged = new Judged(
                ReasonsJson.read(row.text()), row.text(), Category.valueOf(row.text()), row.flag(), row.instant());
        return new MessageRow(asked, judged, ProgressColumns.read(row));
    }
}

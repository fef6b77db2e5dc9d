package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.state.Earlier;
import org.whatsapppolicy.store.state.Progress;

/** How the columns of {@code message} that say where it stands and a {@link Progress} become one another. */
final class ProgressColumns {

    private static final List<Bulk.Column> COLUMNS = List.of(
            Bulk.text("state"),
            Bulk.small("attempt"),
            Bulk.number("changed_at"),
            Bulk.number("not_before"),
            Bulk.number("send_before"),
            Bulk.number("due_at"),
            Bulk.number("counts_to"),
            Bulk.text("wamid"),
            Bulk.small("error_code"));

    /** What only outcomes, statuses and rulings change, and a new decision on what had ended. */
    private static final List<Bulk.Column> RARE = List.of(Bulk.small("unbegun"), Bulk.text("earlier"));

    /** For a select of what {@link #read} reads. */
    static final String NAMES = Stream.concat(COLUMNS.stream(), RARE.stream())
            .map(Bulk.Column::name)
            .collect(Collectors.joining(", "));

    /**
     * Since when a message is unknown stands in {@code due_at} so many milliseconds later, a thousand years: behind everything that is
     * held, so that no look at what is due goes past it, however many there are. Versions before had them among the others.
     */
    static final long IN_DOUBT = 1L << 45;

    private ProgressColumns() {}

    private static @Nullable Long due(Progress p) {
        Instant due = p.due();
        return switch (p.state()) {
            // It is the same as send_before, and stands in one column only, so that no index knows of it.
            case SENDING -> null;
            case UNKNOWN -> due == null ? null : Long.valueOf(due.toEpochMilli() + IN_DOUBT);
            default -> MessageColumns.millis(due);
        };
    }

    private static @Nullable Instant due(MessageState state, @Nullable Instant sendBefore, @Nullable Instant written) {
        return switch (state) {
            case SENDING -> sendBefore;
            case UNKNOWN ->
                written == null || written.toEpochMilli() < IN_DOUBT ? written : written.minusMillis(IN_DOUBT);
            default -> written;
        };
    }

    /** Them behind others. */
    static Bulk.Column[] after(Bulk.Column... others) {
        return Stream.concat(Arrays.stream(others), COLUMNS.stream()).toArray(Bulk.Column[]::new);
    }

    /** Their values behind those of others. */
    static @Nullable Object[] after(Progress p, @Nullable Object... others) {
        @Nullable Object[] values = Arrays.copyOf(others, others.length + COLUMNS.size());
        int i = others.length;
        values[i++] = p.state().name();
        values[i++] = p.attempt();
        values[i++] = p.changed().toEpochMilli();
        values[i++] = MessageColumns.millis(p.notBefore());
        values[i++] = MessageColumns.millis(p.sendBefore());
        values[i++] = due(p);
        values[i++] = MessageColumns.millis(p.countsTo());
        values[i++] = p.wamid();
        values[i] = p.errorCode();
        return values;
    }

    /** Those that are rarely changed too, behind others. */
    static Bulk.Column[] allAfter(Bulk.Column... others) {
        return Stream.concat(Arrays.stream(after(others)), RARE.stream()).toArray(Bulk.Column[]::new);
    }

    /** Their values behind those of {@link #after}. */
    static @Nullable Object[] rare(Progress p, @Nullable Object... others) {
        @Nullable Object[] values = Arrays.copyOf(others, others.length + RARE.size());
        values[others.length] = p.unbegun();
        values[others.length + 1] = p.earlier().text();
        return values;
    }

    static Progress read(Row row) throws SQLException {
        MessageState state = MessageState.valueOf(row.text());
        int attempt = row.small();
        Instant changed = row.instant();
        Instant notBefore = row.instantOrNull();
        Instant sendBefore = row.instantOrNull();
        Instant due = row.instantOrNull();
        return new Progress(
                state,
                attempt,
                changed,
                notBefore,
                sendBefore,
                due(state, sendBefore, due),
                row.instantOrNull(),
                row.textOrNull(),
                row.small(),
                row.small(),
                Earlier.read(row.textOrNull()));
    }
}

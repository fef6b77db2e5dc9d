package org.whatsapppolicy.camel.content;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.regex.Pattern;

/** Reads instants from what routes carry. A local time without a zone is no instant, and neither is a day. */
public final class Instants {

    /** Salesforce writes its offsets without a colon: 2026-03-24T09:00:00.000+0000. */
    private static final Pattern BARE_OFFSET = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Instants() {}

    /**
     * Reads an instant of the years 1 to 9999.
     *
     * @param name what the value is called in the error
     * @throws IllegalArgumentException saying what was expected
     */
    public static Instant read(String name, Object value) {
        Instant read = any(name, value);
        if (read.isBefore(EARLIEST) || read.isAfter(LATEST)) {
            throw new IllegalArgumentException(
                    name
                            + ": expected an instant of the years 1 to 9999, found one beyond; leave it out when there is no end");
        }
        return read;
    }

    @SuppressWarnings("JavaUtilDate") // what SQL drivers bring
    private static Instant any(String name, Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        if (value instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        boolean part = value instanceof java.sql.Date || value instanceof java.sql.Time;
        if (value instanceof Date date && !part) {
            return Instant.ofEpochMilli(date.getTime());
        }
        try {
            String written = BARE_OFFSET.matcher(value.toString().trim()).replaceFirst("$1:$2");
            return DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(written, Instant::from);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    name + ": expected an instant with zone or offset such as 2026-03-24T09:00:00Z, found "
                            + value.getClass().getSimpleName() + " that is none");
        }
    }
}

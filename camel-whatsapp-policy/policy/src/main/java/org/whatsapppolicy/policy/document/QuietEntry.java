package org.whatsapppolicy.policy.document;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of quiet hours (S-27).
 *
 * @param firstDay 0 is Monday
 * @param days how many days in a row it starts on
 * @param from minute of the day, inclusive
 * @param to minute counted from the same midnight, exclusive; past 24:00 when the interval crosses midnight
 */
record QuietEntry(int firstDay, int days, int from, int to) {

    static final String EXPECTED =
            "quiet hours such as \"20:00-08:00\", \"sat 16:00-24:00\", \"mon-fri 12:00-13:00\", \"sun\" or \"holidays\"";

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String DAY = "(mon|tue|wed|thu|fri|sat|sun)";
    private static final Pattern WRITTEN =
            Pattern.compile("(?:" + DAY + "(?:-" + DAY + ")?)?( )?(?:([0-9:]+)-([0-9:]+))?");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-4]):([0-5][0-9])");
    private static final Pattern SHORT_TIME = Pattern.compile("(?<![0-9:])([0-9]):([0-5][0-9])");

    static QuietEntry parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        boolean times = matcher.matches() && matcher.group(4) != null;
        boolean named = matcher.matches() && matcher.group(1) != null;
        if ((!times && !named) || (matcher.group(3) != null) != (times && named)) {
            throw new Malformed(text, EXPECTED + suggestion(text));
        }
        int firstDay = named ? DAYS.indexOf(matcher.group(1)) : 0;
        int days = named ? daysFrom(firstDay, matcher.group(2)) : 7;
        if (!times) {
            return new QuietEntry(firstDay, days, 0, WeekTable.DAY);
        }
        int from = time(text, matcher.group(4));
        int to = time(text, matcher.group(5));
        if (from == to) {
            throw new Malformed(
                    text, "a beginning and an end that differ; for a whole day write \"00:00-24:00\" or its name");
        } else if (from == WeekTable.DAY) {
            throw new Malformed(text, "a beginning before 24:00; write 00:00 and the day it belongs to");
        }
        return new QuietEntry(firstDay, days, from, to > from ? to : to + WeekTable.DAY);
    }

    void mark(WeekTable table) {
        for (int day = firstDay; day < firstDay + days; day++) {
            table.mark(day * WeekTable.DAY + from, day * WeekTable.DAY + to);
        }
    }

    private static int daysFrom(int first, @Nullable String last) {
        return last == null ? 1 : Math.floorMod(DAYS.indexOf(last) - first, 7) + 1;
    }

    private static int time(String text, String time) {
        Matcher matcher = TIME.matcher(time);
        int minute = matcher.matches()
                ? Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2))
                : Integer.MAX_VALUE;
        if (minute > WeekTable.DAY) {
            throw new Malformed(
                    text, "times from 00:00 to 24:00 with two digits each, such as \"20:00-08:00\"" + suggestion(text));
        }
        return minute;
    }

    /** Tries what people write: long names of days, capitals, one digit, spaces, dashes of other alphabets. */
    private static String suggestion(String text) {
        if (text.strip().toLowerCase(Locale.ROOT).startsWith("holiday")) {
            return "; write holidays";
        }
        String tidy = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("(mon|tue|wed|thu|fri|sat|sun)[a-z]+", "$1")
                .replaceAll("\\s*[-–—]\\s*|\\s+to\\s+", "-")
                .replaceAll("\\s+", " ");
        String padded = SHORT_TIME.matcher(tidy).replaceAll("0$1:$2");
        if (padded.equals(text)) {
            return "";
        }
        try {
            parse(padded);
            return "; write \"" + padded + "\"";
        } catch (Malformed e) {
            return "";
        }
    }
}

package org.whatsapppolicy.policy.document;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How caps are written (S-25). */
final class CapGrammar {

    static final String EXPECTED =
            "a cap: `n/24h` or `n/7d` (rolling), `n/calendar-day` or `n days/7d`, each with or without ` until reply`";

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<n>[1-9][0-9]{0,5})(?:/(?<size>[1-9][0-9]{0,3})(?<unit>[hd])|(?<calendar>/calendar-day)| days/(?<of>[1-9][0-9]{0,3})d)(?<reply> until reply)?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    /** Facts must reach back as far as the longest cap; a quarter of a year is plenty. */
    static final Duration LONGEST = Duration.ofDays(92);

    private CapGrammar() {}

    static Cap parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new Malformed(text, EXPECTED + suggestion(text));
        }
        int limit = Integer.parseInt(matcher.group("n"));
        boolean untilReply = matcher.group("reply") != null;
        if (matcher.group("calendar") != null) {
            return new Cap.CalendarDay(limit, untilReply);
        } else if (matcher.group("of") != null) {
            return days(text, limit, Integer.parseInt(matcher.group("of")), untilReply);
        }
        long size = Long.parseLong(matcher.group("size"));
        Duration window = matcher.group("unit").equals("h") ? Duration.ofHours(size) : Duration.ofDays(size);
        if (window.compareTo(LONGEST) > 0) {
            throw tooLong(text);
        }
        return new Cap.Rolling(limit, window, untilReply);
    }

    private static Cap days(String text, int days, int of, boolean untilReply) {
        if (of > LONGEST.toDays()) {
            throw tooLong(text);
        } else if (days > of) {
            throw new Malformed(text, "no more days than there are; write `" + of + " days/" + of + "d` or less");
        }
        return new Cap.Days(days, of, untilReply);
    }

    private static Malformed tooLong(String text) {
        return new Malformed(text, "a cap over at most " + LONGEST.toDays() + "d");
    }

    private static String suggestion(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        if (words.strip().equals("none") || words.contains("unlimited")) {
            return "; for no cap write `none` in place of the list";
        }
        Matcher number = NUMBER.matcher(words);
        if (!number.find() || Integer.parseInt(number.group()) == 0) {
            return "; n is at least 1";
        }
        int n = Integer.parseInt(number.group());
        String rest = words.substring(number.end());
        String reply = rest.contains("reply") || rest.contains("replies") ? " until reply" : "";
        return "; write `" + n + window(rest) + reply + "`";
    }

    private static String window(String rest) {
        if (rest.contains("calendar")) {
            return "/calendar-day";
        } else if (rest.strip().startsWith("day") && rest.contains("/")) {
            return " days/7d";
        }
        Matcher size = NUMBER.matcher(rest);
        String unit = rest.contains("h") && !rest.contains("month") ? "h" : "d";
        if (size.find() && Integer.parseInt(size.group()) > 0) {
            int number = Integer.parseInt(size.group());
            boolean minutes = rest.contains("m") && !rest.contains("month");
            return minutes ? "/" + (number + 59) / 60 + "h" : "/" + number + unit;
        } else if (rest.contains("month")) {
            return "/30d";
        } else if (rest.contains("w")) {
            return "/7d";
        }
        return rest.contains("hour") ? "/1h" : "/24h";
    }
}

package org.whatsapppolicy.policy.document;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time: a whole number and its unit, {@code s}, {@code m}, {@code h} or {@code d}. */
final class DurationGrammar {

    private static final Pattern WRITTEN = Pattern.compile("(0|[1-9][0-9]{0,8})([smhd])");
    private static final Pattern NEARLY =
            Pattern.compile("P?T?\\s*([0-9]{1,9})\\s*([a-z]*)\\.?", Pattern.CASE_INSENSITIVE);
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private DurationGrammar() {}

    /**
     * @param unit the unit that is usual at this place, for the suggestion
     */
    static Duration parse(String text, char unit, Duration shortest) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new Malformed(text, expected(unit) + suggestion(text, unit));
        }
        Duration duration = Duration.of(
                Long.parseLong(matcher.group(1)), unit(matcher.group(2).charAt(0)));
        if (duration.compareTo(shortest) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new Malformed(text, "at least " + shortest.toSeconds() + "s and at most " + LONGEST.toDays() + "d");
        }
        return duration;
    }

    static String expected(char unit) {
        return "a duration with its unit (s, m, h or d), such as `"
                + Map.of('s', "30s", 'm', "15m", 'h', "48h", 'd', "730d").get(unit) + "`";
    }

    private static String suggestion(String text, char unit) {
        Matcher matcher = NEARLY.matcher(text.strip());
        if (!matcher.matches()) {
            return "";
        }
        String number = matcher.group(1);
        String written = matcher.group(2).toLowerCase(Locale.ROOT);
        if (written.isEmpty()) {
            return "; write `" + number + unit + "`";
        } else if (written.startsWith("w")) {
            return "; write `" + Long.parseLong(number) * 7 + "d`";
        }
        return "smhd".indexOf(written.charAt(0)) >= 0 && !written.startsWith("mo")
                ? "; write `" + number + written.charAt(0) + "`"
                : "";
    }

    private static ChronoUnit unit(char letter) {
        return switch (letter) {
            case 's' -> ChronoUnit.SECONDS;
            case 'm' -> ChronoUnit.MINUTES;
            case 'h' -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
    }
}

package org.whatsapppolicy.policy.document;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.whatsapppolicy.policy.document.Values.ListForm;

/** Kinds of values that more than one section has. */
final class Kinds {

    static final Kind<Cap> CAP = Kind.text(CapGrammar.EXPECTED, CapGrammar::parse);

    static final ListForm CAPS =
            new ListForm("a list of caps such as [ \"1/24h\" ], or `none` for no cap", true, false);

    static final Kind<String> QUIET = Kind.text(QuietEntry.EXPECTED, text -> {
        QuietHours.parse(List.of(text));
        return text;
    });

    static final ListForm QUIET_HOURS =
            new ListForm("a list such as [ \"20:00-08:00\", \"sun\" ], or `none` for no quiet hours", true, false);

    static final Kind<String> NAME = name();

    static final Kind<String> REGION = region();

    static final Kind<ZoneId> ZONE = zone();

    private Kinds() {}

    private static Kind<String> name() {
        return Kind.text(Names.EXPECTED, text -> {
            if (!Names.NAME.matcher(text).matches()) {
                throw new Malformed(text, Names.EXPECTED);
            }
            return text;
        });
    }

    static Kind<String> matching(Pattern pattern, String expected) {
        return Kind.text(expected, text -> {
            if (!pattern.matcher(text).matches()) {
                throw new Malformed(text, expected);
            }
            return text;
        });
    }

    /**
     * @param unit the unit that is usual there: s, h or d
     */
    static Kind<Duration> duration(char unit) {
        return Kind.text(
                DurationGrammar.expected(unit), text -> DurationGrammar.parse(text, unit, Duration.ofSeconds(1)));
    }

    private static Kind<String> region() {
        Set<String> regions = Set.of(Locale.getISOCountries());
        String expected = "a country by its two capital letters (ISO 3166-1), such as BR";
        return Kind.text(expected, text -> {
            if (!regions.contains(text)) {
                String upper = text.toUpperCase(Locale.ROOT);
                throw new Malformed(text, expected + (regions.contains(upper) ? "; write " + upper : ""));
            }
            return text;
        });
    }

    private static Kind<ZoneId> zone() {
        Set<String> zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
        String expected = "a time zone by its name, such as America/Sao_Paulo";
        return Kind.text(expected, text -> {
            if (!zones.contains(text)) {
                throw new Malformed(text, expected + Spelling.didYouMean(text, zones));
            }
            return ZoneId.of(text);
        });
    }

    static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}

package org.whatsapppolicy.policy.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One holiday: the date on which it falls in a year. */
interface HolidayRule {

    Pattern WRITTEN =
            Pattern.compile("(\\d\\d)-(\\d\\d)|easter([+-]\\d{1,2})|(\\d\\d)#(-?[1-5])(mon|tue|wed|thu|fri|sat|sun)");

    LocalDate in(int year);

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException for a text that is none
     */
    static HolidayRule parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "holiday rule: found " + text + ", expected one such as 12-25, easter+39 or 11#4thu");
        }
        MatchResult rule = matcher.toMatchResult();
        if (rule.group(1) != null) {
            MonthDay day = MonthDay.of(number(rule, 1), number(rule, 2));
            return day::atYear;
        }
        if (rule.group(3) != null) {
            int days = number(rule, 3);
            return year -> Easter.of(year).plusDays(days);
        }
        int month = number(rule, 4);
        int ordinal = number(rule, 5);
        DayOfWeek weekday = weekday(rule.group(6));
        return year -> YearMonth.of(year, month).atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
    }

    private static int number(MatchResult rule, int group) {
        return Integer.parseInt(rule.group(group));
    }

    private static DayOfWeek weekday(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).startsWith(name)) {
                return day;
            }
        }
        throw new IllegalArgumentException(name);
    }
}

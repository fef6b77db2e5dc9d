package org.whatsapppolicy.policy.document;

import static org.whatsapppolicy.policy.document.Mistake.mistake;
import static org.whatsapppolicy.policy.document.Texts.top;
import static org.whatsapppolicy.policy.document.Texts.utility;

import java.util.stream.Stream;

/** Mistakes in caps and quiet hours (S-25, S-27). */
final class LimitMistakes {

    private LimitMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                mistake(
                        "caps: a word for a window",
                        utility("caps: [ 3/week ]"),
                        "12:13: found `3/week`, expected a cap: `n/24h` or `n/7d` (rolling), `n/calendar-day` or `n days/7d`, each with or without ` until reply`; write `3/7d`"),
                mistake(
                        "caps: words for it all",
                        utility("caps: [ \"3 per month until they reply\" ]"),
                        "12:13: found \"3 per month until they reply\", expected a cap: `n/24h` or `n/7d` (rolling), `n/calendar-day` or `n days/7d`, each with or without ` until reply`; write `3/30d until reply`"),
                mistake(
                        "caps: a number alone (S-6)",
                        utility("caps: [ 3 ]"),
                        "12:13: found the number 3, expected a cap: `n/24h` or `n/7d` (rolling), `n/calendar-day` or `n days/7d`, each with or without ` until reply`; write `3/24h`"),
                mistake(
                        "caps: one that is no list",
                        utility("caps: 3/7d"),
                        "12:11: found `3/7d`, expected a list of caps such as [ \"1/24h\" ], or `none` for no cap; write [ \"3/7d\" ]"),
                mistake(
                        "caps: an empty list (S-5)",
                        utility("caps: []"),
                        "12:11: found an empty list, expected a list of caps such as [ \"1/24h\" ], or `none` for no cap"),
                mistake(
                                "caps: a placeholder that does not resolve",
                                utility("caps: \"{{missing}}\""),
                                "12:11: found the placeholder `{{missing}}`, which does not resolve, expected a placeholder that is defined; set the property or the secret it names")
                        .unseenBySchema(),
                mistake(
                        "caps: none within a list",
                        utility("caps: [ none ]"),
                        "12:13: found `none`, expected a cap: `n/24h` or `n/7d` (rolling), `n/calendar-day` or `n days/7d`, each with or without ` until reply`; for no cap write `none` in place of the list"),
                mistake(
                        "caps: no (S-6)",
                        utility("caps: no"),
                        "12:11: found `no` without quotes, which older YAML takes for true or false, expected a list of caps such as [ \"1/24h\" ], or `none` for no cap"),
                mistake(
                        "caps: nought",
                        utility("caps: [ 0/24h ]"),
                        "12:13: found `0/24h`, expected a cap: `n/24h` or `n/7d` (rolling), `n/calendar-day` or `n days/7d`, each with or without ` until reply`; n is at least 1"),
                mistake(
                        "caps: a day for a calendar day",
                        utility("caps: [ \"2/calendar day\" ]"),
                        "12:13: found \"2/calendar day\", expected a cap: `n/24h` or `n/7d` (rolling), `n/calendar-day` or `n days/7d`, each with or without ` until reply`; write `2/calendar-day`"),
                mistake(
                        "caps: one day in the singular",
                        utility("caps: [ \"1 day/7d\" ]"),
                        "12:13: found \"1 day/7d\", expected a cap: `n/24h` or `n/7d` (rolling), `n/calendar-day` or `n days/7d`, each with or without ` until reply`; write `1 days/7d`"),
                mistake(
                        "caps: minutes",
                        utility("caps: [ 1/90m ]"),
                        "12:13: found `1/90m`, expected a cap: `n/24h` or `n/7d` (rolling), `n/calendar-day` or `n days/7d`, each with or without ` until reply`; write `1/2h`"),
                mistake(
                                "caps: more days than there are",
                                utility("caps: [ \"5 days/3d\" ]"),
                                "12:13: found \"5 days/3d\", expected no more days than there are; write `3 days/3d` or less")
                        .unseenBySchema(),
                mistake(
                                "caps: a window longer than facts are kept",
                                utility("caps: [ 1/365d ]"),
                                "12:13: found `1/365d`, expected a cap over at most 92d")
                        .unseenBySchema(),
                mistake(
                        "caps: two mistakes at once",
                        utility("caps: [ 1/day, \"2/24h\", 3/hour ]"),
                        "12:13: found `1/day`, expected a cap: `n/24h` or `n/7d` (rolling), `n/calendar-day` or `n days/7d`, each with or without ` until reply`; write `1/24h`",
                        "12:29: found `3/hour`, expected a cap: `n/24h` or `n/7d` (rolling), `n/calendar-day` or `n days/7d`, each with or without ` until reply`; write `3/1h`"),
                mistake(
                        "quiet: a time alone, which older YAML takes for 1320 (S-6)",
                        utility("quietHours: [ 22:00 ]"),
                        "12:19: found `22:00` without quotes, which older YAML takes for a number, expected quiet hours such as \"20:00-08:00\", \"sat 16:00-24:00\", \"mon-fri 12:00-13:00\", \"sun\" or \"holidays\""),
                mistake(
                        "quiet: a time alone that is no list (S-6)",
                        utility("quietHours: 22:00"),
                        "12:17: found `22:00` without quotes, which older YAML takes for a number, expected a list such as [ \"20:00-08:00\", \"sun\" ], or `none` for no quiet hours"),
                mistake(
                        "quiet: an interval that is no list",
                        utility("quietHours: 22:00-08:00"),
                        "12:17: found `22:00-08:00`, expected a list such as [ \"20:00-08:00\", \"sun\" ], or `none` for no quiet hours; write [ \"22:00-08:00\" ]"),
                mistake(
                        "quiet: no (S-6)",
                        utility("quietHours: no"),
                        "12:17: found `no` without quotes, which older YAML takes for true or false, expected a list such as [ \"20:00-08:00\", \"sun\" ], or `none` for no quiet hours"),
                mistake(
                        "quiet: off (S-6)",
                        top("quietHours: off"),
                        "12:13: found `off` without quotes, which older YAML takes for true or false, expected a list such as [ \"20:00-08:00\", \"sun\" ], or `none` for no quiet hours"),
                mistake(
                        "quiet: equal ends (S-27)",
                        utility("quietHours: [ \"20:00-20:00\" ]"),
                        "12:19: found \"20:00-20:00\", expected a beginning and an end that differ; for a whole day write \"00:00-24:00\" or its name"),
                mistake(
                        "quiet: one digit",
                        utility("quietHours: [ \"20:00-8:00\" ]"),
                        "12:19: found \"20:00-8:00\", expected times from 00:00 to 24:00 with two digits each, such as \"20:00-08:00\"; write \"20:00-08:00\""),
                mistake(
                        "quiet: an hour that no day has",
                        utility("quietHours: [ \"20:00-25:00\" ]"),
                        "12:19: found \"20:00-25:00\", expected times from 00:00 to 24:00 with two digits each, such as \"20:00-08:00\""),
                mistake(
                        "quiet: a beginning at 24:00",
                        utility("quietHours: [ \"24:00-08:00\" ]"),
                        "12:19: found \"24:00-08:00\", expected a beginning before 24:00; write 00:00 and the day it belongs to"),
                mistake(
                        "quiet: a long name of a day",
                        utility("quietHours: [ Saturday 16:00 - 24:00 ]"),
                        "12:19: found `Saturday 16:00 - 24:00`, expected quiet hours such as \"20:00-08:00\", \"sat 16:00-24:00\", \"mon-fri 12:00-13:00\", \"sun\" or \"holidays\"; write \"sat 16:00-24:00\""),
                mistake(
                        "quiet: am and pm",
                        utility("quietHours: [ 8pm-8am ]"),
                        "12:19: found `8pm-8am`, expected quiet hours such as \"20:00-08:00\", \"sat 16:00-24:00\", \"mon-fri 12:00-13:00\", \"sun\" or \"holidays\""),
                mistake(
                        "quiet: holidays by another name",
                        utility("quietHours: [ Holiday ]"),
                        "12:19: found `Holiday`, expected quiet hours such as \"20:00-08:00\", \"sat 16:00-24:00\", \"mon-fri 12:00-13:00\", \"sun\" or \"holidays\"; write holidays"),
                mistake(
                        "quiet: an empty list (S-5)",
                        top("quietHours: []"),
                        "12:13: found an empty list, expected a list such as [ \"20:00-08:00\", \"sun\" ], or `none` for no quiet hours"),
                mistake(
                        "quiet: several mistakes, each at its own place",
                        top("quietHours:\n  - \"20:00-8:00\"\n  - sunday\n  - \"sat 16:00-24:00\"\n  - mo"),
                        "13:5: found \"20:00-8:00\", expected times from 00:00 to 24:00 with two digits each, such as \"20:00-08:00\"; write \"20:00-08:00\"",
                        "14:5: found `sunday`, expected quiet hours such as \"20:00-08:00\", \"sat 16:00-24:00\", \"mon-fri 12:00-13:00\", \"sun\" or \"holidays\"; write \"sun\"",
                        "16:5: found `mo`, expected quiet hours such as \"20:00-08:00\", \"sat 16:00-24:00\", \"mon-fri 12:00-13:00\", \"sun\" or \"holidays\""));
    }
}

package org.whatsapppolicy.policy.document;

import static org.whatsapppolicy.policy.document.Mistake.mistake;
import static org.whatsapppolicy.policy.document.Texts.top;
import static org.whatsapppolicy.policy.document.Texts.utility;

import java.util.stream.Stream;

/** Mistakes about what is kept how long (S-47), and about order. */
final class RetentionMistakes {

    private RetentionMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                mistake(
                        "retention: a number alone (S-6)",
                        top("retention: { payload: 30 }"),
                        "12:23: found the number 30, expected a duration with its unit (s, m, h or d), such as `730d`; write `30d`"),
                mistake(
                        "retention: months",
                        top("retention: { decisions: 24 months }"),
                        "12:25: found `24 months`, expected a duration with its unit (s, m, h or d), such as `730d`"),
                mistake(
                                "retention: less than caps look back",
                                top("retention: { decisions: 30d }"),
                                "12:25: found `30d`, expected at least 8035200s and at most 36500d")
                        .unseenBySchema(),
                mistake(
                                "retention: less than the platform repeats deliveries",
                                top("retention: { dedupe: 7d }"),
                                "12:22: found `7d`, expected at least 691200s and at most 36500d")
                        .unseenBySchema(),
                mistake(
                        "retention: of suppressions",
                        top("retention: { suppression: 730d }"),
                        "12:14: found the key `suppression`, expected no such key: suppressions are kept for good (S-47)"),
                mistake(
                        "retention: of an end that there is not",
                        top("retention: { decisions: { read: 730d } }"),
                        "12:27: found the key `read`, expected a key of decisions (denied, expired, failed, sent, unknown)"),
                mistake(
                        "ordered: a word",
                        utility("ordered: always"),
                        "12:14: found `always`, expected `true` or `false`"));
    }
}

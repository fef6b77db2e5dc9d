package org.whatsapppolicy.policy.document;

import static org.whatsapppolicy.policy.document.Mistake.mistake;
import static org.whatsapppolicy.policy.document.Texts.BASE;
import static org.whatsapppolicy.policy.document.Texts.instead;
import static org.whatsapppolicy.policy.document.Texts.top;
import static org.whatsapppolicy.policy.document.Texts.utility;

import java.util.stream.Stream;

/** Mistakes of the YAML itself, and what YAML can do that a policy does not need. */
final class YamlMistakes {

    private YamlMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                mistake(
                        "an empty document",
                        "",
                        "1:1: found an empty document, expected a policy, starting with `version: 1`"),
                mistake(
                        "nothing but a comment",
                        "# nothing\n",
                        "1:1: found an empty document, expected a policy, starting with `version: 1`"),
                mistake(
                        "a list for a document",
                        "- 1\n",
                        "1:1: found a list, expected a map, which may have the keys caps, optOut, purposes, quietHours, recipients, retention, revision, senders, spread, store, version"),
                mistake(
                        "a word for a document",
                        "policy\n",
                        "1:1: found `policy`, expected a map, which may have the keys caps, optOut, purposes, quietHours, recipients, retention, revision, senders, spread, store, version"),
                mistake(
                                "a tab that indents",
                                instead("    basis", "\tbasis"),
                                "10:1: found a tab, expected spaces; YAML does not allow tabs for indentation")
                        .unseenBySchema(),
                mistake(
                                "an indentation that fits nothing",
                                instead("    basis", "   basis"),
                                "10:4: found text that is not YAML (expected <block end>, but found '<block mapping start>'), expected YAML 1.2; look at indentation, quotes, colons and brackets here and just above")
                        .unseenBySchema(),
                mistake(
                                "a bracket that is not closed",
                                utility("caps: [ \"1/24h\""),
                                "13:1: found text that is not YAML (expected ',' or ']', but got <stream end>), expected YAML 1.2; look at indentation, quotes, colons and brackets here and just above")
                        .unseenBySchema(),
                mistake(
                                "a quote that is not closed",
                                utility("zone: \"UTC"),
                                "13:1: found text that is not YAML (found unexpected end of stream), expected YAML 1.2; look at indentation, quotes, colons and brackets here and just above")
                        .unseenBySchema(),
                mistake(
                                "an unprintable character",
                                utility("zone: \u0007"),
                                "12:11: found the unprintable character U+0007, expected printable text; in quotes it can be written as an escape such as \"\\u200B\"")
                        .unseenBySchema(),
                mistake(
                                "two documents",
                                top("---\nversion: 1"),
                                "12:1: found a second document, expected one document in a file; remove the `---` and what follows")
                        .unseenBySchema(),
                mistake(
                                "a directive",
                                "%YAML 1.1\n---\n" + BASE,
                                "1:1: found a YAML directive, expected YAML 1.2 without directives; remove the line that starts with `%`")
                        .unseenBySchema(),
                mistake(
                                "an anchor",
                                instead("news:", "news: &news"),
                                "8:9: found an anchor (`&`), expected no anchor; to share rules let a purpose `extends` another")
                        .unseenBySchema(),
                mistake(
                        "an alias and an anchor",
                        top("quietHours: &night [ \"20:00-08:00\" ]\ncaps: { proactive: *night }"),
                        "12:13: found an anchor (`&`), expected no anchor; to share rules let a purpose `extends` another",
                        "13:20: found an alias (`*`), expected the value itself; to share rules let a purpose `extends` another"),
                mistake(
                        "an alias to nowhere",
                        utility("caps: *caps"),
                        "12:11: found an alias (`*`), expected the value itself; to share rules let a purpose `extends` another"),
                mistake(
                        "a merge key",
                        utility("<<: { caps: none }"),
                        "12:5: found a merge key (`<<`), expected no merge; let a purpose `extends` another"),
                mistake(
                                "a tag",
                                utility("expireAfter: !!str 48h"),
                                "12:18: found a tag (`!`), expected the value alone; its key says what type it has")
                        .unseenBySchema(),
                mistake(
                                "a placeholder without quotes",
                                instead("\"{{token}}\"", "{{token}}"),
                                "6:18: found a placeholder without quotes, expected an access token, best as a placeholder in quotes; write the placeholder in quotes, \"{{...}}\"")
                        .unseenBySchema(),
                mistake(
                                "a key that stands twice (S-6)",
                                utility("basis: consent"),
                                "12:5: found the key `basis` a second time, expected each key once; it stands at line 10 already")
                        .unseenBySchema(),
                mistake(
                                "a section that stands twice (S-6)",
                                top("revision: 2"),
                                "12:1: found the key `revision` a second time, expected each key once; it stands at line 2 already")
                        .unseenBySchema(),
                mistake(
                                "a list as a key",
                                utility("[ caps ]: none"),
                                "12:5: found a list as a key, expected a word as a key; placeholders need quotes")
                        .unseenBySchema(),
                mistake(
                                "a key that older YAML takes for a boolean (S-6)",
                                top("  no: { extends: news, basis: contract, consent: opt-in }"),
                                "12:3: found the key `no` without quotes, which older YAML takes for true or false, expected a text as a key; write \"no\" in quotes")
                        .unseenBySchema(),
                mistake(
                        "a number as a key",
                        top("  12: { extends: news, basis: contract, consent: opt-in }"),
                        "12:3: found the number 12 as a key, expected a text as a key; write \"12\" in quotes"),
                mistake(
                                "no key at all",
                                top("  : none"),
                                "12:3: found text that is not YAML (expected <block end>, but found ':'), expected YAML 1.2; look at indentation, quotes, colons and brackets here and just above")
                        .unseenBySchema());
    }
}

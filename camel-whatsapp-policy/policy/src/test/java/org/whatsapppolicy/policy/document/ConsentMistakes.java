package org.whatsapppolicy.policy.document;

import static org.whatsapppolicy.policy.document.Mistake.mistake;
import static org.whatsapppolicy.policy.document.Texts.instead;

import java.util.stream.Stream;

/** Mistakes in {@code consent} (S-10, S-11, S-14). */
final class ConsentMistakes {

    private ConsentMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                mistake(
                        "none for utility (S-10)",
                        instead("opt-in", "none"),
                        "11:14: found consent `none` for utility, expected opt-in, double-opt-in or conversation; only authentication may go without consent"),
                mistake(
                        "none for utility, in a map (S-10)",
                        instead("opt-in", "{ kind: none }"),
                        "11:22: found consent `none` for utility, expected opt-in, double-opt-in or conversation; only authentication may go without consent"),
                mistake(
                        "a word with a slip",
                        instead("opt-in", "opt_in"),
                        "11:14: found `opt_in`, expected one of opt-in, double-opt-in, conversation, none; did you mean `opt-in`?"),
                mistake(
                        "yes (S-6)",
                        instead("opt-in", "yes"),
                        "11:14: found `yes` without quotes, which older YAML takes for true or false, expected one of opt-in, double-opt-in, conversation, none"),
                mistake(
                        "no kind",
                        instead("opt-in", "{ validFor: 730d }"),
                        "11:5: found no key `kind`, expected kind: opt-in, double-opt-in, conversation or none"),
                mistake(
                        "validity in years",
                        instead("opt-in", "{ kind: opt-in, validFor: 2 years }"),
                        "11:40: found `2 years`, expected a duration with its unit (s, m, h or d), such as `730d`"),
                mistake(
                        "validity without unit (S-6)",
                        instead("opt-in", "{ kind: opt-in, validFor: 730 }"),
                        "11:40: found the number 730, expected a duration with its unit (s, m, h or d), such as `730d`; write `730d`"),
                mistake(
                        "evidence in quotes",
                        instead("opt-in", "{ kind: opt-in, evidence: \"true\" }"),
                        "11:40: found \"true\", expected `true` or `false`; write true without quotes"),
                mistake(
                                "evidence as yes (S-6)",
                                instead("opt-in", "{ kind: opt-in, evidence: yes }"),
                                "11:40: found `yes` without quotes, which older YAML takes for true or false, expected `true` or `false`")
                        .unseenBySchema(),
                mistake(
                        "an age without a source (S-14)",
                        instead("opt-in", "{ kind: opt-in, maxAge: 1h }"),
                        "11:30: found `maxAge` without `from`, expected `from` too: the endpoint that is asked"),
                mistake(
                        "a source that is no URI; it might hold a password",
                        instead("opt-in", "{ kind: opt-in, from: crm }"),
                        "11:36: found a value that is not shown here, expected an endpoint URI such as direct:consent-of-crm"),
                mistake(
                        "a validity where nothing is granted",
                        instead("opt-in", "{ kind: conversation, validFor: 730d }"),
                        "11:36: found `validFor` with consent `conversation`, expected no such key: there is no grant that it could speak of"),
                mistake(
                                "a question where one act is enough (S-13)",
                                instead("opt-in", "{ kind: opt-in, ask: { name: really, language: pt_BR } }"),
                                "11:30: found `ask` with consent `opt-in`, expected no such key, or `double-opt-in`: only that has a second act to ask for")
                        .unseenBySchema(),
                mistake(
                        "a question in no language (S-13)",
                        instead("opt-in", "{ kind: double-opt-in, ask: { name: really } }"),
                        "11:37: found no key `language`, expected language: the platform's code, such as pt_BR"),
                mistake(
                        "a list",
                        instead("opt-in", "[ opt-in ]"),
                        "11:14: found a list, expected one of opt-in, double-opt-in, conversation, none"));
    }
}

package org.whatsapppolicy.policy.document;

import static org.whatsapppolicy.policy.document.Mistake.mistake;
import static org.whatsapppolicy.policy.document.Texts.instead;
import static org.whatsapppolicy.policy.document.Texts.top;

import java.util.stream.Stream;

/** Mistakes in the keys of the document and in its small sections. */
final class DocumentMistakes {

    private DocumentMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                mistake(
                        "document: no version",
                        instead("version: 1\n", ""),
                        "1:1: found no key `version`, expected version: 1"),
                mistake(
                        "document: no revision",
                        instead("revision: 1\n", ""),
                        "1:1: found no key `revision`, expected revision: a whole number that grows with every change, such as 1"),
                mistake(
                        "document: another version",
                        instead("version: 1", "version: 2"),
                        "1:10: found the number 2, expected 1, the only version there is"),
                mistake(
                        "document: a revision in quotes",
                        instead("revision: 1", "revision: \"1\""),
                        "2:11: found \"1\", expected a whole number from 1 on that grows with every change; write 1 without quotes"),
                mistake(
                        "document: a revision that is no whole number",
                        instead("revision: 1", "revision: 1.5"),
                        "2:11: found the number 1.5, expected a whole number from 1 on that grows with every change"),
                mistake(
                        "document: a revision of nought",
                        instead("revision: 1", "revision: 0"),
                        "2:11: found the number 0, expected a whole number from 1 on that grows with every change"),
                mistake(
                        "document: no senders and no purposes",
                        "version: 1\nrevision: 1\n",
                        "1:1: found no key `senders`, expected senders: a map of business phone numbers by name",
                        "1:1: found no key `purposes`, expected purposes: a map of reasons to message people by name"),
                mistake(
                        "document: senders without any",
                        instead("  billing:\n    phoneNumberId: \"100\"\n    accessToken: \"{{token}}\"\n", "")
                                .replace("senders:", "senders: {}"),
                        "3:10: found an empty map, expected a map of senders by name"),
                mistake(
                        "document: a section that says nothing",
                        top("recipients:"),
                        "12:12: found nothing, expected a map, which may have the keys only, region, usMarketing"),
                mistake(
                        "document: a section that is a list",
                        top("store: [ accepted ]"),
                        "12:8: found a list, expected a map, which may have the keys freshStore, otherSenders"),
                mistake(
                        "document: a name that would not survive a URI",
                        top("  \"a b\": { extends: news, basis: contract, consent: opt-in }"),
                        "12:3: found the name `a b`, expected a name of at most 64 letters, digits, dots, hyphens and underscores that starts with a letter"),
                mistake(
                        "document: a key nobody knows (S-6)",
                        top("colour: blue"),
                        "12:1: found the key `colour`, expected a key of the document (caps, optOut, purposes, quietHours, recipients, retention, revision, senders, spread, store, version)"),
                mistake(
                        "document: a key with a slip (S-6)",
                        top("quiethours: none"),
                        "12:1: found the key `quiethours`, expected a key of the document (caps, optOut, purposes, quietHours, recipients, retention, revision, senders, spread, store, version); did you mean `quietHours`?"),
                mistake(
                        "document: a key of the section store",
                        top("freshStore: accepted"),
                        "12:1: found the key `freshStore`, expected `freshStore` under `store`: store: { freshStore: accepted }"),
                mistake(
                        "document: a key of the section optOut",
                        top("intake: external"),
                        "12:1: found the key `intake`, expected `intake` under `optOut`: optOut: { intake: external }"),
                mistake(
                        "document: guard",
                        top("guard: {}"),
                        "12:1: found the key `guard`, expected no such key yet: guarded endpoints come with a later release, and this one would not enforce them; remove it"),
                mistake(
                        "document: governor",
                        top("governor: {}"),
                        "12:1: found the key `governor`, expected no such key yet: the quality governor's rules come with a later release, and this one would not enforce them; remove it"),
                mistake(
                        "document: budgets",
                        top("budgets: {}"),
                        "12:1: found the key `budgets`, expected no such key yet: budgets come with a later release, and this one would not enforce them; remove it"),
                mistake(
                        "document: shadow",
                        top("shadow: {}"),
                        "12:1: found the key `shadow`, expected no such key yet: shadow runs come with a later release, and this one would not enforce them; remove it"),
                mistake(
                        "document: access",
                        top("access: {}"),
                        "12:1: found the key `access`, expected no such key yet: access rules come with a later release, and this one would not enforce them; remove it"),
                mistake(
                        "document: content",
                        top("content: {}"),
                        "12:1: found the key `content`, expected no such key yet: content rules come with a later release, and this one would not enforce them; remove it"),
                mistake(
                        "document: approval",
                        top("approval: {}"),
                        "12:1: found the key `approval`, expected no such key yet: approvals come with a later release, and this one would not enforce them; remove it"),
                mistake(
                        "optOut: own keywords",
                        top("optOut: { keywords: [ basta ] }"),
                        "12:11: found the key `keywords`, expected no such key yet: own keywords come with a later release, and this one would not enforce them; remove it"),
                mistake(
                        "optOut: a confirmation under another name",
                        top("optOut: { confirm: { en: Bye } }"),
                        "12:11: found the key `confirm`, expected `reply` under `optOut`: optOut: { reply: { en: \"You will get no more messages.\" } }"),
                mistake(
                        "optOut: a text in no language (S-17)",
                        top("optOut: { reply: Bye }"),
                        "12:18: found `Bye`, expected a map of texts by language, such as { en: \"…\", pt: \"…\" }"),
                mistake(
                        "optOut: a language by its name",
                        top("optOut: { reply: { english: Bye } }"),
                        "12:20: found the language `english`, expected a language such as en, pt or pt_BR"),
                mistake(
                        "optOut: a help that is no endpoint; it might hold a password (S-19)",
                        top("optOut: { helpTo: me }"),
                        "12:19: found a value that is not shown here, expected an endpoint URI such as direct:help"),
                mistake(
                        "optOut: a question without its buttons (S-18)",
                        top("optOut: { ask: { en: { text: Really } } }"),
                        "12:22: found no key `stop`, expected stop: what the button for no more messages says",
                        "12:22: found no key `keep`, expected keep: what the button for more messages says"),
                mistake(
                        "optOut: a button that the platform would refuse",
                        top("optOut: { ask: { en: { text: Really, stop: I want no more messages, keep: Go on } } }"),
                        "12:44: found `I want no more messages`, expected a text of at most 20 characters, without a space around it"),
                mistake(
                                "optOut: two buttons that nobody can tell apart",
                                top("optOut: { ask: { en: { text: Really, stop: OK, keep: OK } } }"),
                                "12:48: found the same words as for `stop`, expected words that tell them apart")
                        .unseenBySchema(),
                mistake(
                        "optOut: minutes without unit (S-6)",
                        top("optOut: { statusWithin: 15 }"),
                        "12:25: found the number 15, expected a duration with its unit (s, m, h or d), such as `15m`; write `15m`"),
                mistake(
                        "document: an intake nobody knows",
                        top("optOut: { intake: webhook }"),
                        "12:19: found `webhook`, expected `external`"),
                mistake(
                        "document: a fresh store that is neither",
                        top("store: { freshStore: yes }"),
                        "12:22: found `yes` without quotes, which older YAML takes for true or false, expected one of accepted, restored"),
                mistake(
                        "document: top caps that are a list",
                        top("caps: [ \"1/24h\" ]"),
                        "12:7: found a list, expected a map, which may have the keys proactive"),
                mistake(
                        "document: an empty list of caps over all (S-5)",
                        top("caps: { proactive: [] }"),
                        "12:20: found an empty list, expected a list of caps such as [ \"1/24h\" ], or `none` for no cap"),
                mistake(
                        "document: a switch written as off",
                        top("recipients: { usMarketing: off }"),
                        "12:28: found `off` without quotes, which older YAML takes for true or false, expected one of blocked, allowed"),
                mistake(
                        "only: one address that is no list",
                        top("recipients: { only: \"+5511987654321\" }"),
                        "12:21: found a single value, expected a list of phone numbers and user ids in quotes; [] lets nobody be messaged"),
                mistake(
                        "only: none",
                        top("recipients: { only: none }"),
                        "12:21: found a single value, expected a list of phone numbers and user ids in quotes; [] lets nobody be messaged"),
                mistake(
                        "only: a number without quotes, whose digits are not shown",
                        top("recipients: { only: [ +5511987654321 ] }"),
                        "12:23: found a value that is not shown here, expected a valid phone number with + and country code in quotes, or a user id such as \"BR.1234\", in quotes"),
                mistake(
                        "only: a number without country code, whose digits are not shown",
                        top("recipients: { only: [ \"11987654321\" ] }"),
                        "12:23: found a value that is not shown here, expected a valid phone number with + and country code in quotes, or a user id such as \"BR.1234\""),
                mistake(
                        "only: too short for a number",
                        top("recipients: { only: [ \"+12\" ] }"),
                        "12:23: found a value that is not shown here, expected a valid phone number with + and country code in quotes, or a user id such as \"BR.1234\""),
                mistake(
                                "only: a number that nobody can have",
                                top("recipients: { only: [ \"+1 202 155 0123\" ] }"),
                                "12:23: found a value that is not shown here, expected a valid phone number with + and country code in quotes, or a user id such as \"BR.1234\"")
                        .unseenBySchema(),
                mistake(
                        "recipients: a region in small letters",
                        top("recipients: { region: br }"),
                        "12:23: found `br`, expected a country by its two capital letters (ISO 3166-1), such as BR; write BR"),
                mistake(
                        "recipients: a region of three letters",
                        top("recipients: { region: BRA }"),
                        "12:23: found `BRA`, expected a country by its two capital letters (ISO 3166-1), such as BR"),
                mistake(
                                "recipients: a region that does not exist",
                                top("recipients: { region: XX }"),
                                "12:23: found `XX`, expected a country by its two capital letters (ISO 3166-1), such as BR")
                        .unseenBySchema(),
                mistake(
                        "recipients: Norway, which older YAML takes for a boolean (S-6)",
                        top("recipients: { region: NO }"),
                        "12:23: found `NO` without quotes, which older YAML takes for true or false, expected a country by its two capital letters (ISO 3166-1), such as BR; write \"NO\" in quotes"));
    }
}

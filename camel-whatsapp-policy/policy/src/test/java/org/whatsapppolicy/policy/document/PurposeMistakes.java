package org.whatsapppolicy.policy.document;

import static org.whatsapppolicy.policy.document.Mistake.mistake;
import static org.whatsapppolicy.policy.document.Texts.authentication;
import static org.whatsapppolicy.policy.document.Texts.instead;
import static org.whatsapppolicy.policy.document.Texts.marketing;
import static org.whatsapppolicy.policy.document.Texts.top;
import static org.whatsapppolicy.policy.document.Texts.utility;

import java.util.stream.Stream;

/** Mistakes in {@code purposes}, and in what they inherit. */
final class PurposeMistakes {

    private PurposeMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                mistake(
                        "purpose: no category (S-5)",
                        instead("    category: utility\n", ""),
                        "8:3: found no key `category`, expected category: marketing, utility, authentication or service"),
                mistake(
                        "purpose: no consent (S-5)",
                        instead("    consent: opt-in\n", ""),
                        "8:3: found no key `consent`, expected consent: opt-in, double-opt-in, conversation or none; it is never inherited"),
                mistake(
                        "purpose: no basis (S-10)",
                        instead("    basis: contract\n", ""),
                        "8:3: found no key `basis`, expected basis: consent, contract, legal-obligation or legitimate-interest"),
                mistake(
                        "purpose: nothing at all",
                        top("  other:"),
                        "12:9: found nothing, expected a map, which may have the keys afterOptOut, attachments, basis, caps, category, consent, expireAfter, extends, fallbackTemplate, maxWait, optIn, ordered, quietHours, region, sender, templates, whenLimited, whenUnknown, zone"),
                mistake(
                        "purpose: a category with a slip",
                        instead("utility", "utilty"),
                        "9:15: found `utilty`, expected one of service, authentication, utility, marketing; did you mean `utility`?"),
                mistake(
                        "purpose: a basis nobody knows",
                        instead("contract", "because"),
                        "10:12: found `because`, expected one of consent, contract, legal-obligation, legitimate-interest"),
                mistake(
                                "purpose: a sender that does not exist",
                                utility("sender: biling"),
                                "12:13: found a sender that does not exist, `biling`, expected one of billing; did you mean `billing`?")
                        .unseenBySchema(),
                mistake(
                                "purpose: no sender where there are two",
                                instead(
                                        "purposes:",
                                        "  other: { phoneNumberId: \"101\", accessToken: \"{{token}}\" }\npurposes:"),
                                "9:3: found no key `sender`, expected sender: one of billing, other")
                        .unseenBySchema(),
                mistake(
                        "purpose: an expiry without unit (S-6)",
                        utility("expireAfter: 48"),
                        "12:18: found the number 48, expected a duration with its unit (s, m, h or d), such as `48h`; write `48h`"),
                mistake(
                        "purpose: an expiry in words",
                        utility("expireAfter: 2 days"),
                        "12:18: found `2 days`, expected a duration with its unit (s, m, h or d), such as `48h`; write `2d`"),
                mistake(
                        "purpose: an expiry in weeks",
                        utility("expireAfter: 1w"),
                        "12:18: found `1w`, expected a duration with its unit (s, m, h or d), such as `48h`; write `7d`"),
                mistake(
                        "purpose: an expiry of nothing",
                        utility("expireAfter: 0h"),
                        "12:18: found `0h`, expected at least 1s and at most 36500d"),
                mistake(
                                "purpose: an expiry in a thousand years",
                                utility("expireAfter: 365000d"),
                                "12:18: found `365000d`, expected at least 1s and at most 36500d")
                        .unseenBySchema(),
                mistake(
                        "purpose: a wait as ISO 8601 has it",
                        utility("maxWait: PT30S"),
                        "12:14: found `PT30S`, expected a duration with its unit (s, m, h or d), such as `30s`; write `30s`"),
                mistake(
                        "purpose: a wait without unit (S-6)",
                        utility("maxWait: 30"),
                        "12:14: found the number 30, expected a duration with its unit (s, m, h or d), such as `30s`; write `30s`"),
                mistake(
                        "purpose: a wait without end",
                        utility("maxWait: none"),
                        "12:14: found `none`, expected a duration with its unit (s, m, h or d), such as `30s`"),
                mistake(
                        "purpose: yes (S-6)",
                        utility("whenLimited: yes"),
                        "12:18: found `yes` without quotes, which older YAML takes for true or false, expected one of defer, deny"),
                mistake(
                        "purpose: true",
                        utility("whenLimited: true"),
                        "12:18: found `true`, expected one of defer, deny"),
                mistake(
                        "purpose: offerOptOut",
                        utility("offerOptOut: required"),
                        "12:5: found the key `offerOptOut`, expected no such key yet: ways to offer an opt-out come with a later release, and this one would not enforce them; remove it"),
                mistake(
                        "purpose: consentFrom",
                        utility("consentFrom: direct:crm"),
                        "12:5: found the key `consentFrom`, expected `from` under `consent`: consent: { kind: opt-in, from: direct:crm }"),
                mistake(
                        "purpose: an empty list of templates",
                        utility("templates: []"),
                        "12:16: found an empty list, expected a list of template names such as [ slip_due ]; leave the key out for any template"),
                mistake(
                        "purpose: a template in capitals",
                        utility("templates: [ SlipDue ]"),
                        "12:18: found `SlipDue`, expected the name of a template: lower-case letters, digits and underscores"),
                mistake(
                        "purpose: one template that is no list",
                        utility("templates: slip_due"),
                        "12:16: found `slip_due`, expected a list of template names such as [ slip_due ]; leave the key out for any template; write [ \"slip_due\" ]"),
                mistake(
                        "purpose: a template that is a number",
                        utility("templates: [ 2024 ]"),
                        "12:18: found the number 2024, expected the name of a template: lower-case letters, digits and underscores; write \"2024\" in quotes"),
                mistake(
                        "purpose: an extension with a dot",
                        utility("attachments: [ .PDF ]"),
                        "12:20: found `.PDF`, expected a file name extension in lower case without dot, such as pdf; write pdf"),
                mistake(
                        "purpose: attachments: none",
                        utility("attachments: none"),
                        "12:18: found `none`, expected a list such as [ pdf ], or [] for no documents"),
                mistake(
                        "purpose: sending on after an opt-out (S-16)",
                        utility("afterOptOut: allow"),
                        "12:5: found `afterOptOut: allow` for utility, expected `deny`, or no such key; only authentication may go on after an opt-out"),
                mistake(
                        "purpose: resending marketing (S-38)",
                        marketing("whenUnknown: resend"),
                        "12:5: found `whenUnknown: resend` for marketing, expected `hold` or `fail`; nobody must get an offer twice"),
                mistake(
                                "inheritance: a parent that does not exist",
                                utility("extends: nwes"),
                                "12:14: found a purpose that does not exist, `nwes`, expected the name of another purpose; did you mean `news`?")
                        .unseenBySchema(),
                mistake(
                                "inheritance: itself",
                                utility("extends: news"),
                                "12:5: found purposes that extend one another in a circle: news -> news, expected a purpose that does not lead back here")
                        .unseenBySchema(),
                mistake(
                                "inheritance: a circle",
                                utility("extends: slip")
                                        .concat("  slip: { extends: news, basis: contract, consent: opt-in }\n"),
                                "12:5: found purposes that extend one another in a circle: news -> slip -> news, expected a purpose that does not lead back here",
                                "13:11: found purposes that extend one another in a circle: slip -> news -> slip, expected a purpose that does not lead back here")
                        .unseenBySchema(),
                mistake(
                                "inheritance: a purpose that leads into a circle",
                                utility("extends: slip")
                                        .concat(
                                                "  slip: { extends: news, basis: contract, consent: opt-in }\n  late: { extends: slip, basis: contract, consent: opt-in }\n"),
                                "12:5: found purposes that extend one another in a circle: news -> slip -> news, expected a purpose that does not lead back here",
                                "13:11: found purposes that extend one another in a circle: slip -> news -> slip, expected a purpose that does not lead back here")
                        .unseenBySchema(),
                mistake(
                        "inheritance: consent is never inherited (S-10)",
                        top("  late: { extends: news, basis: contract }"),
                        "12:3: found no key `consent`, expected consent: opt-in, double-opt-in, conversation or none; it is never inherited"),
                mistake(
                        "inheritance: the basis is never inherited (S-10)",
                        top("  late: { extends: news, consent: opt-in }"),
                        "12:3: found no key `basis`, expected basis: consent, contract, legal-obligation or legitimate-interest"),
                mistake(
                        "inheritance: a mistake that is inherited is told once",
                        utility("caps: [ 3/week ]")
                                .concat("  late: { extends: news, basis: contract, consent: opt-in }\n"),
                        "12:13: found `3/week`, expected a cap: `n/24h` or `n/7d` (rolling), `n/calendar-day` or `n days/7d`, each with or without ` until reply`; write `3/7d`"),
                mistake(
                                "inheritance: a rule that only the heir may not have (S-16)",
                                authentication("afterOptOut: allow")
                                        .concat(
                                                "  late: { extends: news, category: utility, basis: contract, consent: opt-in }\n"),
                                "13:11: found `afterOptOut: allow` for utility, expected `deny`, or no such key; only authentication may go on after an opt-out")
                        .unseenBySchema(),
                mistake(
                                "inheritance: consent none with an inherited category (S-10)",
                                top("  late: { extends: news, basis: contract, consent: none }"),
                                "12:52: found consent `none` for utility, expected opt-in, double-opt-in or conversation; only authentication may go without consent")
                        .unseenBySchema(),
                mistake(
                        "a way to agree that nobody knows (S-12)",
                        utility("optIn: [ e-mail ]"),
                        "12:14: found `e-mail`, expected one of keyword, signup"),
                mistake(
                                "a fallback that the purpose may not use",
                                utility("templates: [ slip ]\n    fallbackTemplate: { name: other, language: en }"),
                                "13:5: found the template `other`, which is none of `templates`, expected one of slip, or that name in `templates` too")
                        .unseenBySchema());
    }
}

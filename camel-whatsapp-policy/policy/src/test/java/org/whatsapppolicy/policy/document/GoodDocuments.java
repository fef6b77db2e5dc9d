package org.whatsapppolicy.policy.document;

import java.util.stream.Stream;

/** Documents without a mistake. Between them they use every key. */
final class GoodDocuments {

    static final String EVERYTHING = """
            version: 1
            revision: 7
            store: { freshStore: accepted, otherSenders: expected }
            optOut:
              intake: external
              reply: { en: "No more messages.", pt_BR: "Nada mais." }
              help: { en: Call us. }
              helpTo: "direct:help"
              ask: { en: { text: Really, stop: Stop, keep: Go on } }
              holdFor: 7d
              statusWithin: none
            recipients:
              only: [ "+5511987654321", "BR.1234", "US.ENT.99" ]
              region: BR
              usMarketing: allowed
            caps: { proactive: [ "1/24h until reply", "3/7d" ] }
            quietHours: [ "20:00-08:00", "sat 16:00-24:00", "sun", mon-fri 12:00-13:00 ]
            senders:
              billing:
                phoneNumberId: "100"
                accessToken: "{{token}}"
                account: 2001
                portfolio: acme
                region: BR
                zone: America/Sao_Paulo
                throughput: 80/s
                templates: classpath:templates.yaml
              support: { phoneNumberId: 101, accessToken: "{{token}}", throughput: none, templates: synced }
            purposes:
              payment-slip:
                sender: billing
                category: utility
                basis: contract
                consent: { kind: opt-in, validFor: 730d, evidence: true, from: "direct:crm", maxAge: 30m, whenUnavailable: defer }
                templates: [ slip_due, slip_due_2 ]
                caps: [ 3/7d, 2/calendar-day, "2 days/7d until reply" ]
                quietHours: [ 22:00-07:00 ]
                whenLimited: deny
                expireAfter: 2h
                maxWait: 0s
                whenUnknown: resend
                attachments: [ pdf ]
                region: PT
                zone: Europe/Lisbon
                optIn: [ keyword, signup ]
                fallbackTemplate: { name: slip_due, language: pt_BR }
                ordered: true
              newsletter: { extends: payment-slip, category: marketing, basis: consent, consent: { kind: double-opt-in, ask: { name: really, language: pt_BR } }, optIn: none, whenUnknown: fail }
              support: { sender: support, category: service, basis: legitimate-interest, consent: conversation, caps: none, attachments: [] }
              otp:
                sender: billing
                category: authentication
                basis: legal-obligation
                consent: none
                afterOptOut: allow
                caps: none
                quietHours: none
                expireAfter: none
            """;

    private GoodDocuments() {}

    static Stream<String> all() {
        return Stream.of(
                Texts.BASE,
                EVERYTHING,
                "# a remark\n---\n" + Texts.BASE + "...\n",
                Texts.top("recipients: { only: [] }"),
                Texts.top("optOut: {}"),
                Texts.top("retention: { payload: 0s, decisions: none, inbox: none, dedupe: 10d, events: 1d }"),
                Texts.top("retention: { decisions: { sent: 730d, denied: 30d, unknown: none } }"),
                Texts.top("retention: { decisions: 93d }"),
                Texts.top("optOut: { statusWithin: 30m }"),
                Texts.top("recipients: { region: \"NO\" }"),
                Texts.top("caps: { proactive: none }\nquietHours: none"),
                Texts.utility("caps: [ \"1/24h\" ]\n    whenLimited: 'defer'"),
                Texts.utility("afterOptOut: deny\n    whenUnknown: fail"),
                Texts.authentication("afterOptOut: allow").replace("opt-in", "none"),
                Texts.instead("opt-in", "{ kind: conversation }"),
                Texts.sender("throughput: 1000"),
                Texts.sender("templates: file:templates/all.yaml"));
    }
}

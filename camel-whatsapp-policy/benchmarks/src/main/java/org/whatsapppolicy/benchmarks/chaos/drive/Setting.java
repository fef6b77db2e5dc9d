package org.whatsapppolicy.benchmarks.chaos.drive;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.whatsapppolicy.policy.document.PolicyDocumentReader;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.webhook.StatusDelays;

/** What is the same in every run: the policy, the templates, the number, the platform. */
public final class Setting {

    /** Messages a second that the policy allows. The platform takes a quarter more, because it counts what people write. */
    public static final int PER_SECOND = 80;

    /** Caps by purpose, in a rolling day. */
    public static final int SLIPS = 2;

    /** Caps by purpose, in a rolling day. */
    public static final int NEWS = 1;

    /** Of all purposes together, in a rolling day. */
    public static final int PROACTIVE = 4;

    /** The purpose to which a person agrees by writing START. */
    public static final String BY_KEYWORD = "slip";

    static final Instant START = Instant.parse("2026-03-24T12:00:00Z");
    static final String NUMBER = "1001";
    static final List<String> PURPOSES = List.of("slip", "news", "code", "chat");

    private static final String POLICY = "whatsapp-policy.yaml";
    private static final String ACCOUNT = "2001";

    private Setting() {}

    /** Writes the policy document; returns where. */
    static Path policy(Path directory, boolean limited) throws IOException {
        Path templates = directory.resolve("templates.yaml");
        Files.writeString(templates, """
                - { name: slip, language: pt_BR, category: UTILITY, status: APPROVED, components: [ { type: BODY, text: "Vence: {{1}}." } ] }
                - { name: news, language: pt_BR, category: MARKETING, status: APPROVED, components: [ { type: BODY, text: "Leia: {{1}}." } ] }
                """);
        Path policy = directory.resolve(POLICY);
        Files.writeString(policy, """
                version: 1
                revision: 1
                store: { freshStore: accepted }
                senders:
                  main:
                    phoneNumberId: "%s"
                    accessToken: "{{chaos.token}}"
                    account: "%s"
                    region: BR
                    throughput: %s
                    templates: "file:%s"
                caps: { proactive: [ "%d/24h" ] }
                quietHours: none
                purposes:
                  slip: { sender: main, category: utility, basis: contract, consent: opt-in, optIn: [ keyword ], templates: [ slip ], caps: [ "%d/24h" ], expireAfter: 30h }
                  news:
                    sender: main
                    category: marketing
                    basis: consent
                    consent: { kind: opt-in, validFor: 365d }
                    templates: [ news ]
                    quietHours: [ "22:00-07:00" ]
                    caps: [ "%d/24h" ]
                  chat: { sender: main, category: utility, basis: contract, consent: conversation, caps: none }
                """.formatted(
                        NUMBER, ACCOUNT, limited ? PER_SECOND : "none", templates, PROACTIVE, SLIPS, NEWS));
        return policy;
    }

    /** What decides by the policy document in that directory. */
    public static PolicyEngine engine(Path directory) throws IOException {
        String text = Files.readString(directory.resolve(POLICY));
        return new PolicyEngine(new PolicyDocumentReader()
                .read(POLICY, text, written -> written.replace("{{chaos.token}}", Canary.TOKEN)));
    }

    static Simulator platform(int webhookPort, boolean limited) {
        Simulator platform = Simulator.builder()
                .clock(SimulatorClock.virtual(START))
                .token(Canary.TOKEN)
                .number(NUMBER, "+5511900000001", ACCOUNT)
                .webhook(URI.create("http://127.0.0.1:" + webhookPort + "/whatsapp/webhook"), Canary.SECRET)
                .statusDelays(StatusDelays.QUICK.withoutRead())
                .template(SimulatedTemplate.of("slip", "pt_BR", "UTILITY").withBody("Vence: {{1}}."))
                .template(SimulatedTemplate.of("news", "pt_BR", "MARKETING").withBody("Leia: {{1}}."))
                .build()
                .start();
        if (limited) {
            platform.limits().throughput(PER_SECOND + PER_SECOND / 4);
        }
        platform.webhooks().answerWithin(Duration.ofSeconds(5));
        return platform;
    }
}

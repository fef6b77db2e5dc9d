package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.header;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.policy.decision.PersonSettings;

/** The life of consent beyond grant and withdrawal: relations, own settings, import, export, erasure. */
class ConsentLifeTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void start() throws Exception {
        rig.start();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private Exchange consent(String options, @Nullable Object body) {
        Exchange exchange = rig.send(
                "whatsapp-policy:consent?action=" + options, body, Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA));
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private Object imported(String options, String rows) {
        Exchange exchange = rig.send("whatsapp-policy:consent?action=import" + options, rows, Map.of());
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody();
    }

    private static Map<String, Object> slipWith(String key) {
        Map<String, Object> headers = new HashMap<>(Rig.slipTo(ANA));
        headers.put(WhatsAppPolicyConstants.IDEMPOTENCY_KEY, key);
        return headers;
    }

    private String reasons(String phone) {
        return String.valueOf(header(rig.slip(phone), WhatsAppPolicyConstants.REASONS));
    }

    private static Map<String, Object> counts(long rows, long applied, long unchanged, long rejected) {
        return Map.of("rows", rows, "applied", applied, "unchanged", unchanged, "rejected", rejected);
    }

    @Test
    @DisplayName("S-15: a person's own hours and frequency hold messages, and are replaced as a whole")
    void own_settings() {
        rig.agreed(ANA, "slip");
        Map<String, Object> wishes = Map.of("quietHours", "08:00-12:00, sun", "frequency", "1/7d", "language", "pt-BR");
        assertThat(header(consent("settings", wishes), WhatsAppPolicyConstants.EFFECT))
                .isEqualTo("applied");
        Exchange held = rig.slip(ANA);
        assertThat(header(held, WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
        assertThat(header(held, WhatsAppPolicyConstants.NOT_BEFORE)).isEqualTo(Rig.MORNING.plus(Duration.ofHours(3)));
        consent("settings", null);
        assertThat(rig.store().lookup(rig.recipient(ANA), Duration.ZERO).own()).isEqualTo(PersonSettings.NONE);
    }

    @Test
    @DisplayName("S-47: relations, consents, messages and addresses stand in the export; afterwards nothing is left")
    void export_and_forget() {
        rig.agreed(ANA, "slip");
        consent("relate&kind=customer&source=crm", Map.of("actedAt", "2020-05-01T00:00:00Z", "reference", "c-17"));
        rig.send("direct:send", List.of("Ana", "amanha"), slipWith("slip-4711"));
        Map<String, Object> all = Objects.requireNonNull(
                Json.object(consent("export", null).getMessage().getBody(String.class)));
        assertThat(all).containsEntry("addresses", List.of(ANA));
        assertThat(String.valueOf(all.get("history"))).contains("relation:customer", "c-17", "form-1");
        assertThat((List<?>) all.get("messages")).hasSize(1);
        assertThat(String.valueOf(all.get("messages")))
                .contains("key=slip-4711", "sender=billing", "language=pt_BR", "category=UTILITY", "amanha");
        consent("withdraw&source=email", null);
        assertThat(header(consent("forget", null), WhatsAppPolicyConstants.EFFECT))
                .isEqualTo("applied");
        assertThat(header(consent("forget", null), WhatsAppPolicyConstants.EFFECT))
                .isEqualTo("outdated");
        assertThat(consent("export", null).getMessage().getBody(String.class)).isEqualTo("{\"addresses\":[]}");
        assertThat(reasons(ANA)).contains("opted-out");
    }

    @Test
    @DisplayName("S-12: the CRM import that runs again after a STOP does not re-subscribe anyone")
    void an_import_after_a_stop() throws Exception {
        Path rejects = Path.of(Rig.file("rejects.csv", "").substring("file:".length()));
        String rows = """
                recipient,purpose,actedAt,source,reference,expires
                %s,slip,2026-03-01T10:00:00Z,import,form-1,2027-03-01T00:00:00Z
                %s,offers,2026-03-01T10:00:00Z,import,form-1,
                "%s",slip,2026-03-01T10:00:00Z,import,"form ""2"" b",2027-03-01T00:00:00Z
                12,slip,2026-03-01T10:00:00Z,import,form-3,2027-03-01T00:00:00Z
                %s,offers,2026-03-01T10:00:00Z,import,,
                %s,slip,2026-03-01T10:00:00Z,import,form-1,
                """.formatted(ANA, ANA, BRUNO, BRUNO, BRUNO);
        String options = "&rejects=" + rejects;
        assertThat(imported(options, rows)).isEqualTo(counts(6, 3, 0, 3));
        assertThat(Files.readAllLines(rejects))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("5,\"no-evidence"))
                .anyMatch(line -> line.startsWith("6,\"expires"));
        assertThat(String.join("\n", Files.readAllLines(rejects))).doesNotContain(BRUNO.substring(1));
        assertThat(imported(options, rows)).isEqualTo(counts(6, 0, 3, 3));
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.DECISION)).isEqualTo("ALLOW");

        consent("withdraw&source=keyword", null);
        assertThat(imported(options, rows)).isEqualTo(counts(6, 0, 1, 5));
        // Nor do rows that are dated later.
        assertThat(imported(options, rows.replace("2026-03-01", "2026-03-24"))).isEqualTo(counts(6, 1, 0, 5));
        assertThat(Files.readString(rejects)).contains("1,\"opted-out", "2,\"opted-out");
        assertThat(reasons(ANA)).contains("opted-out");
        assertThat(header(rig.slip(BRUNO), WhatsAppPolicyConstants.DECISION)).isEqualTo("ALLOW");
    }

    @Test
    @DisplayName("S-8: a suppression list opts out who stands in it, as JSON lines too")
    void a_suppression_list() {
        rig.agreed(ANA, "slip").agreed(BRUNO, "slip");
        String list = "{\"recipient\":\"" + ANA + "\",\"actedAt\":\"2026-03-20T00:00:00Z\"}\n" + "{\"recipient\":\""
                + BRUNO + "\",\"scope\":\"marketing\"}\nno json\n";
        assertThat(imported("&rows=optOuts", list)).isEqualTo(counts(3, 2, 0, 1));
        assertThat(reasons(ANA)).contains("opted-out");
        assertThat(reasons(BRUNO)).doesNotContain("opted-out");
    }

    @Test
    @DisplayName("The routes of docs/consent.md run as they stand there")
    void the_routes_of_the_page() throws Exception {
        Matcher routes = Pattern.compile("```yaml\\n(- route:.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "..", "docs", "consent.md")));
        for (int i = 0; routes.find(); i++) {
            PluginHelper.getRoutesLoader(rig.camel)
                    .loadRoutes(ResourceHelper.fromString("consent" + i + ".yaml", routes.group(1)));
        }
        Map<String, Object> form = Map.of(
                "phone",
                ANA,
                "purpose",
                "slip",
                "agreedAt",
                "2026-03-20T10:00:00Z",
                "form",
                "form-9",
                "actor",
                "clerk 7");
        assertThat(header(rig.send("direct:agreed", form, Map.of()), WhatsAppPolicyConstants.EFFECT))
                .isEqualTo("applied");
        assertThat(header(
                        rig.send("direct:wishes", Map.of("phone", ANA, "frequency", "1/7d"), Map.of()),
                        WhatsAppPolicyConstants.EFFECT))
                .isEqualTo("applied");
        String row = "recipient,purpose,actedAt,reference,expires\n" + BRUNO
                + ",slip,2026-03-01T10:00:00Z,row 1,2027-03-01T00:00:00Z\n";
        assertThat(rig.send("direct:nightly", row, Map.of()).getMessage().getBody())
                .isEqualTo(counts(1, 1, 0, 0));
        assertThat(rig.send("direct:access", Map.of("phone", ANA), Map.of())
                        .getMessage()
                        .getBody(String.class))
                .contains("form-9", "1/7d");
        assertThat(header(rig.send("direct:erase", Map.of("phone", ANA), Map.of()), WhatsAppPolicyConstants.EFFECT))
                .isEqualTo("applied");
    }
}

package org.whatsapppolicy.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@DisplayName("The quickstart's jar")
@Execution(ExecutionMode.CONCURRENT)
class QuickstartJarIT {

    private static final Path POLICY = Path.of("src", "main", "resources", "whatsapp-policy.yaml");

    private static final List<String> OWN = List.of(
            "-Dcamel.main.routesIncludePattern=file:routes/*.yaml",
            "-Dcamel.component.whatsapp-policy.policy=file:mine.yaml",
            "-Dcamel.component.whatsapp-policy.database=mine.db");

    private static final String OWN_POLICY = """
            version: 1
            revision: 1
            senders: { one: { phoneNumberId: "200000000000001", accessToken: demo-token, region: BR } }
            purposes: { mine: { category: utility, basis: contract, consent: opt-in } }
            """;

    private static final String SOFIA = "5511900000020";
    private static final String GABRIELA = "5511900000007";

    private final Path folder;

    QuickstartJarIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void shows_each_rule_once_and_the_same_the_second_time() throws Exception {
        String first;
        try (Launched demo = new Launched(folder, List.of(), "--once")) {
            assertThat(demo.exit()).as(demo.console()).isZero();
            first = demo.console();
            assertThat(first).contains("batch: 25 messages decided, 13 sent, 6 deferred, 6 denied");
            assertThat(demo.row("Ana Souza", "slip 1001")).contains("ALLOW consent");
            assertThat(demo.row("Bruno Lima", "slip 1002")).contains("ALLOW consent");
            assertThat(demo.row("Carla Nunes", "slip 1003"))
                    .contains("DEFER quiet-hours")
                    .endsWith("Tue 10:00");
            assertThat(demo.row("Davi Rocha", "slip 1004")).contains("DENY no-consent");
            assertThat(demo.row("Elisa Prado", "slip 1005")).contains("DENY consent-expired");
            assertThat(demo.row("Fabio Melo", "slip 1006")).contains("DENY opted-out");
            assertThat(demo.row("Gabriela Reis", "slip 1008"))
                    .contains("DEFER cap-reached")
                    .endsWith("Wed 09:00");
            assertThat(demo.row("Heitor A. Dias", "slip 1010")).contains("DEFER cap-reached");
            assertThat(demo.row("Ines Castro", "slip 1011")).contains("DEFER quiet-hours");
            assertThat(demo.row("Karina Alves", "slip 1013")).contains("DENY template-paused");
            assertThat(demo.row("Lucas Pinto", "slip 1014")).contains("DENY recipient-invalid");
            assertThat(demo.row("John Smith", "newsletter")).contains("DENY us-marketing");
        }
        try (Launched demo = new Launched(folder, List.of(), "--once")) {
            assertThat(demo.exit()).isZero();
            assertThat(table(demo.console())).isEqualTo(table(first));
        }
    }

    @Test
    void shows_another_outcome_when_a_cap_is_changed() throws Exception {
        Path changed = folder.resolve("policy.yaml");
        Files.writeString(changed, Files.readString(POLICY).replace("caps: [ \"1/24h\" ]", "caps: [ \"2/24h\" ]"));
        try (Launched demo =
                new Launched(folder, List.of("-Dcamel.component.whatsapp-policy.policy=file:" + changed), "--once")) {
            assertThat(demo.exit()).as(demo.console()).isZero();
            assertThat(demo.row("Gabriela Reis", "slip 1008")).contains("ALLOW consent");
        }
    }

    @Test
    void ends_somebodys_messages_in_the_running_batch_when_they_say_stop() throws Exception {
        try (Launched demo = new Launched(folder, List.of())) {
            demo.shows("price alerts: Gabriela Reis: ALLOW consent");
            demo.shows("price alerts: Sofia Ramos: ALLOW consent");

            demo.phone(SOFIA, "write", "{\"text\":\"PARAR\"}");
            demo.shows("heard: Sofia Ramos: OPT_OUT, by es: parar");
            demo.shows("price alerts: Sofia Ramos: DENY opted-out: all, by keyword of 2026-11-24");
            await().atMost(Duration.ofSeconds(60)).until(() -> demo.accepted(SOFIA + "&type=text") == 1);
            long sofia = demo.accepted(SOFIA);

            long gabriela = demo.accepted(GABRIELA);
            await().atMost(Duration.ofSeconds(60)).until(() -> demo.accepted(GABRIELA) > gabriela);
            demo.phone(GABRIELA, "stop-offers", "{}");
            demo.shows("heard: Gabriela Reis chose in the app's menu what offers may come");
            demo.shows("price alerts: Gabriela Reis: DENY opted-out: marketing:app, by user-preferences of 2026-11-24");

            assertThat(demo.accepted(SOFIA)).isEqualTo(sofia);
            assertThat(demo.accepted(SOFIA + "&type=text")).as("confirmations").isEqualTo(1);
            assertThat(known(demo, SOFIA)).contains("\"source\":\"keyword\",\"reference\":\"wamid.");
            assertThat(known(demo, GABRIELA)).contains("\"source\":\"user-preferences\"");
        }
    }

    private static String known(Launched demo, String number) throws Exception {
        return demo.get(URI.create("http://127.0.0.1:" + demo.serverPort + "/person?phone=%2B" + number));
    }

    @Test
    void says_that_its_port_is_taken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Launched demo = new Launched(folder, List.of("-Dsimulator.port=" + taken.getLocalPort()))) {
            assertThat(demo.exit()).isEqualTo(2);
            assertThat(demo.console())
                    .contains("found port " + taken.getLocalPort() + " taken by somebody else")
                    .contains("-Dsimulator.port")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void keeps_what_it_knows_when_told_to() throws Exception {
        try (Launched demo = new Launched(folder, List.of(), "--once")) {
            assertThat(demo.exit()).isZero();
        }
        try (Launched demo = new Launched(folder, List.of(), "--once", "--keep")) {
            assertThat(demo.exit()).as(demo.console()).isZero();
            assertThat(demo.console()).doesNotContain("slip 1001").contains("slip 1004");
        }
    }

    @Test
    void refuses_to_send_its_made_up_people_to_the_real_platform() throws Exception {
        try (Launched demo = new Launched(
                folder, List.of("-Dcamel.component.whatsapp-policy.baseUri=https://graph.facebook.com"), "--once")) {
            assertThat(demo.exit()).isNotZero();
            assertThat(demo.console())
                    .contains("found the base URI https://graph.facebook.com")
                    .contains("expected one on this machine");
        }
    }

    @Test
    void says_where_a_policy_is_wrong() throws Exception {
        Path wrong = folder.resolve("policy.yaml");
        Files.writeString(wrong, Files.readString(POLICY).replace("category: utility", "categry: utility"));
        try (Launched demo =
                new Launched(folder, List.of("-Dcamel.component.whatsapp-policy.policy=file:" + wrong), "--once")) {
            assertThat(demo.exit()).isNotZero();
            assertThat(demo.console())
                    .contains("policy.yaml:")
                    .contains("categry")
                    .contains("category");
        }
    }

    @Test
    void runs_a_users_own_routes_in_real_time() throws Exception {
        Path routes = Files.createDirectory(folder.resolve("routes"));
        Files.writeString(routes.resolve("mine.yaml"), """
                - route:
                    from:
                      uri: platform-http:/mine
                      steps:
                        - setBody: { constant: "Hello" }
                        - to: "whatsapp-policy:send?purpose=mine&recipient=${header.to}&onDeny=continue"
                        - setBody: { simple: "${header.CamelWhatsAppPolicyExplanation}" }
                """);
        Files.writeString(folder.resolve("mine.yaml"), OWN_POLICY);
        try (Launched demo = new Launched(folder, OWN)) {
            URI mine = URI.create("http://127.0.0.1:" + demo.serverPort + "/mine?to=%2B5511900000001");
            HttpClient client = HttpClient.newHttpClient();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(() -> assertThat(client.send(
                                            HttpRequest.newBuilder(mine).build(), HttpResponse.BodyHandlers.ofString())
                                    .body())
                            .as(demo.console())
                            .contains("no-consent"));
            assertThat(demo.console()).doesNotContain("PERSON");
            assertThat(folder.resolve("mine.db")).exists();
        }
    }

    @Test
    void has_what_operators_need() throws Exception {
        Path routes = Files.createDirectory(folder.resolve("routes"));
        Files.writeString(routes.resolve("operators.yaml"), """
                - route:
                    id: mine
                    from:
                      uri: direct:mine
                      steps:
                        - log: "called"
                - route:
                    from:
                      uri: timer:once?repeatCount=1&delay=0
                      steps:
                        - to: controlbus:route?routeId=mine&action=suspend
                        - to: controlbus:route?routeId=mine&action=status
                        - log: "mine is ${body}"
                        - to: whatsapp-policy:control?action=status
                        - log: "stopped is ${body}"
                """);
        Files.writeString(folder.resolve("mine.yaml"), OWN_POLICY);
        try (Launched demo = new Launched(folder, OWN)) {
            demo.shows("mine is Suspended");
            demo.shows("stopped is []");
            assertThat(demo.beans("org.apache.camel:type=services,name=PolicyControl*,*"))
                    .hasSize(1);
            assertThat(demo.beans("org.apache.camel:type=services,name=LedgerUpkeep*,*"))
                    .hasSize(1);
        }
    }

    private static String table(String console) {
        return console.substring(console.indexOf("PERSON"), console.indexOf("\n\n", console.indexOf("PERSON")));
    }
}

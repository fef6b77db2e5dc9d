package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.header;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.message.ReplyButton;
import org.whatsapppolicy.policy.message.ReplyButtonsMessage;

/** The routes of docs/component.md, run as they stand there. */
class ComponentPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "component.md");
    private static final Path SELF =
            Path.of("src", "test", "java", "org", "whatsapppolicy", "camel", "ComponentPageTest.java");
    private static final Pattern YAML = Pattern.compile("```yaml\\n(- route:.*?)```", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("```java\\n(from\\(.*?)```", Pattern.DOTALL);

    private final Rig rig = new Rig(Rig.POLICY.replace("slip:", "payment-slip:"));

    @BeforeEach
    void start() throws Exception {
        rig.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:remind")
                        .setBody(exchange -> ReplyButtonsMessage.of(
                                        "Your slip is due tomorrow. Shall we send it again?",
                                        new ReplyButton("resend", "Yes, please"),
                                        new ReplyButton("paid", "Already paid"))
                                .withFooter("Reply STOP to hear no more"))
                        .to("whatsapp-policy:send?purpose=payment-slip&recipient=${header.phone}");
            }
        });
        rig.agreed(ANA, "payment-slip").wrote(ANA);
        Matcher routes = YAML.matcher(Files.readString(PAGE));
        for (int i = 0; routes.find(); i++) {
            PluginHelper.getRoutesLoader(rig.camel)
                    .loadRoutes(ResourceHelper.fromString("page" + i + ".yaml", routes.group(1)));
        }
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_slip_goes_as_pdf_in_the_header_of_its_template() {
        Exchange exchange = rig.send(
                "direct:slips-as-pdf",
                "%PDF-1.7".getBytes(StandardCharsets.UTF_8),
                Map.of("phone", ANA, "name", "Ana", "id", "17"));

        assertThat(exchange.getException()).isNull();
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME))
                .as(String.valueOf(header(exchange, WhatsAppPolicyConstants.EXPLANATION)))
                .isEqualTo("accepted");
        assertThat(rig.accepted()
                        .get(0)
                        .asked()
                        .json()
                        .at("/template/components/0/parameters/0/document/filename")
                        .asText())
                .isEqualTo("slip-17.pdf");
    }

    @Test
    void somebody_is_answering() {
        String theirs = rig.simulator.people().person(ANA).writes("Oi");

        Exchange exchange = rig.send("direct:answering", null, Map.of("wamid", theirs));

        assertThat(exchange.getException()).isNull();
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
    }

    @Test
    void the_java_route_is_the_one_here() throws Exception {
        Exchange exchange = rig.send("direct:remind", null, Map.of("phone", ANA));

        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        Matcher route = JAVA.matcher(Files.readString(PAGE));
        assertThat(route.find()).isTrue();
        assertThat(plain(Files.readString(SELF))).contains(plain(route.group(1)));
    }

    private static String plain(String code) {
        return code.replaceAll("\\s+", "");
    }
}

package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.CamelContextHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise 8: no token and no number where operators look; and no endpoint for every person. */
class DiscretionTest {

    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void camel_main_knows_that_the_keys_are_not_to_be_printed() {
        assertThat(CamelContextHelper.containsSensitive(rig.camel, "camel.component.whatsapp-policy.encryptionKeys"))
                .isTrue();
    }

    @Test
    void to_d_makes_one_endpoint_for_everybody_and_shows_no_number() throws Exception {
        rig.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dynamic")
                        .toD("whatsapp-policy:send?purpose=${header.why}&recipient=${header.phone}"
                                + "&template=slip_due&templateLanguage=pt_BR&idempotencyKey=k-${header.phone}");
            }
        });
        for (int i = 0; i < 30; i++) {
            String phone = "+55119876540" + (10 + i);
            rig.agreed(phone, "slip");
            Exchange exchange =
                    rig.send("direct:dynamic", List.of("Ana", "amanha"), Map.of("phone", phone, "why", "slip"));
            assertThat(exchange.getException()).isNull();
            assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        }

        List<String> seen = new ArrayList<>();
        rig.camel.getEndpoints().forEach(e -> seen.add(e.getEndpointUri() + " " + e));
        for (ObjectName name : rig.camel
                .getManagementStrategy()
                .getManagementAgent()
                .getMBeanServer()
                .queryNames(new ObjectName("org.apache.camel:*"), null)) {
            seen.add(name.toString());
        }
        assertThat(seen).noneMatch(text -> text.contains("98765") || text.contains("first-token"));
        assertThat(rig.camel.getEndpoints().stream()
                        .filter(e -> e.getEndpointUri().startsWith("whatsapp-policy"))
                        .count())
                .isEqualTo(1);
        assertThat(rig.accepted()).hasSize(30);
    }

    @Test
    void a_dump_of_routes_shows_the_placeholder_of_a_secret() throws Exception {
        rig.camel.getPropertiesComponent().addInitialProperty("app.secret", "first-secret");
        rig.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:hook").to("whatsapp-policy:webhook?verifyToken=word&appSecret={{app.secret}}");
            }
        });

        ManagedCamelContext shown = rig.camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        assertThat(shown.getManagedCamelContext().dumpRoutesAsXml())
                .contains("appSecret={{app.secret}}")
                .doesNotContain("first-secret");
        assertThat(rig.camel.getEndpoints())
                .extracting(Endpoint::toString)
                .noneMatch(text -> text.contains("first-secret"));
    }

    @Test
    void to_d_shows_neither_what_an_operator_writes_nor_what_a_person_wishes() throws Exception {
        rig.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stop").toD("whatsapp-policy:control?action=stop&purpose=slip&actor=ann&why=${body}");
                from("direct:wishes")
                        .toD("whatsapp-policy:consent?action=settings&recipient=${header.phone}&frequency=${body}");
            }
        });
        for (String text : List.of("call 98765", "98765 wrote")) {
            assertThat(rig.send("direct:stop", text, Map.of()).getException()).isNull();
        }
        for (String often : List.of("1/24h", "2/24h")) {
            assertThat(rig.send("direct:wishes", often, Map.of("phone", "+5511987654321"))
                            .getException())
                    .isNull();
        }

        assertThat(rig.camel.getEndpoints())
                .extracting(Endpoint::getEndpointUri)
                .filteredOn(uri -> uri.startsWith("whatsapp-policy"))
                .hasSize(2)
                .noneMatch(uri -> uri.contains("98765"));
    }
}

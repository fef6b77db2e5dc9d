package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.header;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** The main job on PostgreSQL, with the one DataSource of the registry. */
class PostgresTest {

    @Test
    void grants_sends_holds_and_denies() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                HikariDataSource pool = pool(postgres);
                Rig rig = new Rig()) {
            rig.camel.getRegistry().bind("policyDatabase", pool);
            rig.camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:grant").to("whatsapp-policy:consent?action=grant&purpose=reminder");
                    from("direct:send").to("whatsapp-policy:send?purpose=reminder");
                }
            });
            rig.camel.start();
            Map<String, Object> form = Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA);
            rig.camel
                    .createProducerTemplate()
                    .sendBodyAndHeaders(
                            "direct:grant", Map.of("actedAt", "2026-01-02T10:00:00Z", "source", "signup"), form);

            assertThat(header(send(rig, ANA), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
            assertThat(header(send(rig, ANA), WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
            assertThat(header(send(rig, Rig.BRUNO), WhatsAppPolicyConstants.DECISION))
                    .isEqualTo("DENY");
            assertThat(rig.accepted()).hasSize(1);
        }
    }

    static HikariDataSource pool(EmbeddedPostgres postgres) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }

    private static Exchange send(Rig rig, String phone) {
        return rig.camel.createProducerTemplate().request("direct:send", e -> {
            e.getIn().setBody(List.of("Ana", "amanha"));
            e.getIn().setHeaders(new HashMap<>(Rig.slipTo(phone)));
        });
    }
}

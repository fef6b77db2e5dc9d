package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S-7: a changed document is in force without a restart, an invalid one changes nothing. */
class PolicyReloadTest {

    private final Rig rig = new Rig().with(component -> component.setPolicyInterval(20));

    @BeforeEach
    void start() throws Exception {
        rig.start().agreed(Rig.ANA, "slip");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void a_higher_revision_counts_from_the_next_decision_on() throws IOException {
        assertThat(decision()).isEqualTo("ALLOW");

        write(Rig.POLICY
                .replace("revision: 1", "revision: 2")
                .replaceFirst("consent: opt-in", "consent: { kind: opt-in, validFor: 1d }"));

        await().atMost(SOON).untilAsserted(() -> assertThat(decision()).isEqualTo("DENY"));
        assertThat(detail("policy.revision")).isEqualTo(2L);
        assertThat(detail("policy.refused")).isNull();
    }

    @Test
    void an_invalid_document_changes_nothing_and_says_where_it_is_wrong() throws IOException {
        write(Rig.POLICY.replace("revision: 1", "revision: 2").replaceFirst("consent: opt-in", "consnet: opt-in"));

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(detail("policy.refused")).asString().contains("whatsapp-policy.yaml", "consnet"));
        assertThat(decision()).isEqualTo("ALLOW");
        assertThat(detail("policy.revision")).isEqualTo(1L);

        write(Rig.POLICY);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(detail("policy.refused")).isNull());
    }

    @Test
    void another_text_under_the_same_revision_is_not_taken() throws IOException {
        write(Rig.POLICY.replaceFirst("consent: opt-in", "consent: { kind: opt-in, validFor: 1d }"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(detail("policy.ownIgnored")).isEqualTo(true));
        assertThat(decision()).isEqualTo("ALLOW");
    }

    private @Nullable Object decision() {
        Exchange checked =
                rig.send("whatsapp-policy:check?purpose=slip", List.of("Ana", "amanha"), Rig.slipTo(Rig.ANA));
        return Rig.header(checked, WhatsAppPolicyConstants.DECISION);
    }

    private @Nullable Object detail(String name) {
        return HealthCheckHelper.invoke(rig.camel).stream()
                .filter(result -> result.getCheck().getId().equals("whatsapp-policy"))
                .map(HealthCheck.Result::getDetails)
                .flatMap(details -> Stream.ofNullable(details.get(name)))
                .findFirst()
                .orElse(null);
    }

    /** As editors do: the new text is there all at once. */
    private void write(String text) throws IOException {
        Path file = Path.of(rig.component.getPolicy().substring("file:".length()));
        Path next = file.resolveSibling("next.yaml");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

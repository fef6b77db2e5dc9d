package org.whatsapppolicy.camel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.camel.Rig.header;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.document.PolicyDocumentReader;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.StoreOptions;

/** Consent in bulk: streamed, with rejects, and safe to run again (S-11, S-12). */
class ImportTest {

    private static final int ROWS = 20_000;
    /** A batch, and what the readers in between hold: whatever the length of the file, no more rows are in memory. */
    private static final int AHEAD = 1_500;

    private final Rig rig = new Rig();
    private final Path rejects;

    ImportTest() throws Exception {
        rejects = Files.createTempDirectory("import").resolve("rejects.csv");
    }

    @BeforeEach
    void start() throws Exception {
        rig.start();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private static String phone(int row) {
        return "+55119" + (70_000_000 + row);
    }

    private static String row(int row) {
        return phone(row) + ",slip,2026-03-01T10:00:00Z,form-" + row + ",2027-03-01T00:00:00Z\n";
    }

    private Map<?, ?> bring(InputStream rows) {
        return rig.camel
                .createProducerTemplate()
                .requestBody("whatsapp-policy:consent?action=import&rejects=" + rejects, rows, Map.class);
    }

    private boolean agreed(int row) {
        return rig.store()
                        .lookup(rig.recipient(phone(row)), Duration.ZERO)
                        .consents()
                        .grant("slip")
                != null;
    }

    @Test
    void rows_are_applied_while_later_ones_are_not_even_read() {
        IntConsumer lookBack = row -> {
            if (row % 2_000 == 0 && row > AHEAD) {
                assertThat(agreed(row - AHEAD))
                        .as("row " + (row - AHEAD) + " at " + row)
                        .isTrue();
                assertThat(agreed(row)).as("row " + row).isFalse();
            }
        };

        assertThat(bring(new Rows(ROWS, lookBack)))
                .isEqualTo(Map.of("rows", (long) ROWS, "applied", (long) ROWS, "unchanged", 0L, "rejected", 0L));
    }

    @Test
    @DisplayName("S-12: the same rows again change nothing, and lift no STOP that came in between")
    void again_after_a_stop() throws Exception {
        bring(new Rows(50, row -> {}));
        Evidence word = new Evidence(Rig.MORNING, "keyword", null, null, "pt", "wamid.7");
        rig.store().record(List.of(new PersonAct(rig.recipient(phone(7)), new ConsentAct.Withdrawn(Scope.ALL, word))));

        Map<?, ?> again = bring(new Rows(50, row -> {}));

        assertThat(again).isEqualTo(Map.of("rows", 50L, "applied", 0L, "unchanged", 49L, "rejected", 1L));
        assertThat(Files.readString(rejects))
                .isEqualTo("row,reason\n8,\"opted-out: an import lifts no opt-out (S-12)\"\n");
        assertThat(header(rig.slip(phone(7)), WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
        assertThat(header(rig.slip(phone(8)), WhatsAppPolicyConstants.DECISION)).isEqualTo("ALLOW");
    }

    @Test
    @DisplayName("S-11: what is not taken stands in the rejects with its row and the reason, and stops nothing")
    void rejects() throws Exception {
        String rows = "recipient,purpose,actedAt,reference,expires\n" + row(1)
                + "nobody,slip,2026-03-01T10:00:00Z,f,2027-03-01T00:00:00Z\n"
                + phone(2) + ",sloop,2026-03-01T10:00:00Z,f,2027-03-01T00:00:00Z\n" + phone(3)
                + ",slip,yesterday,f,2027-03-01T00:00:00Z\n"
                + phone(4) + ",slip,2026-03-01T10:00:00Z,f,\n" + row(5)
                + phone(6) + ",slip,2062-03-01T10:00:00Z,f,2063-03-01T00:00:00Z\n";

        Map<?, ?> counts = bring(new ByteArrayInputStream(rows.getBytes(UTF_8)));

        assertThat(counts).isEqualTo(Map.of("rows", 7L, "applied", 2L, "unchanged", 0L, "rejected", 5L));
        assertThat(Files.readAllLines(rejects))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("row,reason"),
                        line -> assertThat(line).startsWith("2,\"recipient: "),
                        line -> assertThat(line).startsWith("3,\"purpose: "),
                        line -> assertThat(line).startsWith("4,\"actedAt"),
                        line -> assertThat(line).startsWith("5,\"expires: "),
                        line -> assertThat(line).startsWith("7,\"actedAt: "));
        assertThat(agreed(5)).isTrue();
    }

    @Test
    void a_place_for_rejects_that_there_is_not_is_told_before_any_row_is_read() {
        assertThatThrownBy(() -> rig.camel
                        .createProducerTemplate()
                        .requestBody(
                                "whatsapp-policy:consent?action=import&rejects=" + rejects.resolve("nowhere/x.csv"),
                                new Rows(5, row -> {}),
                                Map.class))
                .rootCause()
                .isInstanceOf(IOException.class);
        assertThat(agreed(0)).isFalse();
    }

    private @Nullable Object offer() {
        return header(
                rig.send(
                        "whatsapp-policy:send?purpose=offers&template=offer&templateLanguage=pt_BR&parameter.nome=Ana",
                        null,
                        Map.of(WhatsAppPolicyConstants.RECIPIENT, phone(9))),
                WhatsAppPolicyConstants.REASONS);
    }

    @Test
    @DisplayName("S-21: a suppression list is not told to be in before what was decided earlier can begin no more")
    void a_suppression_list_waits_for_what_was_decided_before() {
        long began = System.nanoTime();
        suppress("recipient\n" + phone(7) + "\n");
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThanOrEqualTo(StoreOptions.DEFAULTS.sendLease());
    }

    private Map<?, ?> suppress(String rows) {
        return rig.camel
                .createProducerTemplate()
                .requestBody("whatsapp-policy:consent?action=import&rows=optOuts&rejects=" + rejects, rows, Map.class);
    }

    @Test
    @DisplayName(
            "S-8: a new store sends marketing once a whole list was imported; opt-outs in rows that were not taken are missing")
    void only_a_whole_list_ends_the_doubt() {
        restored();

        assertThat(suppress("recipient,scope\n" + phone(2) + ";all\n" + phone(3) + ";all\n"))
                .isEqualTo(counts(2, 0, 2));
        assertThat(offer()).isEqualTo(List.of("store-fresh"));

        assertThat(suppress("recipient,scope\n" + phone(2) + ",all\n" + phone(3) + ",purpose:sloop\n"))
                .isEqualTo(counts(2, 1, 1));
        assertThat(offer()).isEqualTo(List.of("store-fresh"));

        assertThat(suppress("recipient,scope\n" + phone(2) + ",all\n" + phone(3) + ",purpose:slip\n"))
                .isEqualTo(counts(2, 1, 0));
        assertThat(offer()).isNotEqualTo(List.of("store-fresh"));
    }

    private void restored() {
        rig.store()
                .activate(
                        new PolicyDocumentReader()
                                .read(
                                        "policy",
                                        Rig.POLICY
                                                .replace("freshStore: accepted", "freshStore: restored")
                                                .replace("revision: 1", "revision: 2"),
                                        rig.camel::resolvePropertyPlaceholders),
                        "operator");
        rig.agreed(phone(9), "offers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recipient,scope,reference\n%1$s,all,\"sheet 4\n%2$s,all,sheet 4\n%3$s,all,sheet 5\n",
                "recipient,scope,reference\n%1$s,all,\"5\" screen\n%2$s,all,sheet 4\n%3$s,all,\"7\" screen\n",
                "[{\"recipient\":\"%1$s\"},{\"recipient\":\"%2$s\"},{\"recipient\":\"%3$s\"}]",
                "\n{\"recipient\":\"%1$s\"}\n",
                "recipient;scope\n%1$s;all\n%2$s;all\n",
                "%1$s,all\n"
            })
    @DisplayName(
            "S-8, S-12: a list that cannot be told apart into rows is refused, and ends no doubt about who opted out")
    void a_list_that_is_no_rows_is_refused(String list) {
        restored();

        assertThatThrownBy(() -> suppress(list.formatted(phone(1), phone(2), phone(3))))
                .rootCause()
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining(phone(1).substring(1));
        assertThat(offer()).isEqualTo(List.of("store-fresh"));
    }

    @Test
    @DisplayName("S-16: who stands before the row that cannot be read has opted out all the same")
    void what_was_read_before_counts() {
        assertThatThrownBy(
                        () -> suppress("recipient,reference\n" + phone(1) + ",sheet 1\n" + phone(2) + ",\"sheet\" 2\n"))
                .rootCause()
                .hasMessageContaining("quote");
        assertThat(reference(1)).isEqualTo("sheet 1");
    }

    @Test
    @DisplayName("S-8: nor does a list without any row, or one in which rows stand behind others")
    void a_list_without_rows_ends_no_doubt() {
        restored();

        assertThat(suppress("")).isEqualTo(counts(0, 0, 0));
        assertThat(offer()).isEqualTo(List.of("store-fresh"));
        assertThat(suppress("recipient,scope\n")).isEqualTo(counts(0, 0, 0));
        assertThat(offer()).isEqualTo(List.of("store-fresh"));
        assertThat(suppress("{\"recipient\":\"" + phone(2) + "\"}{\"recipient\":\"" + phone(9) + "\"}\n"))
                .isEqualTo(counts(1, 0, 1));
        assertThat(offer()).isEqualTo(List.of("store-fresh"));
    }

    @Test
    @DisplayName("S-12: rows that end as an old Mac ends them, and quotes inside a value, hide no other row")
    void every_row_counts_however_it_ends() {
        String list =
                "recipient,scope,reference\r" + phone(1) + ",all,5\" screen\r\n" + phone(2) + ",all, \"a, b\" \r\n\n"
                        + phone(3) + ",all,\"say \"\"no\"\"\nnever\"\r" + phone(4) + ",all,7\" screen";

        assertThat(suppress(list)).isEqualTo(counts(4, 4, 0));
        assertThat(reference(1)).isEqualTo("5\" screen");
        assertThat(reference(2)).isEqualTo("a, b");
        assertThat(reference(3)).isEqualTo("say \"no\"\nnever");
        assertThat(reference(4)).isEqualTo("7\" screen");
    }

    private @Nullable String reference(int row) {
        return rig.store()
                .lookup(rig.recipient(phone(row)), Duration.ZERO)
                .consents()
                .optOuts()
                .get(0)
                .evidence()
                .reference();
    }

    @Test
    @DisplayName(
            "S-11: a row with more values than columns is rejected: they may stand under names that are not theirs")
    void a_comma_too_many() throws Exception {
        String rows = "recipient,purpose,actedAt,expires,document,reference\n"
                + phone(1) + ",slip,2026-03-01T10:00:00Z,2027-03-01T00:00:00Z,terms, 2nd edition,form-1\n"
                + phone(2) + ",slip,2026-03-01T10:00:00Z,2027-03-01T00:00:00Z,terms,form-2,,\n";

        assertThat(bring(new ByteArrayInputStream(rows.getBytes(UTF_8))))
                .isEqualTo(Map.of("rows", 2L, "applied", 1L, "unchanged", 0L, "rejected", 1L));
        assertThat(Files.readAllLines(rejects))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("1,\"found 7 values, expected 6")
                .doesNotContain(phone(1));
        assertThat(agreed(1)).isFalse();
    }

    private static Map<String, Object> counts(long rows, long applied, long rejected) {
        return Map.of("rows", rows, "applied", applied, "unchanged", rows - applied - rejected, "rejected", rejected);
    }

    /** A file that comes into being as it is read, and says how far that is. */
    private static final class Rows extends InputStream {

        private final int most;
        private final IntConsumer asked;
        private byte[] line = "recipient,purpose,actedAt,reference,expires\n".getBytes(UTF_8);
        private int at;
        private int next;

        Rows(int most, IntConsumer asked) {
            this.most = most;
            this.asked = asked;
        }

        @Override
        public int read() {
            while (at == line.length) {
                if (next == most) {
                    return -1;
                }
                asked.accept(next);
                line = row(next++).getBytes(UTF_8);
                at = 0;
            }
            return line[at++];
        }

        @Override
        public int read(byte @Nullable [] into, int from, int length) {
            int first = read();
            if (first < 0) {
                return -1;
            }
            int most = Math.min(length, line.length - at + 1);
            Objects.requireNonNull(into)[from] = (byte) first;
            System.arraycopy(line, at, into, from + 1, most - 1);
            at += most - 1;
            return most;
        }
    }
}

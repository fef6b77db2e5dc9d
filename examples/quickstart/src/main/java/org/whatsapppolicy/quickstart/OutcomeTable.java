package org.whatsapppolicy.quickstart;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/** What became of each message of the batch, for a person at a terminal. Thread-safe. */
public final class OutcomeTable {

    private static final ZoneId OFFICE = ZoneId.of("America/Sao_Paulo");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final List<String> TITLES =
            List.of("PERSON", "ABOUT", "VERDICT", "REASON", "EVIDENCE", "EARLIEST");

    private final PrintStream out;
    private final boolean terminal;
    private final List<List<String>> rows = new CopyOnWriteArrayList<>();

    OutcomeTable(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Notes one outcome; called by the routes after each send. */
    public void add(
            Exchange exchange,
            @Header("person") String person,
            @Header("about") String about,
            @Header("CamelWhatsAppPolicyDecision") @Nullable String decision,
            @Header("CamelWhatsAppPolicyReasons") @Nullable Object reasons,
            @Header("CamelWhatsAppPolicyExplanation") @Nullable String explanation,
            @Header("CamelWhatsAppPolicyNotBefore") @Nullable Instant notBefore) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        rows.add(List.of(
                person,
                about,
                failure != null ? "ERROR" : Objects.toString(decision, ""),
                failure != null ? failure.getClass().getSimpleName() : first(reasons),
                failure != null ? Objects.toString(failure.getMessage(), "") : Objects.toString(explanation, ""),
                notBefore == null ? "" : CLOCK.format(notBefore.atZone(OFFICE))));
        if (terminal) {
            out.print("\r" + progress());
            out.flush();
        }
    }

    /** Prints the table and starts a new one. */
    public synchronized void print() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(TITLES);
        lines.addAll(rows);
        int[] widths = new int[TITLES.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        out.println((terminal ? "\r" : "") + progress());
        out.println();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            out.println(text.toString().stripTrailing());
        }
        out.println();
        rows.clear();
    }

    private String progress() {
        return "batch: " + rows.size() + " messages decided, " + count("ALLOW") + " sent, " + count("DEFER")
                + " deferred, " + count("DENY") + " denied" + (count("ERROR") == 0 ? "" : ", " + count("ERROR") + " failed");
    }

    private long count(String verdict) {
        return rows.stream().filter(row -> row.get(2).equals(verdict)).count();
    }

    private static String first(@Nullable Object reasons) {
        if (reasons instanceof Iterable<?> many) {
            for (Object one : many) {
                return String.valueOf(one);
            }
        }
        String text = Objects.toString(reasons, "");
        int comma = text.indexOf(',');
        return comma < 0 ? text : text.substring(0, comma);
    }
}

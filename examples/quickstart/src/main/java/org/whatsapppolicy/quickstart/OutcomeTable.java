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
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/** What became of each message of the batch, for a person at a terminal. Thread-safe. */
public final class OutcomeTable {

    private static final ZoneId OFFICE = ZoneId.of("America/Sao_Paulo");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final List<String> TITLES = List.of("PERSON", "ABOUT", "VERDICT", "REASON", "EVIDENCE", "EARLIEST");

    private final PrintStream out;
    private final boolean terminal;
    private final Runnable printed;
    private final List<List<String>> rows = new CopyOnWriteArrayList<>();

    /**
     * @param terminal whether a line can be overwritten
     * @param printed what follows a printed table
     */
    OutcomeTable(PrintStream out, boolean terminal, Runnable printed) {
        this.out = out;
        this.terminal = terminal;
        this.printed = printed;
    }

    /** Notes what the policy said; called by the routes after each send. */
    public void add(
            @Header("person") String person,
            @Header("about") String about,
            @Header("CamelWhatsAppPolicyDecision") String decision,
            @Header("CamelWhatsAppPolicyReasons") List<String> reasons,
            @Header("CamelWhatsAppPolicyExplanation") String explanation,
            @Header("CamelWhatsAppPolicyNotBefore") @Nullable Instant notBefore) {
        String earliest = notBefore == null ? "" : CLOCK.format(notBefore.atZone(OFFICE));
        note(List.of(person, about, decision, reasons.get(0), evidence(explanation, reasons.get(0)), earliest));
    }

    /** What the explanation says of the deciding reason. */
    static String evidence(String explanation, String reason) {
        return explanation
                .lines()
                .filter(line -> line.contains(" " + reason + ": "))
                .findFirst()
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .map(line -> line.replaceFirst("; time alone does not help$|[,;] (until|free at) .*$", ""))
                .orElse("");
    }

    /** Notes a send that ended in an exception; called by the routes' onException. */
    public void failed(
            @Header("person") String person,
            @Header("about") String about,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception problem) {
        String text = Objects.toString(problem.getMessage(), "");
        note(List.of(person, about, "ERROR", problem.getClass().getSimpleName(), text, ""));
    }

    private void note(List<String> row) {
        rows.add(row);
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
                text.append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            out.println(text.toString().stripTrailing());
        }
        out.println();
        rows.clear();
        printed.run();
    }

    private String progress() {
        return "batch: " + rows.size() + " messages decided, " + count("ALLOW") + " sent, " + count("DEFER")
                + " deferred, " + count("DENY") + " denied"
                + (count("ERROR") == 0 ? "" : ", " + count("ERROR") + " failed");
    }

    private long count(String verdict) {
        return rows.stream().filter(row -> row.get(2).equals(verdict)).count();
    }
}

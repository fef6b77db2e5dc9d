package org.whatsapppolicy.simulator.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A question to the ledger about requests. Immutable; every condition narrows a copy. Nothing is read before
 * {@link #list}, {@link #count}, {@link #first}, {@link #last} or {@link #stream}, and each of them reads anew.
 *
 * <pre>{@code
 * ledger.query().accepted().to("+15550101001").template("parcel_sent").count()
 * }</pre>
 */
public final class LedgerQuery {

    private static final Map<String, BiFunction<LedgerQuery, String, LedgerQuery>> BY_NAME = Map.ofEntries(
            Map.entry("to", LedgerQuery::to),
            Map.entry("number", LedgerQuery::number),
            Map.entry("operation", (query, name) -> query.operation(Operation.valueOf(name))),
            Map.entry("type", LedgerQuery::type),
            Map.entry("template", LedgerQuery::template),
            Map.entry("callbackData", LedgerQuery::callbackData),
            Map.entry("accepted", (query, yes) -> query.where(it -> it.accepted() == Boolean.parseBoolean(yes))),
            Map.entry("code", (query, code) -> query.refusedWith(Integer.parseInt(code))),
            Map.entry(
                    "fault",
                    (query, name) -> query.where(it -> name.equals(it.answered().fault()))),
            Map.entry("since", (query, instant) -> query.since(Instant.parse(instant))),
            Map.entry("until", (query, instant) -> query.until(Instant.parse(instant))),
            Map.entry("wamid", LedgerQuery::wamid));

    private final Ledger ledger;
    private final Predicate<LedgerEntry> condition;

    LedgerQuery(Ledger ledger, Predicate<LedgerEntry> condition) {
        this.ledger = ledger;
        this.condition = condition;
    }

    /**
     * The conditions of a query string: {@code to}, {@code number}, {@code operation}, {@code type}, {@code template},
     * {@code callbackData}, {@code accepted}, {@code code}, {@code fault}, {@code since}, {@code until},
     * {@code wamid}. All given ones have to hold.
     *
     * @throws IllegalArgumentException when a name is none of these or a value makes no sense
     */
    public static LedgerQuery of(Ledger ledger, Map<String, String> parameters) {
        LedgerQuery query = ledger.query();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            BiFunction<LedgerQuery, String, LedgerQuery> narrowing = BY_NAME.get(parameter.getKey());
            if (narrowing == null) {
                throw new IllegalArgumentException("the ledger cannot be asked by '" + parameter.getKey()
                        + "', only by " + new TreeSet<>(BY_NAME.keySet()));
            }
            query = narrowing.apply(query, parameter.getValue());
        }
        return query;
    }

    /** Any further condition. */
    public LedgerQuery where(Predicate<LedgerEntry> further) {
        return new LedgerQuery(ledger, condition.and(further));
    }

    /** Addressed to that phone number, in any notation, or that business-scoped user id. */
    public LedgerQuery to(String recipient) {
        Address wanted = Address.of(recipient);
        return where(entry -> wanted.matches(entry.asked().recipient()));
    }

    /** With that phone number id or account id in the path. */
    public LedgerQuery number(String target) {
        return where(entry -> entry.asked().target().equals(target));
    }

    /** That asked for this. */
    public LedgerQuery operation(Operation wanted) {
        return where(entry -> entry.asked().operation() == wanted);
    }

    /** Messages of that type; a message that names none is a text. */
    public LedgerQuery type(String wanted) {
        return where(entry -> wanted.equals(entry.type()));
    }

    /** Messages made of that template. */
    public LedgerQuery template(String name) {
        return where(entry -> name.equals(entry.asked().template()));
    }

    /** With that {@code biz_opaque_callback_data}. */
    public LedgerQuery callbackData(String data) {
        return where(entry -> data.equals(entry.asked().callbackData()));
    }

    /** The request that became this message. */
    public LedgerQuery wamid(String id) {
        return where(entry -> id.equals(entry.wamid()));
    }

    /** Messages the platform took, also those whose answer was lost. */
    public LedgerQuery accepted() {
        return where(LedgerEntry::accepted);
    }

    /** Requests answered with a Graph error. */
    public LedgerQuery refused() {
        return where(entry -> entry.answered().code() >= 0);
    }

    /** Requests answered with that Graph error code. */
    public LedgerQuery refusedWith(int code) {
        return where(entry -> entry.answered().code() == code);
    }

    /** Requests on which a fault was played. */
    public LedgerQuery disturbed() {
        return where(entry -> !entry.answered().undisturbed());
    }

    /** From that instant on, by the simulator's clock. */
    public LedgerQuery since(Instant from) {
        return where(entry -> !entry.asked().at().isBefore(from));
    }

    /** Before that instant, by the simulator's clock. */
    public LedgerQuery until(Instant end) {
        return where(entry -> entry.asked().at().isBefore(end));
    }

    /** With that text anywhere in the body; nothing is found where bodies are not kept. */
    public LedgerQuery containing(String text) {
        return where(entry -> entry.asked().body().contains(text));
    }

    /** What matches, in the order decided. A copy of the moment. */
    public List<LedgerEntry> list() {
        return stream().toList();
    }

    /** What matches, one after the other; entries made meanwhile may or may not be seen. */
    public Stream<LedgerEntry> stream() {
        return ledger.entries().filter(condition);
    }

    /** How many match. */
    public long count() {
        return stream().count();
    }

    /** The first that matches. */
    public Optional<LedgerEntry> first() {
        return stream().findFirst();
    }

    /** The last that matches. */
    public Optional<LedgerEntry> last() {
        return stream().reduce((before, after) -> after);
    }
}

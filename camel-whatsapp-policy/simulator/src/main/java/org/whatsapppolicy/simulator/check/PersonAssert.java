package org.whatsapppolicy.simulator.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;
import org.whatsapppolicy.simulator.ledger.LedgerQuery;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;

/**
 * What is asserted about one person, or about each of several. Every assertion looks at the ledger as it stands, and
 * waits for nothing; with a virtual clock that is moved by the test nothing needs waiting for but the receiver of
 * webhooks, see {@code Ledger.awaitWebhooks}.
 */
public final class PersonAssert {

    private final Simulator simulator;
    private final List<String> addresses;

    PersonAssert(Simulator simulator, List<String> addresses) {
        this.simulator = simulator;
        this.addresses = addresses;
    }

    /**
     * Messages the platform took for the person: also those whose answer the client never saw, and those that fail
     * later, which {@link #wasTold} knows of.
     */
    public MessageCount received() {
        return new MessageCount(this, "messages taken", LedgerQuery::accepted);
    }

    /** The same, of one type: {@code text}, {@code template}, {@code image}, ... */
    public MessageCount received(String type) {
        return new MessageCount(
                this, type + " messages taken", query -> query.accepted().type(type));
    }

    /** Messages to the person that were refused with a Graph error. */
    public MessageCount wasRefused() {
        return new MessageCount(this, "messages refused", LedgerQuery::refused);
    }

    /** Messages to the person that were refused with this Graph error code. */
    public MessageCount wasRefused(int code) {
        return new MessageCount(this, "messages refused with " + code, query -> query.refusedWith(code));
    }

    /**
     * Messages to the person of which a webhook told this status, whether the receiver took it or not. A failure can be
     * named with its code: {@code failed, 131047}.
     *
     * @param status {@code sent}, {@code delivered}, {@code read} or {@code failed}
     */
    public EventCount wasTold(String status) {
        return new EventCount(this, "messages told as " + status, address -> told(address, status));
    }

    /** Things the person wrote or tapped that a webhook told of. */
    public EventCount wrote() {
        return new EventCount(this, "things written by the person and told", this::wrote);
    }

    Stream<String> addresses() {
        return addresses.stream();
    }

    LedgerQuery messagesTo(String address) {
        return simulator.ledger().query().to(address).where(entry -> entry.type() != null);
    }

    private long told(String address, String status) {
        Set<String> wamids = new HashSet<>();
        messagesTo(address).accepted().stream().map(LedgerEntry::wamid).forEach(wamids::add);
        return Told.count(simulator, wamids, status);
    }

    private long wrote(String address) {
        String person = Cast.address(address);
        Set<String> ids = new HashSet<>();
        for (WebhookAttempt attempt : simulator.ledger().webhooks()) {
            for (Told told : Told.in(attempt)) {
                if (told.inbound() && person.equals(told.person())) {
                    ids.add(told.id() == null ? attempt.body() : told.id());
                }
            }
        }
        return ids.size();
    }

    AssertionError failure(String address, String expected, long found) {
        return new AssertionError(
                "expected " + expected + " for " + address + ", found " + found + ".\n" + Story.of(simulator, address));
    }
}

package org.whatsapppolicy.simulator.webhook.account;

import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * Something happened to an account: {@code account_update}, in many kinds.
 *
 * @param event the name, such as {@code ACCOUNT_RESTRICTION}
 */
public record AccountUpdate(String accountId, String event, List<Detail> details) implements Event {

    /** What an event brings besides its name. */
    public interface Detail {

        /** Writes the member. */
        void write(JsonBytes json);
    }

    /** Copies the list. */
    public AccountUpdate {
        details = List.copyOf(details);
    }

    /** An event of any name, with what it brings. */
    public static AccountUpdate of(String accountId, String event, Detail... details) {
        return new AccountUpdate(accountId, event, List.of(details));
    }

    /** The account is gone. */
    public static AccountUpdate deleted(String accountId) {
        return of(accountId, "ACCOUNT_DELETED");
    }

    /** The account left the platform. */
    public static AccountUpdate offboarded(String accountId) {
        return of(accountId, "ACCOUNT_OFFBOARDED");
    }

    /** The account is back on the platform. */
    public static AccountUpdate reconnected(String accountId) {
        return of(accountId, "ACCOUNT_RECONNECTED");
    }

    /** Something is no longer possible for a while. */
    public static AccountUpdate restricted(String accountId, Restrictions restrictions) {
        return of(accountId, "ACCOUNT_RESTRICTION", restrictions);
    }

    /** Direct Send was warned of, restricted or given back, by the name of the violation. */
    public static AccountUpdate directSend(String accountId, Violation violation, Detail... restrictions) {
        List<Detail> all = new ArrayList<>();
        all.add(violation);
        all.addAll(List.of(restrictions));
        return new AccountUpdate(accountId, "ACCOUNT_RESTRICTION", all);
    }

    /** A policy was broken. */
    public static AccountUpdate violation(String accountId, Violation violation) {
        return of(accountId, "ACCOUNT_VIOLATION", violation);
    }

    /** The account will be, is, or is no longer banned. */
    public static AccountUpdate ban(String accountId, Ban ban) {
        return of(accountId, "DISABLED_UPDATE", ban);
    }

    /** A partner may work with the account. */
    public static AccountUpdate partnerAdded(String accountId, WabaInfo info) {
        return of(accountId, "PARTNER_ADDED", info);
    }

    /** A partner may no longer work with it. */
    public static AccountUpdate partnerRemoved(String accountId, WabaInfo info, Detail... disconnection) {
        List<Detail> all = new ArrayList<>();
        all.add(info);
        all.addAll(List.of(disconnection));
        return new AccountUpdate(accountId, "PARTNER_REMOVED", all);
    }

    /** The business is at home in another country now. */
    public static AccountUpdate primaryCountry(String accountId, String country) {
        return of(accountId, "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE", json -> json.put("country", country));
    }

    @Override
    public String field() {
        return "account_update";
    }

    @Override
    public String kind() {
        return event;
    }

    @Override
    public void value(JsonBytes json) {
        json.put("event", event);
        details.forEach(detail -> detail.write(json));
    }
}

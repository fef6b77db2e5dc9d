package org.whatsapppolicy.simulator.account;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The accounts (WABAs), each of which comes into being when asked for. Safe for use by several threads. */
public final class Accounts {

    /** The business portfolio all accounts belong to. */
    public static final String BUSINESS_ID = "300000000000001";

    private final ConcurrentHashMap<String, Account> byId = new ConcurrentHashMap<>();
    private final AtomicLong signupIds = new AtomicLong(700_000_000_000_000L);

    /** For the simulator. */
    public Accounts() {}

    /** The account of that id. */
    public Account get(String id) {
        Account known = byId.get(id);
        return known != null ? known : byId.computeIfAbsent(id, any -> new Account(any, signupIds));
    }

    /** The account a signup belongs to, null when there is no such signup. */
    @Nullable
    Account ofSignup(String signupId) {
        return byId.values().stream()
                .filter(account -> account.signup(signupId) != null)
                .findFirst()
                .orElse(null);
    }
}

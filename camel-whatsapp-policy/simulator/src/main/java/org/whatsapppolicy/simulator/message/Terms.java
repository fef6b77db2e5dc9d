package org.whatsapppolicy.simulator.message;

import java.util.concurrent.ConcurrentHashMap;

/** What each account may send; the usual until changed. Safe for use by several threads. */
public final class Terms {

    private final ConcurrentHashMap<String, AccountTerms> byAccount = new ConcurrentHashMap<>();

    /** The terms of one account, by its id. */
    public AccountTerms of(String accountId) {
        AccountTerms known = byAccount.get(accountId);
        return known != null ? known : byAccount.computeIfAbsent(accountId, id -> new AccountTerms());
    }
}

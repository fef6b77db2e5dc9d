package org.whatsapppolicy.simulator.message;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one account may send beyond the usual, and what it may not. Everything may be changed at any moment, from any
 * thread.
 */
public final class AccountTerms {

    private final Set<String> syncing = ConcurrentHashMap.newKeySet();
    private final Set<String> unavailable = ConcurrentHashMap.newKeySet();
    private volatile boolean directSend;
    private volatile boolean directAuthentication;
    private volatile boolean directSendBlocked;
    private volatile boolean marketingOnCloudApi = true;
    private volatile boolean onboarded = true;
    private volatile boolean bidMultiplier;
    private final Set<String> barred = ConcurrentHashMap.newKeySet();
    private volatile long cappedUntilMillis = Long.MIN_VALUE;

    AccountTerms() {}

    /** Lets the account send utility messages without a template ({@code category}); otherwise answered with 100. */
    public AccountTerms directSend(boolean now) {
        directSend = now;
        return this;
    }

    boolean directSend() {
        return directSend;
    }

    /** Lets the account send codes without a template too. Needs {@link #directSend}. */
    public AccountTerms directAuthentication(boolean now) {
        directAuthentication = now;
        return this;
    }

    boolean directAuthentication() {
        return directAuthentication;
    }

    /** Blocks what goes without a template, as after misuse: answered with 139200. */
    public AccountTerms directSendBlocked(boolean now) {
        directSendBlocked = now;
        return this;
    }

    boolean directSendBlocked() {
        return directSendBlocked;
    }

    /** Whether {@code messages} takes marketing templates; switched off they are answered with 131063. On at first. */
    public AccountTerms marketingOnCloudApi(boolean now) {
        marketingOnCloudApi = now;
        return this;
    }

    boolean marketingOnCloudApi() {
        return marketingOnCloudApi;
    }

    /**
     * Whether the account was let on to {@code marketing_messages}. If not, messages that allow the fallback go out as
     * by {@code messages}, and strict ones are answered with 134102. On at first.
     */
    public AccountTerms onboarded(boolean now) {
        onboarded = now;
        return this;
    }

    boolean onboarded() {
        return onboarded;
    }

    /** Bids for marketing messages, which cannot be done for user ids: those are answered with 131062. Off at first. */
    public AccountTerms bidMultiplier(boolean now) {
        bidMultiplier = now;
        return this;
    }

    boolean bidMultiplier() {
        return bidMultiplier;
    }

    /** Whether a template is still being synchronised with {@code marketing_messages}: answered with 134101. */
    public AccountTerms syncing(String template, boolean now) {
        return put(syncing, template, now);
    }

    boolean syncing(String template) {
        return syncing.contains(template);
    }

    /** Whether a template could not be synchronised with {@code marketing_messages}: answered with 134102. */
    public AccountTerms unavailable(String template, boolean now) {
        return put(unavailable, template, now);
    }

    boolean unavailable(String template) {
        return unavailable.contains(template);
    }

    /**
     * Whether the account must not message people of that country, told by their numbers: answered with 130497. Everywhere it
     * may at first, sanctioned countries included.
     *
     * @param country two capital letters
     */
    public AccountTerms mayNotMessage(String country, boolean now) {
        return put(barred, country, now);
    }

    boolean mayNotMessage(String country) {
        return barred.contains(country);
    }

    /**
     * Caps what the account sends as utility, templates and Direct Send, because it called marketing so: answered with 131064
     * until that moment, which lifts it by itself.
     */
    public AccountTerms utilityCappedUntil(Instant end) {
        cappedUntilMillis = end.toEpochMilli();
        return this;
    }

    boolean utilityCapped(long nowMillis) {
        return nowMillis < cappedUntilMillis;
    }

    private AccountTerms put(Set<String> names, String name, boolean now) {
        if (now) {
            names.add(name);
        } else {
            names.remove(name);
        }
        return this;
    }
}

package org.whatsapppolicy.policy.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one person's grants and withdrawals. A pure value: every store folds acts with {@link #after}, so that they
 * cannot differ in which act counts.
 *
 * <p>The state is a set of latest acts and forgets nothing that a late arrival could ask about: a grant does not delete an
 * opt-out, it only outlives it for its own purpose, and which of the two is later is judged by {@link #inForce} when a message
 * is decided. Therefore the same acts give the same state in any order and however often they arrive; the one exception is a
 * confirmation that arrives before any grant, which is refused, unless it turns out later whose it was ({@link #confirmed}).
 *
 * @param grants at most one a purpose, the latest act; the app's own resume stands among them as {@link #RESUMED}
 * @param optOuts at most one a scope, the latest act, lifted or not
 */
public record Consents(List<Grant> grants, List<OptOut> optOuts) {

    /** Of a person nobody knows. */
    public static final Consents NONE = new Consents(List.of(), List.of());

    /** In place of a purpose: the app's own "resume", which lifts {@link Scope#MARKETING_APP} for every purpose. */
    public static final String RESUMED = "marketing:app";

    /** An act dated further ahead of the store's clock than two clocks differ is a mistake and lifts nothing. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    public Consents {
        grants = List.copyOf(grants);
        optOuts = List.copyOf(optOuts);
    }

    /** Whether an act is dated so far ahead of the store's clock that it must be a mistake. */
    public static boolean ahead(Instant act, Instant now) {
        return act.isAfter(latest(now));
    }

    /** What another clock may show at most. */
    static Instant latest(Instant now) {
        return now.plus(CLOCKS_DIFFER);
    }

    /** The grant for the purpose, or null. It stands here whether or not an opt-out overrules it. */
    public @Nullable Grant grant(String purpose) {
        for (int i = 0; i < grants.size(); i++) {
            if (grants.get(i).purpose().equals(purpose)) {
                return grants.get(i);
            }
        }
        return null;
    }

    /** The opt-out of exactly this scope, lifted or not, or null. */
    public @Nullable OptOut optOut(Scope scope) {
        for (int i = 0; i < optOuts.size(); i++) {
            if (optOuts.get(i).scope().equals(scope)) {
                return optOuts.get(i);
            }
        }
        return null;
    }

    /**
     * The opt-out that stops the purpose (S-16): it covers it, and no later act that may lift it is known (S-12). Equal
     * times: the opt-out wins.
     *
     * @param marketing whether the message counts as marketing
     * @param now the store's clock; acts dated well after it lift nothing
     * @return the latest of them, or null when none is in force
     */
    public @Nullable OptOut inForce(String purpose, boolean marketing, Instant now) {
        if (optOuts.isEmpty()) {
            return null;
        }
        Grant grant = grant(purpose);
        Instant lifts = grant == null ? null : credible(grant.lifts(), now);
        OptOut found = null;
        for (int i = 0; i < optOuts.size(); i++) {
            OptOut optOut = optOuts.get(i);
            if (covers(optOut.scope(), purpose, marketing)
                    && !later(lifts, optOut)
                    && !resumed(optOut, now)
                    && (found == null
                            || optOut.evidence().act().isAfter(found.evidence().act()))) {
                found = optOut;
            }
        }
        return found;
    }

    /**
     * The latest withdrawal that covers the purpose, whether or not something lifted it since: what a confirmation must be
     * later than to count.
     */
    public @Nullable Instant lastWithdrawal(String purpose, boolean marketing) {
        Instant last = null;
        for (int i = 0; i < optOuts.size(); i++) {
            OptOut optOut = optOuts.get(i);
            Instant act = optOut.evidence().act();
            if (covers(optOut.scope(), purpose, marketing) && (last == null || act.isAfter(last))) {
                last = act;
            }
        }
        return last;
    }

    /**
     * Whether consent for the purpose was given anew after {@code since} (S-23): by the person, with proof, or confirmed or
     * entered by somebody who is named. An import renews nothing.
     *
     * @param now the store's clock; acts dated well after it renew nothing
     */
    public boolean renewed(String purpose, Instant since, Instant now) {
        Grant grant = grant(purpose);
        return grant != null && grant.renewed(since, latest(now));
    }

    /** Whether consent for any purpose was. */
    public boolean renewed(Instant since, Instant now) {
        return grants.stream().anyMatch(grant -> renewed(grant.purpose(), since, now));
    }

    /**
     * What is known when several turn out to be one person (S-22). An opt-out that was in force for any of them is in force
     * afterwards: the acts of one never lift an opt-out of another. Of the grants for a purpose the latest act counts.
     *
     * @param now the store's clock
     */
    public static Consents merged(List<Consents> all, Instant now) {
        return Merge.of(all, now);
    }

    /**
     * Folds one act in, by the time of the act and not of its arrival (S-12). A grant that meets an opt-out it cannot lift is
     * kept without force, so that the order of arrival does not matter; whether marketing was stopped is not judged here,
     * where the category of the purpose is unknown, but by {@link #inForce}.
     *
     * @return the new state, and what became of the act
     */
    public Change after(ConsentAct act) {
        return Fold.fold(this, act);
    }

    /**
     * The act as it stands to the opt-outs that are known. What somebody did in the chat or the menu before they stopped may be
     * delivered after that; while the platform's clock is ahead of the store's, both are cut off in the order of their arrival. Then the
     * times count that the platform told, and such an act is no later than the stop (S-12).
     */
    public ConsentAct ordered(ConsentAct act) {
        Evidence evidence = act.evidence();
        if (act instanceof ConsentAct.Withdrawn || !evidence.toldByPlatform()) {
            return act;
        }
        Instant latest = evidence.act();
        for (OptOut optOut : optOuts) {
            Instant stopped = optOut.evidence().act();
            if (stopped.isBefore(latest) && !act.said().isAfter(optOut.said())) {
                latest = stopped;
            }
        }
        return act.notAfter(latest);
    }

    /**
     * With a second act of somebody who turned out later to be the same person (S-13, S-22): it confirms what was asked for before
     * it, and lifts nothing.
     */
    public Consents confirmed(ConsentAct.Confirmed act) {
        return Fold.confirmedLate(this, act);
    }

    /** Every opt-out that stops the purpose, whatever it counts as. */
    List<OptOut> allInForce(String purpose, Instant now) {
        Grant grant = grant(purpose);
        Instant lifts = grant == null ? null : credible(grant.lifts(), now);
        return optOuts.stream()
                .filter(o -> covers(o.scope(), purpose, true) && !later(lifts, o) && !resumed(o, now))
                .toList();
    }

    /** The app's own stop as long as the app's own resume did not lift it. */
    boolean stoppedInApp(Instant now) {
        OptOut stop = optOut(Scope.MARKETING_APP);
        return stop != null && !resumed(stop, now);
    }

    private boolean resumed(OptOut optOut, Instant now) {
        if (!optOut.scope().equals(Scope.MARKETING_APP)) {
            return false;
        }
        Grant resume = grant(RESUMED);
        return resume != null && later(credible(resume.evidence().act(), now), optOut);
    }

    private static boolean covers(Scope scope, String purpose, boolean marketing) {
        String text = scope.text();
        return switch (text) {
            case "all" -> true;
            case "marketing", "marketing:app" -> marketing;
            default -> text.length() == purpose.length() + 8 && text.startsWith("purpose:") && text.endsWith(purpose);
        };
    }

    private static boolean later(@Nullable Instant lifts, OptOut optOut) {
        return lifts != null && lifts.isAfter(optOut.evidence().act());
    }

    private static @Nullable Instant credible(@Nullable Instant lifts, Instant now) {
        return lifts == null || ahead(lifts, now) ? null : lifts;
    }

    /**
     * What an act did.
     *
     * @param consents the state from now on
     * @param effect what became of the act
     */
    public record Change(Consents consents, Effect effect) {}

    /** What became of an act. */
    public enum Effect {
        /** It changed what is known. */
        APPLIED,
        /** A later or equal act was known already: kept in the history only. */
        OUTDATED,
        /** A grant that cannot lift the opt-out it meets (S-12): without force, and told to whoever brought it. */
        OPTED_OUT,
        /** A confirmation without a grant to confirm. */
        NOTHING_TO_CONFIRM
    }
}

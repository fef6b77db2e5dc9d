package org.whatsapppolicy.simulator.number;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;

/**
 * The display name of one number, and a new one on its way: asked for at most 10 times in 30 days, decided by review,
 * and in force once the number is registered again within 14 days of the approval.
 */
final class DisplayName {

    private static final int MOST = 10;
    private static final Duration PERIOD = Duration.ofDays(30);
    private static final Duration TO_REGISTER = Duration.ofDays(14);

    private final Deque<Instant> changes = new ArrayDeque<>();
    private String name = "Simulated Business";
    private String status = "APPROVED";
    private @Nullable String next;
    private String nextStatus = "NONE";
    private Instant approved = Instant.MIN;

    synchronized String name() {
        return name;
    }

    synchronized void name(String now) {
        name = now;
    }

    synchronized String status() {
        return status;
    }

    synchronized void status(String now) {
        status = now;
    }

    synchronized void ask(Instant now, String wanted) {
        Instant first = changes.peekFirst();
        while (first != null && !now.isBefore(first.plus(PERIOD))) {
            changes.removeFirst();
            first = changes.peekFirst();
        }
        if (changes.size() == MOST) {
            throw GraphErrors.badParameter("The display name can be changed 10 times in 30 days.");
        }
        changes.addLast(now);
        next = wanted;
        nextStatus = "PENDING_REVIEW";
    }

    /** Decides about the new name if it is still the one that was asked for. */
    synchronized boolean decide(Instant now, String wanted, boolean approve) {
        if (!wanted.equals(next) || !nextStatus.equals("PENDING_REVIEW")) {
            return false;
        }
        nextStatus = approve ? "APPROVED" : "DECLINED";
        approved = now;
        return true;
    }

    synchronized void registered(Instant now) {
        if (next != null && nextStatus(now).equals("APPROVED")) {
            name = next;
            status = "APPROVED";
            next = null;
            nextStatus = "NONE";
        }
    }

    synchronized @Nullable String next() {
        return next;
    }

    synchronized String nextStatus(Instant now) {
        boolean late = nextStatus.equals("APPROVED") && !now.isBefore(approved.plus(TO_REGISTER));
        return late ? "EXPIRED" : nextStatus;
    }
}

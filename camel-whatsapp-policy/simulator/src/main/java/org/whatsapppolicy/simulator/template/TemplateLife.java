package org.whatsapppolicy.simulator.template;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** What happened to one template so far, apart from what a send needs to know. */
final class TemplateLife {

    private static final int MOST_EDITS = 10;
    private static final Duration EDIT_PERIOD = Duration.ofDays(30);
    private static final Duration BETWEEN_EDITS = Duration.ofHours(24);

    private final Deque<Instant> edits = new ArrayDeque<>();
    private final boolean generated;
    private Instant qualitySince;
    private volatile long lastUsedMillis;
    private @Nullable String parameterFormat;
    private @Nullable Long ttlSeconds;
    private @Nullable String previousCategory;
    private @Nullable String correctCategory;
    private @Nullable String rejectedReason;
    private int handIns;
    private int pauses;
    private boolean pausedByPacing;

    TemplateLife(Instant now, boolean generated) {
        this.qualitySince = now;
        this.lastUsedMillis = now.toEpochMilli();
        this.generated = generated;
    }

    synchronized void described(@Nullable String format, @Nullable Long ttl) {
        parameterFormat = format;
        ttlSeconds = ttl;
    }

    /** Counts a hand-in for review. Returns the count. */
    synchronized int handIn() {
        return ++handIns;
    }

    synchronized int handIns() {
        return handIns;
    }

    /** Counts an edit of an approved template, or refuses it. */
    synchronized void edit(Instant now) {
        Instant first = edits.peekFirst();
        while (first != null && !now.isBefore(first.plus(EDIT_PERIOD))) {
            edits.removeFirst();
            first = edits.peekFirst();
        }
        Instant last = edits.peekLast();
        if (last != null && now.isBefore(last.plus(BETWEEN_EDITS))) {
            throw GraphErrors.badParameter("An approved template can be edited once in 24 hours.");
        }
        if (edits.size() == MOST_EDITS) {
            throw GraphErrors.badParameter("An approved template can be edited 10 times in 30 days.");
        }
        edits.addLast(now);
    }

    /** Counts a pause for quality: 1 and 2 are timed, the third is for good. */
    synchronized int pause() {
        pausedByPacing = false;
        return ++pauses;
    }

    synchronized int pauses() {
        return pauses;
    }

    synchronized void pausedByPacing(boolean now) {
        pausedByPacing = now;
    }

    synchronized boolean pausedByPacing() {
        return pausedByPacing;
    }

    synchronized void quality(Instant since) {
        qualitySince = since;
    }

    synchronized Instant qualitySince() {
        return qualitySince;
    }

    synchronized void recategorised(String before) {
        previousCategory = before;
        correctCategory = null;
        ttlSeconds = null;
    }

    synchronized void correctCategory(@Nullable String category) {
        correctCategory = category;
    }

    synchronized @Nullable String correctCategory() {
        return correctCategory;
    }

    synchronized @Nullable String previousCategory() {
        return previousCategory;
    }

    synchronized void rejected(@Nullable String reason) {
        rejectedReason = reason;
    }

    synchronized @Nullable String rejectedReason() {
        return rejectedReason;
    }

    synchronized @Nullable String parameterFormat() {
        return parameterFormat;
    }

    synchronized @Nullable Long ttlSeconds() {
        return ttlSeconds;
    }

    boolean generated() {
        return generated;
    }

    void used(long millis) {
        lastUsedMillis = millis;
    }

    Instant lastUsed() {
        return Instant.ofEpochMilli(lastUsedMillis);
    }
}

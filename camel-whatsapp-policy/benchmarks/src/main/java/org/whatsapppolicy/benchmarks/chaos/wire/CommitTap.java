package org.whatsapppolicy.benchmarks.chaos.wire;

import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** Looks for the word of PostgreSQL that a transaction is committed. */
public final class CommitTap implements Tap {

    /** The message {@code CommandComplete} of a commit. */
    private static final String COMMITTED = "C\0\0\0\013COMMIT\0";

    private final BooleanSupplier committed;
    private String before = "";

    /** @param committed asked at each commit, before its word goes on; false swallows the word and cuts the line */
    public CommitTap(BooleanSupplier committed) {
        this.committed = committed;
    }

    @Override
    public boolean up(byte[] bytes, Moment at) {
        return true;
    }

    @Override
    public boolean down(byte[] bytes, Moment at) {
        String now = before + new String(bytes, StandardCharsets.ISO_8859_1);
        // It may come in two pieces, and must not be found in both.
        before = now.substring(Math.max(0, now.length() - COMMITTED.length() + 1));
        return !now.contains(COMMITTED) || committed.getAsBoolean();
    }
}

package org.whatsapppolicy.benchmarks.chaos.judge;

/** Why a decision is not made again: something that it rested on is not known any more, or more than the person's past. */
public enum LeftOut {
    /** Only the last attempt's decision stands there, and when the earlier ones counted is not known. */
    TRIED_AGAIN("was tried again"),
    /** It was only taken, or held for reasons that lie outside of the person. */
    HELD_BY_OTHERS("is only taken, or held by throughput or for want of statuses"),
    /** Two transactions read the same clock, and nobody can tell which came first. */
    SAME_MILLISECOND("shares a millisecond with something else of the person"),
    /** The time that the platform told of the opt-out is not in the history, where the store's clock is behind (S-24). */
    ANSWERS_AN_OPT_OUT("answers what was written within a minute of an opt-out"),
    /** The same of a message beside it, of which a later attempt stands there. */
    BESIDE_TRIED_AGAIN("stands beside a message that was tried again later"),
    /** Until when it counted before the platform told that it failed is not kept. */
    BESIDE_FAILED_LATER("stands beside a message that the platform took and failed, maybe later"),
    /** Too many that may have counted in two ways. */
    BESIDE_MANY("stands beside more than three messages whose answers may or may not have been known");

    private final String words;

    LeftOut(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}

package org.whatsapppolicy.simulator.limit;

/** What happens to a message beyond the portfolio limit, for which the platform documents nothing. */
public enum BeyondPortfolio {
    /** Refused at once with 131048, as some providers report. */
    REFUSE,
    /** Accepted, then a failed status with 131048. */
    FAIL_LATER,
    /** Accepted, then nothing. */
    SILENCE
}

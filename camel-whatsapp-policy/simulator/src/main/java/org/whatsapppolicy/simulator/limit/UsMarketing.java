package org.whatsapppolicy.simulator.limit;

import java.time.Instant;
import java.util.List;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** No marketing to numbers with area codes of the United States, since a day: accepted, then failed with 131049. */
final class UsMarketing implements Limit {

    private static final long SINCE = Instant.parse("2025-04-01T00:00:00Z").getEpochSecond() * 1_000_000;

    private long refused;

    @Override
    public Verdict judge(Sending sending) {
        if (!sending.marketing() || sending.micros() < SINCE || !UsAreaCodes.american(sending.person())) {
            return Verdict.PASS;
        }
        refused++;
        return Verdict.failLater(GraphErrors.of(131049));
    }

    @Override
    public void count(Sending sending) {}

    @Override
    public List<LimitUse> use(long micros) {
        return List.of(new LimitUse(LimitName.US_MARKETING, "people there", 0, 0, refused));
    }
}

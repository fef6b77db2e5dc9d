package org.whatsapppolicy.simulator.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;

/** How often an account is managed in a moving hour, by the one app there is here; sending is none of it. Answered with 80007. */
final class ManagementCalls implements Limit {

    /** For an account with a registered number; another has 200. */
    static final int ACTIVE_ACCOUNT = 5_000;

    private static final long HOUR = Duration.ofHours(1).toNanos() / 1_000;

    private final Map<String, Deque<Long>> calls = new HashMap<>();
    private final int most;
    private long refused;

    ManagementCalls(int most) {
        this.most = most;
    }

    /** Counts a call, or refuses it. */
    void count(String accountId, long micros) {
        Deque<Long> times = calls.computeIfAbsent(accountId, any -> new ArrayDeque<>());
        forget(times, micros);
        if (times.size() >= most) {
            refused++;
            throw new Refused(GraphErrors.of(80007));
        }
        times.addLast(micros);
    }

    private static void forget(Deque<Long> times, long micros) {
        while (!times.isEmpty() && micros - times.peekFirst() >= HOUR) {
            times.removeFirst();
        }
    }

    @Override
    public Verdict judge(Sending sending) {
        return Verdict.PASS;
    }

    @Override
    public void count(Sending sending) {}

    @Override
    public List<LimitUse> use(long micros) {
        List<LimitUse> use = new ArrayList<>();
        calls.forEach((account, times) -> {
            forget(times, micros);
            use.add(new LimitUse(LimitName.MANAGEMENT, account, times.size(), most, refused));
        });
        return use;
    }
}

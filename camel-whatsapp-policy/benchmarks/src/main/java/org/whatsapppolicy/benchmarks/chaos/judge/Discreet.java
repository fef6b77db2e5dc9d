package org.whatsapppolicy.benchmarks.chaos.judge;

import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.benchmarks.chaos.drive.Canary;

/** Promise 8: no token, secret, text or number in what nodes log, throw, or show to operators. */
final class Discreet implements Check {

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        List<String> canaries = Canary.all(evidence.people());
        evidence.shown().forEach((where, text) -> {
            for (String canary : canaries) {
                int at = text.indexOf(canary);
                if (at >= 0) {
                    violations.add(new Violation(
                            8,
                            where + " tells " + canary + ": "
                                    + text.substring(Math.max(0, at - 100), Math.min(text.length(), at + 60))
                                            .replace('\n', ' ')));
                }
            }
        });
        return violations;
    }
}

package org.whatsapppolicy.benchmarks.chaos.judge;

import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.benchmarks.chaos.drive.Canary;

/**
 * Promise 8: no token, secret, text or number in what nodes log, throw, or show to operators. A node that shows nothing hides
 * nothing either: what it shows has to be there.
 */
final class Discreet implements Check {

    /** Begins the name of what a node shows to operators. */
    static final String BY_NODE = "JMX and meters of ";

    /** The same of a node of an earlier build, which may have shown less. */
    static final String EARLIER = "JMX of an earlier build, ";

    /** The names of beans of Camel and of the product, what a dump of routes begins with, and a meter with a URI. */
    private static final List<String> SHOWN =
            List.of("org.apache.camel:", "name=PolicyControl", "<routes", "meter camel.exchange.event.notifier{");

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        List<String> canaries = Canary.all(evidence.people());
        evidence.shown().forEach((where, text) -> {
            if (where.startsWith(BY_NODE) && !SHOWN.stream().allMatch(text::contains)) {
                violations.add(new Violation(8, where + " does not show " + SHOWN + ", so that nothing is proven"));
            }
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

package org.whatsapppolicy.benchmarks.chaos.judge;

import java.util.List;

/** Looks for breaches of one promise. */
interface Check {

    List<Violation> judge(Evidence evidence);
}

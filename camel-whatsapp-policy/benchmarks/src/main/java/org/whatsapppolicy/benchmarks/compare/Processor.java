package org.whatsapppolicy.benchmarks.compare;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How much processor time this process has used. */
final class Processor {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Processor() {}

    static Duration spent() {
        return Duration.ofNanos(SYSTEM.getProcessCpuTime());
    }
}

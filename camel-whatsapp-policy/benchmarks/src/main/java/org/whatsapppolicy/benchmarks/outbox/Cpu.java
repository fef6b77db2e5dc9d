package org.whatsapppolicy.benchmarks.outbox;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Processor time, which suffers least from what else the machine does. */
final class Cpu {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Cpu() {}

    /** Of this process so far. */
    static long nanos() {
        return SYSTEM.getProcessCpuTime();
    }
}

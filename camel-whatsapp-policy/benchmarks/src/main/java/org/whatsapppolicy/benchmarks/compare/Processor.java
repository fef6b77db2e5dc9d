package org.whatsapppolicy.benchmarks.compare;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How much processor time this process has used. */
final class Processor {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private Processor() {}

    /** How long the compiler's threads were at work so far. */
    static Duration compiling() {
        return Duration.ofMillis(COMPILER.getTotalCompilationTime());
    }

    static Duration spent() {
        return Duration.ofNanos(SYSTEM.getProcessCpuTime());
    }
}

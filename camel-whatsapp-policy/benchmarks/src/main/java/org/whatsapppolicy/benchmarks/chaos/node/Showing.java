package org.whatsapppolicy.benchmarks.chaos.node;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collection;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;

/** Everything that a curious operator can look up in a node: values and dumps of JMX, the URIs of endpoints, and meters. */
final class Showing {

    private Showing() {}

    static String of(CamelContext camel) {
        StringBuilder all = new StringBuilder();
        camel.getEndpoints().forEach(endpoint -> all.append(endpoint).append('\n'));
        camel.getRegistry()
                .findByType(MeterRegistry.class)
                .forEach(meters -> meters.forEachMeter(meter -> show(meter, all)));
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : server.queryNames(null, null)) {
            if (!name.getDomain().startsWith("java") && !name.getDomain().startsWith("jdk")) {
                show(server, name, all);
            }
        }
        return all.toString();
    }

    private static void show(Meter meter, StringBuilder all) {
        all.append("meter ").append(meter.getId().getName()).append('{');
        meter.getId().getTags().forEach(tag -> all.append(tag).append(' '));
        all.append('}').append(meter.measure()).append('\n');
    }

    private static void show(MBeanServer server, ObjectName name, StringBuilder all) {
        all.append(name).append('\n');
        try {
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                if (attribute.isReadable()) {
                    all.append("  ")
                            .append(attribute.getName())
                            .append(" = ")
                            .append(value(server, name, attribute.getName()))
                            .append('\n');
                }
            }
            for (MBeanOperationInfo operation : server.getMBeanInfo(name).getOperations()) {
                if (operation.getName().startsWith("dump") && operation.getSignature().length == 0) {
                    all.append("  ").append(dump(server, name, operation)).append('\n');
                }
            }
        } catch (JMException e) {
            all.append("  not readable: ").append(e.getClass().getSimpleName()).append('\n');
        }
    }

    private static String dump(MBeanServer server, ObjectName name, MBeanOperationInfo operation) {
        try {
            return String.valueOf(server.invoke(name, operation.getName(), null, null));
        } catch (JMException | RuntimeException e) {
            return operation.getName() + "? (" + e.getClass().getSimpleName() + ")";
        }
    }

    private static String value(MBeanServer server, ObjectName name, String attribute) {
        try {
            Object value = server.getAttribute(name, attribute);
            if (value instanceof Object[] several) {
                return Arrays.deepToString(several);
            }
            return value instanceof Collection<?> many ? many.toString() : String.valueOf(value);
        } catch (JMException | RuntimeException e) {
            return "? (" + e.getClass().getSimpleName() + ")";
        }
    }
}

package org.whatsapppolicy.camel;

import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Service;
import org.apache.camel.spi.ManagementAgent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Services of a component that a context manages. Those of the component of the usual name are found by their types; those of any
 * other have its name behind their own, so that several components of a context can be told apart.
 */
final class ContextServices {

    /** The usual name of the component. */
    static final String USUAL = "whatsapp-policy";

    private static final Logger LOG = LoggerFactory.getLogger(ContextServices.class);

    private final CamelContext context;
    private final String component;
    private final Map<String, ObjectName> named = new TreeMap<>();

    ContextServices(CamelContext context, String component) {
        this.context = context;
        this.component = component;
    }

    /** The name of a component in its context. */
    static String nameOf(WhatsAppPolicyComponent component) {
        CamelContext context = component.getCamelContext();
        return context.getComponentNames().stream()
                .filter(name -> context.hasComponent(name) == component)
                .findFirst()
                .orElse(USUAL);
    }

    /** Starts it and shows it to operators. */
    void add(Service service) throws Exception {
        if (component.equals(USUAL)) {
            context.addService(service);
        } else {
            service.start();
        }
        ManagementAgent agent = context.getManagementStrategy().getManagementAgent();
        if (agent != null) {
            ObjectName name = name(service);
            // A context that runs already shows no further services by itself.
            if (!agent.isRegistered(name)) {
                agent.register(service, name);
            }
            named.put(service.getClass().getName(), name);
        }
    }

    /** Takes it away again. */
    void remove(Service service) {
        try {
            if (component.equals(USUAL)) {
                context.removeService(service);
            }
            ObjectName name = named.remove(service.getClass().getName());
            ManagementAgent agent = context.getManagementStrategy().getManagementAgent();
            if (name != null && agent != null && agent.isRegistered(name)) {
                agent.unregister(name);
            }
        } catch (Exception e) {
            LOG.warn("{} stays in JMX: {}", service.getClass().getSimpleName(), e.toString());
        }
    }

    @SuppressWarnings("JdkObsolete") // what JMX takes
    private ObjectName name(Service service) throws JMException {
        ObjectName usual = context.getManagementStrategy()
                .getManagementObjectNameStrategy()
                .getObjectNameForService(context, service);
        Hashtable<String, String> keys = new Hashtable<>(usual.getKeyPropertyList());
        if (!component.equals(USUAL)) {
            keys.put("name", service.getClass().getSimpleName() + "-" + component);
        }
        return new ObjectName(usual.getDomain(), keys);
    }
}

package org.whatsapppolicy.simulator.junit;

import java.net.URI;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.ReflectionSupport;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.SimulatorBuilder;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** A simulator that JUnit closes with the test or the class it was started for. */
@SuppressWarnings("deprecation") // AutoCloseable alone is closed from JUnit 5.13 on only.
final class RunningSimulator implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    private final Simulator simulator;

    private RunningSimulator(Simulator simulator) {
        this.simulator = simulator;
    }

    Simulator simulator() {
        return simulator;
    }

    static RunningSimulator start(WhatsAppSimulator declared, ExtensionContext context) {
        SimulatorBuilder builder = Simulator.builder();
        if (!declared.number().isEmpty()) {
            builder.number(declared.number(), declared.displayNumber(), declared.account());
        }
        if (!declared.token().isEmpty()) {
            builder.token(declared.token());
        }
        if (!declared.clock().isEmpty()) {
            builder.clock(SimulatorClock.virtual(Instant.parse(declared.clock())));
        }
        for (WhatsAppTemplate template : declared.templates()) {
            builder.template(SimulatedTemplate.of(template.name(), template.language(), template.category())
                    .withBody(template.body())
                    .withQuickReplies(template.quickReplies()));
        }
        if (!declared.webhook().isEmpty()) {
            builder.webhook(URI.create(filled(declared.webhook(), context)), declared.appSecret());
        }
        ReflectionSupport.newInstance(declared.setup()).configure(builder);
        return new RunningSimulator(builder.build().start());
    }

    private static String filled(String text, ExtensionContext context) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.replaceAll(found -> {
            String key = found.group(1);
            String value = context.getConfigurationParameter(key).orElseGet(() -> System.getProperty(key));
            if (value == null) {
                throw new ExtensionConfigurationException("@WhatsAppSimulator(webhook = \"" + text + "\"): neither a"
                        + " configuration parameter of JUnit nor a system property is named " + key);
            }
            return Matcher.quoteReplacement(value);
        });
    }

    @Override
    public void close() {
        simulator.close();
    }
}

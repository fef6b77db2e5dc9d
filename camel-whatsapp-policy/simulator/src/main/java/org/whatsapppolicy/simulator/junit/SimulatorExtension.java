package org.whatsapppolicy.simulator.junit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.check.Story;

/**
 * Carries out {@link WhatsAppSimulator}, which registers it. Holds nothing itself: simulators live in JUnit's stores,
 * and each is started when it is first asked for.
 */
public final class SimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SimulatorExtension.class);

    /** For JUnit. */
    public SimulatorExtension() {}

    /** The simulators handed out in one context, by name. */
    private record HandedOut(Map<String, Simulator> byName) {}

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        inject(context, null, Declarations.fields(context.getRequiredTestClass()));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            inject(context, instance, Declarations.fields(instance.getClass()));
        }
    }

    private static void inject(ExtensionContext context, @Nullable Object instance, List<Field> fields) {
        for (Field field : fields) {
            if (Modifier.isStatic(field.getModifiers()) == (instance == null)) {
                String name = Declarations.of(field).name();
                Object part = Injectables.of(field.getType(), simulator(context, name, null));
                try {
                    field.setAccessible(true);
                    field.set(instance, part);
                } catch (ReflectiveOperationException e) {
                    throw new ExtensionConfigurationException(
                            "@WhatsAppSimulator cannot set the field " + field + "; it must not be final", e);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(WhatsAppSimulator.class)
                || Injectables.knows(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        WhatsAppSimulator asked =
                parameter.findAnnotation(WhatsAppSimulator.class).orElse(null);
        Simulator simulator = simulator(context, asked == null ? "" : asked.name(), asked);
        return Injectables.of(parameter.getParameter().getType(), simulator);
    }

    /** The simulator of that name, started now if need be; a parameter's annotation configures where nothing else does. */
    private static Simulator simulator(ExtensionContext context, String name, @Nullable WhatsAppSimulator parameter) {
        Declarations.Declared declared = Declarations.find(context, name).orElseGet(() -> {
            if (parameter == null) {
                throw new ExtensionConfigurationException(
                        "no @WhatsAppSimulator configures the simulator '" + name + "' that is asked for here");
            }
            return new Declarations.Declared(parameter, null);
        });
        ExtensionContext home = declared.home() == null ? context : contextOf(declared.home(), context);
        if (declared.home() == null && context.getTestMethod().isEmpty()) {
            throw new ExtensionConfigurationException("a simulator is asked for outside of any test, but each test has"
                    + " its own; use @WhatsAppSimulator(shared = true)");
        }
        Simulator simulator = home.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        "simulator " + name + " of " + home.getUniqueId(),
                        key -> RunningSimulator.start(declared.options(), context),
                        RunningSimulator.class)
                .simulator();
        handedOut(context).byName().put(name, simulator);
        return simulator;
    }

    /** The context of the class, or of a subclass of it that runs; an enclosing class's where tests are nested. */
    private static ExtensionContext contextOf(Class<?> home, ExtensionContext context) {
        ExtensionContext found = context;
        while (found.getTestMethod().isPresent() || !home.isAssignableFrom(found.getRequiredTestClass())) {
            found = found.getParent().orElseThrow();
        }
        return found;
    }

    private static HandedOut handedOut(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        "handed out in " + context.getUniqueId(),
                        key -> new HandedOut(new ConcurrentHashMap<>()),
                        HandedOut.class);
    }

    /** Adds the story to a failure: as a report entry, and as a suppressed exception, which every tool prints. */
    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> {
            Map<String, Simulator> simulators =
                    new ConcurrentHashMap<>(handedOut(context).byName());
            for (ExtensionContext outer = context;
                    outer != null;
                    outer = outer.getParent().orElse(null)) {
                handedOut(outer).byName().forEach(simulators::putIfAbsent);
            }
            simulators.forEach((name, simulator) -> {
                String story = Story.ofEverybody(simulator).toString();
                context.publishReportEntry("whatsapp-simulator" + (name.isEmpty() ? "" : " " + name), story);
                failure.addSuppressed(new WhatTheSimulatorSaw(story));
            });
        });
    }

    /** No failure of its own: what stands in its text happened before the failure. */
    private static final class WhatTheSimulatorSaw extends RuntimeException {

        private static final long serialVersionUID = 1;

        WhatTheSimulatorSaw(String story) {
            super(story, null, false, false);
        }
    }
}

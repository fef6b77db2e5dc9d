package org.whatsapppolicy.simulator.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Which annotation configures the simulator of a name: the method's, the nearest class's or its field's. */
final class Declarations {

    private Declarations() {}

    /**
     * An annotation that configures.
     *
     * @param home the class for all of whose tests the simulator stands; null when each test has its own
     */
    record Declared(WhatsAppSimulator options, @Nullable Class<?> home) {}

    static Optional<Declared> find(ExtensionContext context, String name) {
        Optional<WhatsAppSimulator> own = context.getTestMethod().flatMap(method -> named(method, name));
        if (own.isPresent()) {
            return Optional.of(new Declared(own.get(), null));
        }
        for (Class<?> type = context.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            Class<?> home = type;
            List<Field> fields = fields(type).stream()
                    .filter(field -> of(field).name().equals(name))
                    .toList();
            Optional<WhatsAppSimulator> found =
                    named(type, name).or(() -> fields.stream().findFirst().map(Declarations::of));
            if (found.isPresent()) {
                boolean shared = found.get().shared()
                        || fields.stream().anyMatch(field -> Modifier.isStatic(field.getModifiers()))
                        || oneInstance(context);
                return Optional.of(new Declared(found.get(), shared ? home : null));
            }
        }
        return Optional.empty();
    }

    /** The annotated fields of a class and its superclasses. */
    static List<Field> fields(Class<?> testClass) {
        return ReflectionSupport.findFields(
                testClass,
                field -> field.isAnnotationPresent(WhatsAppSimulator.class),
                HierarchyTraversalMode.TOP_DOWN);
    }

    static WhatsAppSimulator of(Field field) {
        return Objects.requireNonNull(field.getAnnotation(WhatsAppSimulator.class));
    }

    private static boolean oneInstance(ExtensionContext context) {
        return context.getTestInstanceLifecycle()
                .filter(TestInstance.Lifecycle.PER_CLASS::equals)
                .isPresent();
    }

    private static Optional<WhatsAppSimulator> named(AnnotatedElement element, String name) {
        return AnnotationSupport.findAnnotation(element, WhatsAppSimulator.class)
                .filter(declared -> declared.name().equals(name));
    }
}

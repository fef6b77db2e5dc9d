package org.whatsapppolicy.simulator.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which tests cite which statements, found among all compiled tests of the module. */
final class Citations {

    private Citations() {}

    /** By statement id, the {@code Class#method} of every test that cites it. */
    static SortedMap<String, SortedSet<String>> all() {
        SortedMap<String, SortedSet<String>> citations = new TreeMap<>();
        for (Class<?> type : testClasses()) {
            for (Method method : type.getDeclaredMethods()) {
                Conforms conforms = method.getAnnotation(Conforms.class);
                if (conforms != null) {
                    String test = outermost(type).getSimpleName() + "#" + method.getName();
                    for (String id : expanded(conforms.value())) {
                        citations.computeIfAbsent(id, any -> new TreeSet<>()).add(test);
                    }
                }
            }
        }
        return citations;
    }

    private static Class<?> outermost(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type : outermost(around);
    }

    /** The ids, runs written out. */
    static List<String> expanded(String... written) {
        List<String> ids = new ArrayList<>();
        for (String one : written) {
            String[] ends = one.split("\\.\\.", -1);
            int last = number(ends[ends.length - 1]);
            for (int number = number(ends[0]); number <= last; number++) {
                ids.add(Statement.id(number));
            }
        }
        return ids;
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring("C-".length()));
    }

    private static List<Class<?>> testClasses() {
        try {
            Path root = Path.of(Conforms.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                List<Class<?>> classes = new ArrayList<>();
                for (Path file :
                        files.filter(file -> file.toString().endsWith(".class")).toList()) {
                    String name = root.relativize(file).toString().replaceAll("[/\\\\]", ".");
                    if (name.startsWith("org.whatsapppolicy.")) {
                        classes.add(Class.forName(
                                name.substring(0, name.length() - ".class".length()),
                                false,
                                Conforms.class.getClassLoader()));
                    }
                }
                return classes;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

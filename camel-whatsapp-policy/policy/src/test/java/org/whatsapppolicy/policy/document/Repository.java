package org.whatsapppolicy.policy.document;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds files of the repository from a module that is being built. */
final class Repository {

    private Repository() {}

    static Path docs(String file) {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("docs"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException("run the test within the repository");
            }
        }
        return directory.resolve("docs").resolve(file);
    }
}

package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A headless Chromium, one for all tests. Where there is none the tests are skipped and say so; with
 * {@code -Dsimulator.browser=required} that is a failure.
 */
final class Browser implements BeforeAllCallback {

    private static final Namespace HERE = Namespace.create(Browser.class);
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    private @Nullable ChromeDriver driver;

    @Override
    public void beforeAll(ExtensionContext context) {
        driver = context.getRoot().getStore(HERE).getOrComputeIfAbsent("running", key -> start(), Running.class).driver;
    }

    /** The page of a simulator, freshly loaded. */
    Phones open(Simulator simulator) {
        driver().get(simulator.baseUri() + "/");
        return new Phones(driver());
    }

    /** Whether the page is told that the person prefers dark colours. */
    void dark(boolean on) {
        driver().executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(Map.of("name", "prefers-color-scheme", "value", on ? "dark" : "light"))));
    }

    private ChromeDriver driver() {
        return Objects.requireNonNull(driver, "a browser is there once the first test begins");
    }

    private static Running start() {
        Optional<Path> browser =
                BROWSERS.stream().flatMap(name -> onPath(name).stream()).findFirst();
        Optional<Path> steering = onPath("chromedriver");
        if (browser.isEmpty() || steering.isEmpty()) {
            String why = "found no " + (browser.isEmpty() ? "chromium" : "chromedriver")
                    + " on the path; the page is tested with Debian's packages chromium and chromium-driver";
            if ("required".equals(System.getProperty("simulator.browser"))) {
                fail(why);
            }
            abort(why);
        }
        return new Running(browser.orElseThrow(), steering.orElseThrow());
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A browser with a profile of its own. Closed after the last test. */
    private static final class Running implements AutoCloseable {

        private final Path profile;
        private final ChromeDriver driver;

        Running(Path browser, Path steering) {
            try {
                profile = Files.createTempDirectory("phones");
            } catch (IOException e) {
                throw new AssertionError("no folder for the browser's profile", e);
            }
            ChromeOptions options = new ChromeOptions();
            options.setBinary(browser.toFile());
            options.addArguments(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--window-size=1440,900",
                    "--user-data-dir=" + profile);
            driver = new ChromeDriver(
                    new ChromeDriverService.Builder()
                            .usingDriverExecutable(steering.toFile())
                            .usingAnyFreePort()
                            .build(),
                    options);
        }

        @Override
        public void close() throws IOException {
            driver.quit();
            try (Stream<Path> files = Files.walk(profile)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}

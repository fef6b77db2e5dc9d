package org.whatsapppolicy.simulator.page;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the page, from the class path. Each is read when it is first asked for, and kept: they are small. */
public final class PageFiles {

    private static final Pattern PATH = Pattern.compile("/simulator/page/([a-z-]+\\.(js|css|svg))");
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "js", "text/javascript", "css", "text/css", "svg", "image/svg+xml");

    private final Map<String, PageFile> files = new ConcurrentHashMap<>();

    /** Nothing is read yet. */
    public PageFiles() {}

    /** The file of that path, null when there is none. Blocks when it is read. */
    public @Nullable PageFile find(String path) {
        if (path.equals("/")) {
            return file("index.html", "html");
        }
        Matcher matcher = PATH.matcher(path);
        return matcher.matches() ? file(matcher.group(1), matcher.group(2)) : null;
    }

    private @Nullable PageFile file(@Nullable String name, @Nullable String ending) {
        if (name == null || ending == null) {
            return null;
        }
        PageFile known = files.get(name);
        if (known != null) {
            return known;
        }
        try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                return null;
            }
            PageFile read = new PageFile(TYPES.get(ending) + "; charset=UTF-8", Buffer.buffer(in.readAllBytes()));
            files.put(name, read);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

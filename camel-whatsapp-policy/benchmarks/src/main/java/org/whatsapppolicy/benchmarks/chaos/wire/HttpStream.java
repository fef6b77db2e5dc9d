package org.whatsapppolicy.benchmarks.chaos.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cuts one direction of an HTTP/1.1 connection into messages, as far as clients and servers of this project write them. */
final class HttpStream {

    private final Consumer<HttpMessage> complete;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable Moment begun;
    private String text = "";
    private boolean inBody;
    private boolean chunked;
    private long left;

    HttpStream(Consumer<HttpMessage> complete) {
        this.complete = complete;
    }

    /** Whether a message has begun and not ended. */
    boolean open() {
        return begun != null;
    }

    void read(byte[] bytes, Moment at) {
        for (byte one : bytes) {
            if (begun == null) {
                begun = at;
            }
            if (inBody) {
                body.write(one);
                left--;
                if (chunked ? one == '\n' && ended() : left == 0) {
                    end(at);
                }
            } else {
                head.write(one);
                if (one == '\n' && blankLine()) {
                    headed(at);
                }
            }
        }
    }

    private boolean blankLine() {
        byte[] all = head.toByteArray();
        int n = all.length;
        return n >= 4 && all[n - 2] == '\r' && all[n - 3] == '\n' && all[n - 4] == '\r';
    }

    private void headed(Moment at) {
        text = head.toString(StandardCharsets.ISO_8859_1);
        head.reset();
        String lower = text.toLowerCase(Locale.ROOT);
        chunked = lower.contains("\r\ntransfer-encoding: chunked");
        String length = header(lower, "content-length");
        left = length == null ? 0 : Long.parseLong(length);
        inBody = chunked || left > 0;
        if (!inBody) {
            end(at);
        }
    }

    private boolean ended() {
        byte[] all = body.toByteArray();
        int n = all.length;
        return n >= 5
                && all[n - 1] == '\n'
                && all[n - 3] == '\n'
                && all[n - 5] == '0'
                && (n == 5 || all[n - 6] == '\n');
    }

    private void end(Moment at) {
        Moment from = begun == null ? at : begun;
        HttpMessage message = new HttpMessage(text, body.toString(StandardCharsets.UTF_8), from, at);
        begun = null;
        inBody = false;
        body.reset();
        complete.accept(message);
    }

    static @Nullable String header(String lowerCaseHead, String name) {
        int at = lowerCaseHead.indexOf("\r\n" + name + ":");
        if (at < 0) {
            return null;
        }
        int from = at + name.length() + 3;
        return lowerCaseHead
                .substring(from, lowerCaseHead.indexOf("\r\n", from))
                .trim();
    }
}

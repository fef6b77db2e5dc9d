package org.whatsapppolicy.simulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.graph.UploadedFile;

/**
 * The body of a request to an endpoint, whatever its kind: JSON, a form, or a multipart form with a file.
 *
 * @param unreadable why the parameters could not be read, null when they were
 */
record IncomingBody(
        ObjectNode parameters,
        @Nullable UploadedFile file,
        @Nullable Refused unreadable) {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingBody.class);

    /** Reads all of it, then calls {@code then} on the event loop of the request. Files no one takes are deleted. */
    static void read(HttpServerRequest request, Consumer<IncomingBody> then) {
        String type = Objects.requireNonNullElse(request.headers().get(HttpHeaders.CONTENT_TYPE), "")
                .toLowerCase(Locale.ROOT);
        if (HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method())) {
            request.end().onSuccess(ended -> then.accept(empty(null)));
        } else if (type.startsWith("multipart/form-data") || type.startsWith("application/x-www-form-urlencoded")) {
            form(request, then);
        } else {
            request.body().onSuccess(bytes -> then.accept(json(bytes.toString(StandardCharsets.UTF_8))));
        }
    }

    /** The text for the ledger: parameters as JSON, without the token, and without the file. */
    String kept() {
        return Parameters.withoutToken(parameters);
    }

    private static IncomingBody json(String text) {
        try {
            return new IncomingBody(Parameters.of(text), null, null);
        } catch (Refused refused) {
            return empty(refused);
        }
    }

    private static IncomingBody empty(@Nullable Refused why) {
        return new IncomingBody(JsonNodeFactory.instance.objectNode(), null, why);
    }

    private static void form(HttpServerRequest request, Consumer<IncomingBody> then) {
        Context context = Objects.requireNonNull(Vertx.currentContext());
        List<Future<UploadedFile>> files = new ArrayList<>();
        request.setExpectMultipart(true);
        request.uploadHandler(upload -> files.add(FileOnDisk.receive(context.owner(), upload)));
        request.end()
                .compose(ended -> Future.join(files))
                .onComplete(done -> context.runOnContext(now -> {
                    List<UploadedFile> received = files.stream()
                            .filter(Future::succeeded)
                            .map(Future::result)
                            .toList();
                    then.accept(new IncomingBody(
                            Parameters.of(request.formAttributes()),
                            received.isEmpty() ? null : received.get(0),
                            null));
                    received.stream().filter(file -> !file.taken()).forEach(file -> discard(context.owner(), file));
                }));
    }

    private static void discard(Vertx vertx, UploadedFile file) {
        vertx.fileSystem()
                .delete(file.path().toString())
                .onFailure(broken -> LOG.warn("An uploaded file could not be deleted: {}", file.path(), broken));
    }
}

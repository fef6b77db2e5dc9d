package org.whatsapppolicy.simulator.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.simulator.control.ControlDoor;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.media.MediaUrl;
import org.whatsapppolicy.simulator.message.Outcome;

/** Leads each request to its route. Called on several event loops at once. */
public final class Face implements Handler<HttpServerRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(Face.class);
    private static final GraphPath DIALOG = new GraphPath("", DialogRoute.PATH, "");

    private final Platform platform;
    private final MessageRoute messages;
    private final DialogRoute dialog;
    private final TwilioRoute twilio;
    private final EndpointRoute endpoints;
    private final MediaRoute media;
    private final ControlDoor control;

    /** The face of one platform. */
    public Face(Platform platform, ControlDoor control) {
        this.platform = platform;
        this.messages = new MessageRoute(platform);
        this.dialog = new DialogRoute(platform, messages);
        this.twilio = new TwilioRoute(platform);
        this.endpoints = new EndpointRoute(platform);
        this.media = new MediaRoute(platform);
        this.control = control;
    }

    @Override
    public void handle(HttpServerRequest request) {
        request.exceptionHandler(broken -> LOG.debug("A client broke off", broken));
        String written = Objects.requireNonNullElse(request.path(), "");
        if (control.leadsTo(request.method(), written)) {
            control.handle(request, written);
            return;
        }
        if (written.equals(MediaUrl.PATH)) {
            request.end().onSuccess(ended -> media.handle(request));
            return;
        }
        if (written.equals(DialogRoute.PATH) && HttpMethod.POST.equals(request.method())) {
            whole(request, DIALOG, body -> dialog.handle(request, body));
            return;
        }
        if (twilio.serves(request, written)) {
            twilio.handle(request, written);
            return;
        }
        GraphPath path = GraphPath.parse(written);
        if (path == null) {
            unknown(request, written);
            return;
        }
        boolean marketing = path.edge().equals("marketing_messages");
        if (marketing || path.edge().equals("messages")) {
            send(request, path, marketing);
        } else if (endpoints.serves(request, path)) {
            endpoints.handle(request, path);
        } else {
            unknown(request, path.edge().isEmpty() ? written : "/" + path.edge());
        }
    }

    private void send(HttpServerRequest request, GraphPath path, boolean marketing) {
        if (HttpMethod.POST.equals(request.method())) {
            whole(request, path, body -> messages.handle(request, path, body, marketing));
        } else {
            String verb = request.method().name().toLowerCase(Locale.ROOT);
            messages.refuse(request, path, GraphErrors.unknownObject(verb, path.id()));
        }
    }

    private void whole(HttpServerRequest request, GraphPath path, Consumer<Buffer> then) {
        WholeBody.of(request, then, () -> {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            messages.refuse(request, path, GraphErrors.tooLong(WholeBody.LONGEST));
            // The client may still be sending, and would be heard out.
            request.connection().close();
        });
    }

    private void unknown(HttpServerRequest request, String path) {
        Outcome outcome =
                Outcome.refused(GraphErrors.unknownPath(path), platform.ids().trace());
        platform.ledger()
                .record(
                        AskedReader.other(
                                platform.clock().now(),
                                request.method().name(),
                                "",
                                path,
                                Operation.OTHER,
                                Bearer.of(request) != null),
                        outcome.answered(null),
                        false);
        Answers.json(request, outcome.status(), outcome.json());
    }
}

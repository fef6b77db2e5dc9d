package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.DateTimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.simulator.page.LiveEvents;
import org.whatsapppolicy.simulator.page.PageFile;
import org.whatsapppolicy.simulator.page.PageFiles;

/**
 * Lets requests to the simulator's own paths in: {@code /}, which is the page, and {@code /simulator/...}. Work is done
 * on threads of its own, so that moving the clock by a week does not hold up those who send meanwhile.
 */
public final class ControlDoor {

    private static final Logger LOG = LoggerFactory.getLogger(ControlDoor.class);
    private static final String BELOW = "/simulator";
    private static final int THREADS = 4;

    private final Routes routes;
    private final PageFiles files = new PageFiles();
    private final LiveEvents events;
    private final WorkerExecutor workers;

    /** For the simulator. */
    public ControlDoor(Vertx vertx, Controlled simulator) {
        PeopleInOrder people = new PeopleInOrder(simulator.people());
        Pulse pulse = new Pulse(simulator, people);
        this.routes = new Routes(simulator, people);
        this.events = new LiveEvents(vertx, pulse::json);
        this.workers = vertx.createSharedWorkerExecutor("whatsapp-simulator-control", THREADS);
    }

    /** Whether a request is for one of these; what is posted to {@code /} is the platform's to refuse. */
    public boolean leadsTo(HttpMethod method, String path) {
        return (path.equals("/") && HttpMethod.GET.equals(method))
                || (path.startsWith(BELOW) && path.startsWith("/", BELOW.length()));
    }

    /** Answers. Called on an event loop before the body was read. */
    public void handle(HttpServerRequest request, String path) {
        String objection = Visitors.objection(request);
        if (objection != null) {
            ReplyWriter.write(request, Reply.refused(403, objection));
        } else if (!HttpMethod.GET.equals(request.method())) {
            BoundedBody.read(request)
                    .onSuccess(body -> work(request, path, body))
                    .onFailure(tooLong ->
                            ReplyWriter.write(request, Reply.refused(413, String.valueOf(tooLong.getMessage()))));
        } else if (path.equals(BELOW + "/events")) {
            events.open(request);
        } else {
            work(request, path, Buffer.buffer());
        }
    }

    private void work(HttpServerRequest request, String path, Buffer body) {
        workers.executeBlocking(() -> answer(request, path, body), false)
                .onSuccess(reply -> ReplyWriter.write(request, reply))
                .onFailure(broken -> {
                    LOG.warn("A control path failed", broken);
                    ReplyWriter.write(request, Reply.refused(500, String.valueOf(broken.getMessage())));
                });
    }

    private ObjectNode index() {
        ObjectNode index = Reply.object();
        ArrayNode list = index.putArray("paths");
        routes.all().forEach(route -> list.addObject()
                .put("method", route.method())
                .put("path", BELOW + route.path())
                .put("does", route.does()));
        return index;
    }

    private static String below(String path) {
        return path.startsWith(BELOW) ? path.substring(BELOW.length()) : path;
    }

    private Reply answer(HttpServerRequest request, String path, Buffer body) {
        PageFile file = files.find(path);
        if (file != null) {
            return new Reply.File(file);
        }
        if (path.equals(BELOW + "/")) {
            return Reply.of(index());
        }
        Routes.Found found = routes.find(request.method().name(), below(path));
        if (found == null) {
            return Reply.refused(404, "no such control path; GET /simulator/ lists them");
        }
        try {
            return found.route().action().answer(new Ask(found.names(), request.params(), BoundedBody.json(body)));
        } catch (IllegalArgumentException | UnsupportedOperationException | DateTimeException e) {
            return Reply.refused(400, String.valueOf(e.getMessage()));
        }
    }
}

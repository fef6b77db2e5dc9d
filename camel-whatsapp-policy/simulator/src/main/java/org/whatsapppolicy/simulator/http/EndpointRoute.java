package org.whatsapppolicy.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Asked;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.message.Outcome;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.token.Scope;

/** Everything on the Graph paths but messages: finds the endpoint, checks the token, asks, and writes it all down. */
final class EndpointRoute {

    private final Platform platform;
    private final List<Endpoint> endpoints;
    private final Answering answering;

    EndpointRoute(Platform platform) {
        this.platform = platform;
        this.endpoints = Endpoints.of(platform);
        this.answering = new Answering(platform);
    }

    boolean serves(HttpServerRequest request, GraphPath path) {
        return !candidates(request, path).isEmpty();
    }

    private List<Endpoint> candidates(HttpServerRequest request, GraphPath path) {
        String method = HttpMethod.HEAD.equals(request.method())
                ? "GET"
                : request.method().name();
        return endpoints.stream()
                .filter(endpoint -> endpoint.route().fits(method, path.id(), path.edge()))
                .toList();
    }

    void handle(HttpServerRequest request, GraphPath path) {
        List<Endpoint> candidates = candidates(request, path);
        IncomingBody.read(request, body -> answer(request, path, candidates, body));
    }

    private void answer(HttpServerRequest request, GraphPath path, List<Endpoint> candidates, IncomingBody body) {
        Endpoint endpoint = candidates.stream()
                .filter(candidate -> candidate.knows(path.id()))
                .findFirst()
                .orElse(null);
        String token = token(request, body.parameters());
        Endpoint named = endpoint == null ? candidates.get(0) : endpoint;
        Asked asked = AskedReader.endpoint(
                platform.clock().now(), named.route(), path, token != null && !token.isEmpty(), body.kept());
        answering.answer(
                request, asked, () -> decision(() -> ask(request, path, candidates.get(0), endpoint, token, body)));
    }

    private Decided decision(Supplier<Reply> asking) {
        try {
            Reply reply = asking.get();
            return new JsonDecided(Outcome.managed(reply.status(), reply.json(), reply.code()));
        } catch (Refused refused) {
            return new JsonDecided(
                    Outcome.refused(refused.error(), platform.ids().trace()));
        }
    }

    private Reply ask(
            HttpServerRequest request,
            GraphPath path,
            Endpoint first,
            @Nullable Endpoint endpoint,
            @Nullable String token,
            IncomingBody body) {
        Route route = (endpoint == null ? first : endpoint).route();
        List<String> assets = endpoint == null ? List.of(path.id()) : endpoint.assets(path.id());
        platform.tokens().check(token, assets, route.scope());
        if (manages(route)) {
            platform.limits().managing(account(assets));
        }
        if (body.unreadable() != null) {
            throw body.unreadable();
        }
        if (endpoint == null) {
            throw new Refused(
                    path.numericId()
                            ? GraphErrors.unknownObject(first.route().method().toLowerCase(Locale.ROOT), path.id())
                            : GraphErrors.unknownAlias(path.id()));
        }
        ObjectNode parameters = Parameters.of(request.params());
        parameters.setAll(body.parameters());
        Withdrawn.check(parameters, platform.clock().now());
        String url = "http://" + request.authority() + request.path();
        return endpoint.answer(new Call(path.version(), path.id(), parameters, token, url, body.file()));
    }

    /** Messages, media and the like are not management, nor is asking about a token. */
    private static boolean manages(Route route) {
        return route.scope() != Scope.MESSAGING && route.operation() != Operation.TOKEN;
    }

    /** The account that is managed: the one named, or that of the number named. */
    private String account(List<String> assets) {
        String asset = assets.isEmpty() ? "" : assets.get(0);
        SimulatedNumber number = platform.numbers().find(asset);
        return number == null ? asset : number.accountId();
    }

    private static @Nullable String token(HttpServerRequest request, ObjectNode parameters) {
        String token = Bearer.of(request);
        return token == null && parameters.has("access_token")
                ? parameters.path("access_token").asText()
                : token;
    }
}

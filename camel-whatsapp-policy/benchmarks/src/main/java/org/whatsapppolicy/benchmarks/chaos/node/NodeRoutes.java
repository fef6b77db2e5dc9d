package org.whatsapppolicy.benchmarks.chaos.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.WhatsAppPolicyConstants;
import org.whatsapppolicy.store.StoreUnavailableException;

/** What a node can be told: send, record consent, take webhooks, show itself. Orders and answers are JSON objects. */
final class NodeRoutes extends RouteBuilder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TOLD = Map.of(
            "decision", WhatsAppPolicyConstants.DECISION,
            "reasons", WhatsAppPolicyConstants.REASONS,
            "outcome", WhatsAppPolicyConstants.OUTCOME,
            "messageId", WhatsAppPolicyConstants.MESSAGE_ID,
            "wamid", WhatsAppPolicyConstants.WAMID,
            "replayed", WhatsAppPolicyConstants.REPLAYED,
            "effect", WhatsAppPolicyConstants.EFFECT);

    @Override
    public void configure() {
        onException(Exception.class).handled(true).process(NodeRoutes::tell);
        from("platform-http:/send?httpMethodRestrict=POST")
                .process(NodeRoutes::message)
                .choice()
                .when(exchange -> exchange.getProperty("async", false, Boolean.class))
                // Whom it goes to stands in the URI here, as routes may write it: no dump may show it.
                .toD("whatsapp-policy:send?async=true&recipient=RAW(${exchangeProperty.recipient})")
                .otherwise()
                .to("whatsapp-policy:send")
                .end()
                .process(NodeRoutes::tell);
        from("platform-http:/grant?httpMethodRestrict=POST")
                .process(NodeRoutes::act)
                .to("whatsapp-policy:consent?action=grant")
                .process(NodeRoutes::tell);
        from("platform-http:/withdraw?httpMethodRestrict=POST")
                .process(NodeRoutes::act)
                .to("whatsapp-policy:consent?action=withdraw&scope=all")
                .process(NodeRoutes::tell);
        from("platform-http:/ready").setBody(constant("ready"));
        from("platform-http:/show").process(exchange -> exchange.getMessage().setBody(Showing.of(getContext())));
        from("whatsapp-policy:webhook?appSecret=RAW({{chaos.secret}})&verifyToken=word")
                .setProperty("taken", constant(true));
    }

    private static void message(Exchange exchange) throws JsonProcessingException {
        JsonNode order = order(exchange);
        Message message = exchange.getMessage();
        boolean async = order.path("async").asBoolean();
        if (async) {
            exchange.setProperty("recipient", order.path("to").asText());
        } else {
            message.setHeader(
                    WhatsAppPolicyConstants.RECIPIENT, order.path("to").asText());
        }
        message.setHeader(WhatsAppPolicyConstants.PURPOSE, order.path("purpose").asText());
        message.setHeader(
                WhatsAppPolicyConstants.IDEMPOTENCY_KEY, order.path("key").asText());
        String text = order.path("text").asText();
        if (order.has("template")) {
            message.setHeader(
                    WhatsAppPolicyConstants.TEMPLATE, order.path("template").asText());
            message.setHeader(WhatsAppPolicyConstants.TEMPLATE_LANGUAGE, "pt_BR");
            message.setBody(List.of(text));
        } else {
            message.setBody(text);
        }
        exchange.setProperty("async", async);
    }

    private static void act(Exchange exchange) throws JsonProcessingException {
        JsonNode order = order(exchange);
        Message message = exchange.getMessage();
        message.setHeader(WhatsAppPolicyConstants.RECIPIENT, order.path("to").asText());
        if (order.has("purpose")) {
            message.setHeader(
                    WhatsAppPolicyConstants.PURPOSE, order.path("purpose").asText());
            message.setHeader(WhatsAppPolicyConstants.DOCUMENT, "terms-3");
        }
        message.setHeader(
                WhatsAppPolicyConstants.ACTED_AT,
                Instant.parse(order.path("actedAt").asText()));
        message.setHeader(WhatsAppPolicyConstants.SOURCE, order.path("source").asText());
        message.setBody(null);
    }

    private static JsonNode order(Exchange exchange) throws JsonProcessingException {
        JsonNode order = JSON.readTree(exchange.getMessage().getBody(String.class));
        exchange.getMessage().removeHeaders("*");
        return order;
    }

    private static void tell(Exchange exchange) throws JsonProcessingException {
        Message message = exchange.getMessage();
        ObjectNode answer = JSON.createObjectNode();
        TOLD.forEach((name, header) -> {
            Object value = message.getHeader(header);
            if (value != null) {
                answer.set(name, JSON.valueToTree(value));
            }
        });
        Exception problem = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (problem != null) {
            answer.put("exception", problem.getClass().getSimpleName());
            answer.put("problem", all(problem));
            StoreUnavailableException away = cause(problem);
            answer.put("storeAway", away != null);
            answer.put("fateUnknown", away != null && away.commitUnknown());
        }
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(JSON.writeValueAsString(answer));
    }

    private static String all(Throwable problem) {
        Throwable cause = problem.getCause();
        return problem + (cause == null || cause.equals(problem) ? "" : " <- " + all(cause));
    }

    private static @Nullable StoreUnavailableException cause(Throwable problem) {
        for (Throwable one = problem; one != null; one = one.getCause()) {
            if (one instanceof StoreUnavailableException away) {
                return away;
            }
        }
        return null;
    }
}

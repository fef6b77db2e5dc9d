package org.whatsapppolicy.simulator.webhook.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A flow changed its status, or its endpoint crossed a threshold: {@code flows}.
 *
 * @param details the members the event brings
 */
public record FlowHealth(String accountId, String flowId, String event, JsonNode details) implements Event {

    /** From one status to another: {@code DRAFT}, {@code PUBLISHED}, {@code DEPRECATED}, {@code BLOCKED}, {@code THROTTLED}. */
    public static FlowHealth status(String accountId, String flowId, String before, String after) {
        JsonNode details = JsonNodeFactory.instance
                .objectNode()
                .put("message", "The flow changed its status from " + before + " to " + after)
                .put("old_status", before)
                .put("new_status", after);
        return new FlowHealth(accountId, flowId, "FLOW_STATUS_CHANGE", details);
    }

    /** The endpoint answers less often than nine times in ten, or does again. */
    public static FlowHealth availability(String accountId, String flowId, boolean active, int percent) {
        JsonNode details = JsonNodeFactory.instance
                .objectNode()
                .put("message", "The flow endpoint availability has crossed the 90% threshold.")
                .put("alert_state", active ? "ACTIVATED" : "DEACTIVATED")
                .put("availability", percent)
                .put("threshold", 90);
        return new FlowHealth(accountId, flowId, "ENDPOINT_AVAILABILITY", details);
    }

    /** Too many errors, at the phones ({@code CLIENT_ERROR_RATE}) or at the endpoint ({@code ENDPOINT_ERROR_RATE}). */
    public static FlowHealth errorRate(
            String accountId, String flowId, boolean atEndpoint, boolean active, int percent, int threshold) {
        JsonNode details = JsonNodeFactory.instance
                .objectNode()
                .put("message", "The error rate has crossed the " + threshold + "% threshold.")
                .put("alert_state", active ? "ACTIVATED" : "DEACTIVATED")
                .put("error_rate", percent)
                .put("threshold", threshold);
        return new FlowHealth(accountId, flowId, atEndpoint ? "ENDPOINT_ERROR_RATE" : "CLIENT_ERROR_RATE", details);
    }

    /** The endpoint is slow: nine requests in ten take that long or less. */
    public static FlowHealth latency(
            String accountId, String flowId, boolean active, long millis, long thresholdMillis) {
        JsonNode details = JsonNodeFactory.instance
                .objectNode()
                .put("message", "The flow endpoint latency has crossed the threshold.")
                .put("alert_state", active ? "ACTIVATED" : "DEACTIVATED")
                .put("p90_latency", millis)
                .put("threshold", thresholdMillis);
        return new FlowHealth(accountId, flowId, "ENDPOINT_LATENCY", details);
    }

    /** The version of the flow ends soon. */
    public static FlowHealth versionExpiry(String accountId, String flowId, int days) {
        JsonNode details = JsonNodeFactory.instance
                .objectNode()
                .put("warning", "Your current Flow version will freeze in " + days + " days.");
        return new FlowHealth(accountId, flowId, "FLOW_VERSION_EXPIRY_WARNING", details);
    }

    @Override
    public String field() {
        return "flows";
    }

    @Override
    public String kind() {
        return event;
    }

    @Override
    public void value(JsonBytes json) {
        json.put("event", event).put("flow_id", flowId).putAll(details);
    }
}

package org.whatsapppolicy.policy.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text with a button that opens a flow, possible only inside an open service window. Made by a {@link Builder}.
 *
 * @param body the text, at most 1024 characters
 * @param parameters the flow and how it is opened, in Cloud API shape
 * @param header above the text, or null
 * @param footer below it, at most 60 characters, or null
 */
public record FlowMessage(
        String body,
        Map<String, Object> parameters,
        @Nullable InteractiveHeader header,
        @Nullable String footer) implements OutboundMessage {

    /** Checks the limits. */
    public FlowMessage {
        parameters = JsonValues.copy(parameters);
        var unused = content(body, parameters, header, footer);
    }

    /**
     * Starts with a flow by its id.
     *
     * @param button what the button says, at most 30 characters, no emoji
     */
    public static Builder id(String flowId, String body, String button) {
        return new Builder(JsonFields.with("flow_id", flowId), body, button);
    }

    /** Starts with a flow by its name; otherwise as {@link #id}. */
    public static Builder name(String flowName, String body, String button) {
        return new Builder(JsonFields.with("flow_name", flowName), body, button);
    }

    @Override
    public MessageContent content() {
        return content(body, parameters, header, footer);
    }

    private static MessageContent content(
            String body, Map<String, Object> parameters, @Nullable InteractiveHeader header, @Nullable String footer) {
        return Interactive.of("flow")
                .header(header)
                .body(body)
                .footer(footer)
                .action(JsonFields.with("name", "flow").and("parameters", parameters));
    }

    @Override
    public String toString() {
        return "FlowMessage[]";
    }

    /** Collects how a flow is opened. Not thread-safe. */
    public static final class Builder {

        private final JsonFields parameters;
        private final String body;
        private @Nullable InteractiveHeader header;
        private @Nullable String footer;

        private Builder(JsonFields flow, String body, String button) {
            this.parameters = flow.and("flow_message_version", "3").and("flow_cta", button);
            this.body = body;
        }

        /** Comes back with what the flow says, to tell it from others. */
        public Builder token(String token) {
            parameters.and("flow_token", token);
            return this;
        }

        /** Opens a flow that is not published yet. */
        public Builder draft() {
            parameters.and("mode", "draft");
            return this;
        }

        /**
         * Opens the flow at a screen.
         *
         * @param data what the screen gets; empty for nothing
         */
        public Builder navigate(String screen, Map<String, ?> data) {
            JsonFields payload = JsonFields.with("screen", screen).and("data", data.isEmpty() ? null : data);
            parameters.and("flow_action", "navigate").and("flow_action_payload", payload.map());
            return this;
        }

        /** Lets the flow's own endpoint say what comes first. */
        public Builder dataExchange() {
            parameters.and("flow_action", "data_exchange");
            return this;
        }

        /** What stands above the text. */
        public Builder header(InteractiveHeader above) {
            header = above;
            return this;
        }

        /** A line of at most 60 characters below the text. */
        public Builder footer(String below) {
            footer = below;
            return this;
        }

        /**
         * The message, already checked.
         *
         * @throws InvalidMessageException naming the field, the limit and the actual size
         */
        public FlowMessage build() {
            return new FlowMessage(body, parameters.map(), header, footer);
        }
    }
}

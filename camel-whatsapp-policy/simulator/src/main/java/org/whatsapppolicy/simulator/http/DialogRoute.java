package org.whatsapppolicy.simulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.ledger.Answered;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.token.DialogKeys;

/**
 * The 360dialog face: {@code POST /messages} with a key in a header of its own, which picks the number. Requests,
 * answers and refusals of messages are the platform's; those about the key are 360dialog's.
 */
final class DialogRoute {

    static final String PATH = "/messages";

    private static final String KEY = "D360-API-KEY";
    private static final String ANY_NUMBER = "200000000000001";
    private static final String TRACE = "00000000-0000-0000-0000-000000000001";

    private final Platform platform;
    private final MessageRoute messages;

    DialogRoute(Platform platform, MessageRoute messages) {
        this.platform = platform;
        this.messages = messages;
    }

    void handle(HttpServerRequest request, Buffer body) {
        DialogKeys.Verdict verdict = platform.dialogKeys().judge(request.getHeader(KEY));
        if (verdict.good()) {
            messages.handleTrusted(request, new GraphPath("", number(verdict.phoneNumberId()), "messages"), body);
            return;
        }
        platform.ledger()
                .record(
                        AskedReader.other(
                                platform.clock().now(),
                                "POST",
                                "",
                                PATH,
                                Operation.OTHER,
                                request.getHeader(KEY) != null),
                        new Answered(verdict.status(), -1, 0, null, null, null),
                        false);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("meta")
                .put("success", false)
                .put("http_code", verdict.status())
                .put("developer_message", verdict.message())
                .put("360dialog_trace_id", TRACE);
        Answers.json(request, verdict.status(), answer.toString());
    }

    private String number(@Nullable String picked) {
        if (picked != null) {
            return picked;
        }
        List<SimulatedNumber> all = platform.numbers().all();
        return all.isEmpty() ? ANY_NUMBER : all.get(0).id();
    }
}

package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.store.state.Asked.Who;

/**
 * What an archive gets of a message: everything but addresses and the platform's id, which tells the phone number, so that the
 * erasure of a person need not reach it.
 */
public final class Archived {

    private Archived() {}

    /** A message with its decision. */
    public static Map<String, Object> decision(MessageRow row) {
        Map<String, Object> told = message(row);
        Asked asked = row.asked();
        Judged judged = row.judged();
        Progress progress = row.progress();
        put(told, "key", asked.key());
        put(told, "sender", asked.sender());
        put(told, "type", asked.type());
        put(told, "template", asked.template());
        put(told, "language", asked.language());
        put(told, "takenAt", asked.taken());
        put(told, "decidedAt", judged.at());
        put(told, "category", judged.category().name());
        put(told, "proactive", judged.proactive());
        put(told, "policyHash", judged.policyHash());
        put(told, "reasons", judged.reasons().stream().map(Archived::reason).toList());
        put(told, "attempt", progress.attempt());
        put(told, "errorCode", progress.errorCode() == 0 ? null : progress.errorCode());
        return told;
    }

    /**
     * What was said.
     *
     * @param payload as JSON
     */
    public static Map<String, Object> payload(MessageRow row, String payload) {
        Map<String, Object> told = message(row);
        put(told, "payload", payload);
        put(told, "context", row.asked().context());
        return told;
    }

    private static Map<String, Object> message(MessageRow row) {
        Map<String, Object> told = new LinkedHashMap<>();
        put(told, "id", row.asked().id().toString());
        Who who = row.asked().who();
        put(told, "person", who == null ? null : who.person());
        put(told, "purpose", row.asked().purpose());
        put(told, "state", row.progress().state().name());
        put(told, "changedAt", row.progress().changed());
        return told;
    }

    private static Map<String, Object> reason(Reason reason) {
        Map<String, Object> told = new LinkedHashMap<>();
        put(told, "code", reason.code());
        put(told, "verdict", reason.verdict().name());
        put(told, "detail", reason.detail());
        put(told, "until", reason.until());
        return told;
    }

    private static void put(Map<String, Object> told, String name, @Nullable Object value) {
        if (value instanceof Instant instant) {
            told.put(name, instant.toString());
        } else if (value != null) {
            told.put(name, value instanceof List<?> list ? List.copyOf(list) : value);
        }
    }
}

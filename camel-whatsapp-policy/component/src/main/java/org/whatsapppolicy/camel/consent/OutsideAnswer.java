package org.whatsapppolicy.camel.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.content.Instants;
import org.whatsapppolicy.policy.decision.OutsideConsent;
import org.whatsapppolicy.policy.decision.OutsideConsent.Answer;

/**
 * What an endpoint may answer about consent: a boolean; an object {@code {granted, asOf, id}}, or a list of which the first
 * counts; or the header {@code CamelWhatsAppPolicyGranted}. Nothing, or an empty list, means that it does not know the person.
 */
final class OutsideAnswer {

    static final String GRANTED = "CamelWhatsAppPolicyGranted";

    private OutsideAnswer() {}

    static OutsideConsent read(Exchange exchange, OutsideConsent unavailable, Supplier<Instant> now) {
        if (exchange.getException() != null || exchange.isRollbackOnly()) {
            return unavailable;
        }
        Message message = exchange.getMessage();
        Object body = message.getBody();
        if (message.getHeader(GRANTED) != null) {
            return answer(
                    flag(message.getHeader(GRANTED)),
                    message.getHeader("CamelWhatsAppPolicyActedAt"),
                    message.getHeader("CamelWhatsAppPolicyReference"),
                    unavailable,
                    now);
        }
        if (body instanceof List<?> rows) {
            body = rows.isEmpty() ? null : rows.get(0);
        }
        if (body instanceof Map<?, ?> map) {
            return answer(flag(map.get("granted")), map.get("asOf"), map.get("id"), unavailable, now);
        }
        return answer(body == null ? null : flag(body), null, null, unavailable, now);
    }

    private static OutsideConsent answer(
            @Nullable Boolean granted,
            @Nullable Object asOf,
            @Nullable Object id,
            OutsideConsent unavailable,
            Supplier<Instant> now) {
        Answer answer = granted == null ? Answer.NONE : granted ? Answer.GRANTED : Answer.REFUSED;
        Instant at = asOf == null ? now.get() : Instants.read("asOf", asOf);
        return new OutsideConsent(answer, at, unavailable.source(), id == null ? null : id.toString());
    }

    private static @Nullable Boolean flag(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (value.toString().trim()) {
            case "" -> null;
            case "true", "TRUE", "True", "1" -> true;
            case "false", "FALSE", "False", "0" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        };
    }
}

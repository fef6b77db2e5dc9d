package org.whatsapppolicy.camel;

import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Stop;

/**
 * Reads what an operator orders: options first, then headers. Where one option says what an order is about, no header does: the
 * exchange may carry those of the very message for which a route presses the button.
 */
final class OrderReader {

    private final Evaluated sender;
    private final Evaluated purpose;
    private final Evaluated template;
    private final Evaluated actor;
    private final Evaluated why;
    private final Evaluated messageId;
    private final @Nullable String scope;
    private final @Nullable String fate;

    /** An order: what it is about, who gives it, and why. */
    record Order(String scope, String by, String why) {}

    /** Who gives an order about something else, and why. */
    record Signed(String by, String why) {}

    /** An order about one message. */
    record Settling(UUID message, boolean sent, String by, String why) {}

    OrderReader(
            CamelContext camel,
            WhatsAppPolicyConfiguration options,
            ConsentConfiguration consent,
            ControlConfiguration control) {
        scope = consent.getScope();
        boolean told = Stream.of(scope, options.getSender(), options.getPurpose(), options.getTemplate())
                .anyMatch(Objects::nonNull);
        sender = Evaluated.of(camel, "sender", options.getSender(), told ? null : WhatsAppPolicyConstants.SENDER);
        purpose = Evaluated.of(camel, "purpose", options.getPurpose(), told ? null : WhatsAppPolicyConstants.PURPOSE);
        template =
                Evaluated.of(camel, "template", options.getTemplate(), told ? null : WhatsAppPolicyConstants.TEMPLATE);
        actor = Evaluated.of(camel, "actor", consent.getActor(), WhatsAppPolicyConstants.ACTOR);
        why = Evaluated.of(camel, "why", control.getWhy(), WhatsAppPolicyConstants.WHY);
        messageId = Evaluated.of(camel, "messageId", control.getMessageId(), WhatsAppPolicyConstants.MESSAGE_ID);
        fate = control.getFate();
    }

    /** @throws IllegalArgumentException naming what is missing */
    Settling settling(Exchange exchange) {
        if (!"sent".equals(fate) && !"not-sent".equals(fate)) {
            throw new IllegalArgumentException("fate: found " + fate + ", expected sent or not-sent");
        }
        return new Settling(id(exchange), "sent".equals(fate), by(exchange), why(exchange));
    }

    /** @throws IllegalArgumentException naming what is missing */
    Signed signed(Exchange exchange) {
        return new Signed(by(exchange), why(exchange));
    }

    private UUID id(Exchange exchange) {
        String id = asked(messageId, exchange, "our id of the message");
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "messageId: found " + id + ", expected our id of the message, a UUID", e);
        }
    }

    private String by(Exchange exchange) {
        return asked(actor, exchange, "who orders it");
    }

    private String why(Exchange exchange) {
        return asked(why, exchange, "why, for whoever reads the audit");
    }

    /** @throws IllegalArgumentException naming what is missing */
    Order read(Exchange exchange) {
        return new Order(scope(exchange), by(exchange), why(exchange));
    }

    /** Everything stops only where that is said: a forgotten header must not stop a company. */
    private String scope(Exchange exchange) {
        String one = only(
                named(purpose, exchange, Stop::purpose),
                named(sender, exchange, Stop::sender),
                named(template, exchange, Stop::template),
                Stop.ALL.equals(scope) ? Stop.ALL : null);
        if (one == null) {
            throw new IllegalArgumentException(
                    "found " + (scope == null ? "nothing that is to be stopped or resumed" : "scope=" + scope)
                            + ", expected purpose, sender, template or scope=all");
        }
        return one;
    }

    private static @Nullable String only(@Nullable String... scopes) {
        String found = null;
        for (String one : scopes) {
            if (one != null && found != null) {
                throw new IllegalArgumentException("found " + found + " and " + one + ", expected one of them");
            }
            found = one == null ? found : one;
        }
        return found;
    }

    private static @Nullable String named(Evaluated option, Exchange exchange, UnaryOperator<String> as) {
        String value = option.text(exchange);
        return value == null ? null : as.apply(value);
    }

    private static String asked(Evaluated option, Exchange exchange, String what) {
        String value = option.text(exchange);
        if (value == null) {
            throw new IllegalArgumentException(option.name() + ": found none, expected " + what);
        }
        return value;
    }
}

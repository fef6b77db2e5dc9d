package org.whatsapppolicy.camel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.send.SendResult;
import org.whatsapppolicy.policy.answer.ErrorClass;
import org.whatsapppolicy.policy.answer.PlatformError;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.ledger.MessageStatus;

/** Tells the exchange what became of its message: headers, and an exception where the route shall see one. */
final class Answers {

    private static final List<String> CLEARED = List.of(
            WhatsAppPolicyConstants.NOT_BEFORE,
            WhatsAppPolicyConstants.WAMID,
            WhatsAppPolicyConstants.OUTCOME,
            WhatsAppPolicyConstants.ERROR_CODE,
            WhatsAppPolicyConstants.REPLAYED,
            WhatsAppPolicyConstants.EXPLANATION);

    private final Reaction onDeny;
    private final Reaction onDefer;

    Answers(WhatsAppPolicyConfiguration options) {
        onDeny = Reaction.of("onDeny", options.getOnDeny());
        onDefer = Reaction.of("onDefer", options.getOnDefer());
    }

    void tell(Exchange exchange, SendResult result) {
        Message message = exchange.getMessage();
        clear(message);
        message.setHeader(WhatsAppPolicyConstants.MESSAGE_ID, result.id().toString());
        if (result instanceof SendResult.Accepted accepted) {
            decision(message, "ALLOW", accepted.decision().codes());
            message.setHeader(WhatsAppPolicyConstants.OUTCOME, "accepted");
            message.setHeader(WhatsAppPolicyConstants.WAMID, accepted.wamid());
            message.setHeader(WhatsAppPolicyConstants.EXPLANATION, Explanation.of(accepted.decision()));
        } else if (result instanceof SendResult.Decided decided) {
            if (decided.decision().verdict() == Verdict.DEFER) {
                message.setHeader(WhatsAppPolicyConstants.OUTCOME, "taken");
            }
            decided(exchange, decided.id(), decided.decision());
        } else if (result instanceof SendResult.Taken) {
            message.removeHeader(WhatsAppPolicyConstants.DECISION);
            message.removeHeader(WhatsAppPolicyConstants.REASONS);
            message.setHeader(WhatsAppPolicyConstants.OUTCOME, "taken");
        } else if (result instanceof SendResult.Postponed postponed) {
            message.setHeader(WhatsAppPolicyConstants.OUTCOME, "taken");
            code(message, postponed.error());
            Instant from = postponed.decision().at().plus(postponed.after());
            deferred(exchange, postponed.id(), List.of(postponed.code()), from);
        } else if (result instanceof SendResult.Repeated repeated) {
            repeated(exchange, repeated.first());
        } else if (result instanceof SendResult.Signalled) {
            signalled(message, "accepted");
        } else if (result instanceof SendResult.SignalRefused refused) {
            signalled(message, "refused");
            code(message, refused.error());
            exchange.setException(exception(exchange, refused.id(), refused.error(), refused.problem()));
        } else if (result instanceof SendResult.SignalUnknown unknown) {
            signalled(message, "unknown");
            code(message, unknown.error());
            String problem = problem(unknown.error(), unknown.httpStatus(), unknown.problem());
            int code = unknown.error() == null ? 0 : unknown.error().code();
            exchange.setException(new OutcomeUnknownException(
                    exchange, unknown.id().toString(), code, unknown.httpStatus(), problem));
        } else {
            failed(exchange, result);
        }
        if (exchange.getException() == null) {
            SentIds.ended(exchange, result.id());
        }
    }

    /** A signal is no message: nothing was decided and nothing is recorded. */
    private static void signalled(Message message, String outcome) {
        message.removeHeader(WhatsAppPolicyConstants.MESSAGE_ID);
        message.removeHeader(WhatsAppPolicyConstants.DECISION);
        message.removeHeader(WhatsAppPolicyConstants.REASONS);
        message.setHeader(WhatsAppPolicyConstants.OUTCOME, outcome);
    }

    /** A decision without effect. */
    void checked(Exchange exchange, UUID id, Decision decision) {
        clear(exchange.getMessage());
        exchange.getMessage().setHeader(WhatsAppPolicyConstants.EXPLANATION, Explanation.of(decision));
        decided(exchange, id, decision);
    }

    static void clear(Message message) {
        if (message.hasHeaders()) {
            CLEARED.forEach(message::removeHeader);
        }
    }

    static void decision(Message message, String verdict, List<String> reasons) {
        message.setHeader(WhatsAppPolicyConstants.DECISION, verdict);
        message.setHeader(WhatsAppPolicyConstants.REASONS, reasons);
    }

    private void decided(Exchange exchange, UUID id, Decision decision) {
        Message message = exchange.getMessage();
        switch (decision.verdict()) {
            case ALLOW -> decision(message, "ALLOW", decision.codes());
            case DEFER -> {
                message.setHeader(WhatsAppPolicyConstants.EXPLANATION, Explanation.of(decision));
                Instant from = decision.notBefore() == null ? decision.at() : decision.notBefore();
                deferred(exchange, id, decision.codes(), from);
            }
            case DENY -> {
                message.setHeader(WhatsAppPolicyConstants.EXPLANATION, Explanation.of(decision));
                denied(exchange, id, decision.codes());
            }
        }
    }

    private void denied(Exchange exchange, UUID id, List<String> reasons) {
        decision(exchange.getMessage(), "DENY", reasons);
        react(exchange, onDeny, () -> new MessageDeniedException(exchange, id.toString(), reasons));
    }

    private void deferred(Exchange exchange, UUID id, List<String> reasons, @Nullable Instant from) {
        decision(exchange.getMessage(), "DEFER", reasons);
        exchange.getMessage().setHeader(WhatsAppPolicyConstants.NOT_BEFORE, from);
        react(exchange, onDefer, () -> new MessageDeferredException(exchange, id.toString(), reasons, from));
    }

    private static void react(Exchange exchange, Reaction reaction, Supplier<? extends Exception> exception) {
        if (reaction == Reaction.STOP) {
            exchange.setRouteStop(true);
        } else if (reaction == Reaction.THROW) {
            exchange.setException(exception.get());
        }
    }

    /** A message that was there before answers what became of it (S-37). */
    private void repeated(Exchange exchange, MessageStatus first) {
        Message message = exchange.getMessage();
        message.setHeader(WhatsAppPolicyConstants.REPLAYED, true);
        switch (first.state()) {
            case HELD -> {
                message.setHeader(WhatsAppPolicyConstants.OUTCOME, "taken");
                deferred(exchange, first.id(), first.reasons(), first.notBefore());
            }
            case SENDING -> {
                decision(message, "ALLOW", first.reasons());
                message.setHeader(WhatsAppPolicyConstants.OUTCOME, "taken");
            }
            case UNKNOWN -> unknown(exchange, first.id(), first.errorCode(), 0, "as it was before", first.reasons());
            case ACCEPTED, SENT, DELIVERED, READ, PLAYED -> {
                decision(message, "ALLOW", first.reasons());
                message.setHeader(WhatsAppPolicyConstants.OUTCOME, "accepted");
                message.setHeader(WhatsAppPolicyConstants.WAMID, first.wamid());
            }
            case DENIED, EXPIRED -> denied(exchange, first.id(), first.reasons());
            case FAILED -> {
                decision(message, "ALLOW", first.reasons());
                message.setHeader(WhatsAppPolicyConstants.OUTCOME, "refused");
                message.setHeader(WhatsAppPolicyConstants.ERROR_CODE, first.errorCode());
                String problem = "error " + first.errorCode() + ", as it was before";
                exchange.setException(
                        new WhatsAppApiException(exchange, first.id().toString(), problem, null));
            }
        }
    }

    private static void failed(Exchange exchange, SendResult result) {
        Message message = exchange.getMessage();
        if (result instanceof SendResult.Refused refused) {
            decision(message, "ALLOW", refused.decision().codes());
            message.setHeader(WhatsAppPolicyConstants.OUTCOME, "refused");
            code(message, refused.error());
            exchange.setException(exception(exchange, refused.id(), refused.error(), refused.problem()));
        } else if (result instanceof SendResult.NotUploaded failed) {
            decision(message, "ALLOW", failed.decision().codes());
            message.setHeader(WhatsAppPolicyConstants.OUTCOME, "refused");
            code(message, failed.error());
            exchange.setException(
                    new MediaUploadException(exchange, failed.id().toString(), failed.problem(), failed.error()));
        } else if (result instanceof SendResult.Unknown unknown) {
            PlatformError error = unknown.error();
            String problem = problem(error, unknown.httpStatus(), unknown.problem());
            unknown(exchange, unknown.id(), error == null ? 0 : error.code(), unknown.httpStatus(), problem, null);
        } else if (result instanceof SendResult.Conflict conflict) {
            exchange.setException(new IdempotencyConflictException(exchange, conflict.key(), conflict.differs()));
        } else if (result instanceof SendResult.Failed failure) {
            exchange.setException(failure.cause());
        }
    }

    private static String problem(@Nullable PlatformError error, int status, String otherwise) {
        return error != null ? error.toString() : status == 0 ? otherwise : "HTTP " + status;
    }

    private static void unknown(
            Exchange exchange, UUID id, int code, int status, String problem, @Nullable List<String> reasons) {
        Message message = exchange.getMessage();
        decision(message, "ALLOW", reasons == null ? List.of() : reasons);
        message.setHeader(WhatsAppPolicyConstants.OUTCOME, "unknown");
        if (code != 0) {
            message.setHeader(WhatsAppPolicyConstants.ERROR_CODE, code);
        }
        exchange.setException(new OutcomeUnknownException(exchange, id.toString(), code, status, problem));
    }

    private static WhatsAppApiException exception(
            Exchange exchange, UUID messageId, @Nullable PlatformError error, String problem) {
        String id = messageId.toString();
        if (error == null) {
            return new WhatsAppApiException(exchange, id, problem, null);
        }
        ErrorClass about = error.errorClass();
        return switch (about) {
            case AUTH -> new WhatsAppAuthException(exchange, id, error);
            case THROTTLE_APP, THROTTLE_ACCOUNT, THROTTLE_SENDER, THROTTLE_PAIR ->
                new WhatsAppThrottledException(exchange, id, error);
            default -> new WhatsAppApiException(exchange, id, "", error);
        };
    }

    private static void code(Message message, @Nullable PlatformError error) {
        if (error != null) {
            message.setHeader(WhatsAppPolicyConstants.ERROR_CODE, error.code());
        }
    }
}

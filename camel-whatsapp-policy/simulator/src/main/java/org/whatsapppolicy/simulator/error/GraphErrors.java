package org.whatsapppolicy.simulator.error;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The documented error codes with the HTTP status, title and default details they are answered with. A code that is not
 * listed is answered as an unknown error with status 400.
 */
public final class GraphErrors {

    private static final String OAUTH = "OAuthException";

    private static final Map<Integer, GraphError> KNOWN = Stream.of(
                    entry(0, 401, "AuthException", "We were unable to authenticate the app user."),
                    entry(1, 400, "API Unknown", null),
                    entry(2, 503, "API Service", null),
                    entry(3, 500, "Application does not have the capability to make this API call.", null),
                    entry(4, 400, "Application request limit reached", null),
                    entry(10, 403, "Application does not have permission for this action", null),
                    entry(104, 401, "An access token is required to request this resource", null),
                    entry(190, 401, "Access token has expired", null),
                    entry(200, 403, "Permissions error", null),
                    entry(613, 400, "Calls to this api have exceeded the rate limit.", null),
                    entry(803, 404, "Some of the aliases you requested do not exist", null),
                    entry(80008, 400, "There have been too many calls to this WhatsApp Business account", null),
                    entry(33, 400, "Parameter value is not valid", "The business phone number has been deleted."),
                    entry(100, 400, "Invalid parameter", "Invalid parameter"),
                    entry(
                            368,
                            403,
                            "Temporarily blocked for policies violations",
                            "The account is restricted from messaging."),
                    entry(80007, 400, "Rate limit issues", "The account has reached its rate limit."),
                    entry(130403, 400, "User blocked by business", "The business has blocked this user."),
                    entry(130429, 400, "Rate limit hit", "Cloud API message throughput has been reached."),
                    entry(
                            130472,
                            400,
                            "User's number is part of an experiment",
                            "The message was held back for an experiment."),
                    entry(
                            130497,
                            403,
                            "Business account is restricted from messaging users in this country",
                            "Messages to this country are restricted."),
                    entry(131000, 500, "Something went wrong", "Message failed to send due to an unknown error."),
                    entry(131005, 403, "Access denied", "Permission is either not granted or has been removed."),
                    entry(131008, 400, "Required parameter is missing", "A required parameter is missing."),
                    entry(131009, 400, "Parameter value is not valid", "A parameter value is not valid."),
                    entry(131016, 500, "Service unavailable", "A service is temporarily unavailable."),
                    entry(131021, 400, "Recipient cannot be sender", "Sender and recipient phone number is the same."),
                    entry(131026, 400, "Message Undeliverable", "Message Undeliverable."),
                    entry(
                            131030,
                            400,
                            "Recipient phone number not in allowed list",
                            "Add the recipient phone number to the recipient list and try again."),
                    entry(131031, 403, "Account has been locked", "The account is restricted or disabled."),
                    entry(
                            131037,
                            400,
                            "WhatsApp provided number needs display name approval before message can be sent",
                            "The sender's display name is not approved yet."),
                    entry(
                            131042,
                            400,
                            "Business eligibility payment issue",
                            "There is a problem with the payment method."),
                    entry(131045, 500, "Incorrect certificate", "The phone number could not be registered."),
                    entry(
                            131047,
                            400,
                            "Re-engagement message",
                            "More than 24 hours have passed since the recipient last replied to the sender number."),
                    entry(
                            131048,
                            400,
                            "Spam rate limit hit",
                            "The number is limited because messages were blocked or flagged as spam."),
                    entry(
                            131049,
                            400,
                            "Meta chose not to deliver",
                            "The message was not delivered to keep the ecosystem healthy."),
                    entry(
                            131050,
                            400,
                            "User has stopped marketing messages",
                            "The recipient has stopped marketing messages from this business."),
                    entry(131051, 400, "Unsupported message type", "Unsupported message type."),
                    entry(131053, 400, "Media upload error", "The media could not be fetched."),
                    entry(131055, 400, "Method not allowed", "Only marketing templates can be sent here."),
                    entry(
                            131056,
                            400,
                            "(Business Account, Consumer Account) pair rate limit hit",
                            "Too many messages were sent from this number to the same person in a short time."),
                    entry(131057, 500, "Account in maintenance mode", "The account is in maintenance."),
                    entry(
                            131062,
                            400,
                            "Business-scoped User ID (BSUID) recipients are not supported for this message",
                            "This message cannot be sent to a business-scoped user id."),
                    entry(
                            131063,
                            400,
                            "Marketing templates disabled",
                            "Marketing templates are switched off here for this account."),
                    entry(131064, 400, "Messaging limit reached", "The account is limited for a while."),
                    entry(
                            132000,
                            400,
                            "Template Param Count Mismatch",
                            "The number of parameters does not match the template."),
                    entry(
                            132001,
                            404,
                            "Template does not exist",
                            "The template does not exist in that language or is not approved."),
                    entry(132005, 400, "Template Hydrated Text Too Long", "Translated text is too long."),
                    entry(
                            132007,
                            400,
                            "Template Format Character Policy Violated",
                            "The content breaks a formatting rule."),
                    entry(132008, 400, "Template Parameter Value Invalid", "A parameter value is not valid."),
                    entry(
                            132012,
                            400,
                            "Template Parameter Format Mismatch",
                            "A parameter is not of the format the template asks for."),
                    entry(
                            132015,
                            400,
                            "Template is Paused",
                            "Template is paused due to low quality so it cannot be sent in a template message."),
                    entry(
                            132016,
                            400,
                            "Template is Disabled",
                            "Template has been paused too many times due to low quality and is now permanently"
                                    + " disabled."),
                    entry(
                            132018,
                            400,
                            "Template validation error",
                            "There was an issue with the parameters of the template."),
                    entry(132068, 400, "Flow is blocked", "The flow is blocked."),
                    entry(
                            132069,
                            400,
                            "Flow is throttled",
                            "The flow is throttled and has been sent 10 times within the last hour."),
                    entry(
                            133010,
                            400,
                            "Account not registered",
                            "The account does not exist in the Cloud API and has to be registered first."),
                    entry(
                            133016,
                            400,
                            "Account register deregister rate limit exceeded",
                            "Too many registrations in the last 72 hours."),
                    entry(
                            134011,
                            400,
                            "WhatsApp Payments terms of service has not been accepted",
                            "The terms of service of payments have to be accepted first."),
                    entry(
                            134100,
                            400,
                            "Only marketing messages supported",
                            "Only marketing templates can be sent here."),
                    entry(134101, 400, "Your template is still syncing", "The template is not synchronised yet."),
                    entry(134102, 500, "Template unavailable for use", "The template cannot be used."),
                    entry(
                            135000,
                            400,
                            "Generic user error",
                            "There is an unknown problem with the request parameters."),
                    entry(137000, 400, "Identity key hash mismatch", "The identity key hash no longer matches."),
                    entry(
                            133000,
                            500,
                            "Incomplete Deregistration",
                            "An earlier deregistration has not been completed."),
                    entry(
                            133004,
                            503,
                            "Server Temporarily Unavailable",
                            "The registration server is not available at the moment."),
                    entry(
                            133005,
                            400,
                            "Two step verification PIN Mismatch",
                            "The two-step verification PIN is not the right one."),
                    entry(
                            133006,
                            400,
                            "Phone number re-verification needed",
                            "The phone number has to be verified before it is registered."),
                    entry(
                            133008,
                            400,
                            "Too Many two step verification PIN Guesses",
                            "The two-step verification PIN was guessed too often for this phone number."),
                    entry(
                            133009,
                            400,
                            "Two step verification PIN Guessed Too Fast",
                            "The two-step verification PIN was entered too soon after the last try."),
                    entry(
                            133015,
                            400,
                            "Please wait a few minutes before attempting to register this phone number",
                            "The phone number was deleted a moment ago."),
                    entry(136024, 400, "Request code error", "The phone number has already been verified."),
                    entry(136025, 400, "Verify code error", "The code is not the one that was asked for last."),
                    entry(
                            139100,
                            400,
                            "Failed to block/unblock some users",
                            "Some users could not be blocked, see the list in the answer."),
                    entry(139101, 400, "Blocklist limit reached", "The block list is full."),
                    entry(
                            139102,
                            400,
                            "Blocklist concurrent update",
                            "The block list was changed by another request in the meantime."),
                    entry(139103, 500, "Internal error", "The users could not be blocked or unblocked, try again."),
                    entry(
                            139200,
                            403,
                            "Direct Send Utility access is blocked",
                            "Direct Send is blocked for this account."),
                    entry(
                            2388019,
                            400,
                            "Message Template Limit Exceeded",
                            "The account has as many message templates as it may have."),
                    entry(
                            2388039,
                            400,
                            "Message template status can't be changed",
                            "A template in this state cannot be edited."),
                    entry(2388040, 400, "Character limit exceeded", "A field of the template is longer than allowed."),
                    entry(2388047, 400, "Message header format is incorrect", "The header is not as it has to be."),
                    entry(2388072, 400, "Message body format is incorrect", "The body is not as it has to be."),
                    entry(2388073, 400, "Message footer format is incorrect", "The footer is not as it has to be."),
                    entry(
                            2388293,
                            400,
                            "Parameters words ratio exceeds limit",
                            "The template has too many variables for its length."),
                    entry(
                            2388299,
                            400,
                            "Leading or trailing parameters are not allowed",
                            "Variables cannot stand at the start or the end of the text."),
                    entry(2388318, 400, "Template cannot be updated", "A template of Direct Send cannot be edited."),
                    entry(2388330, 400, "Template cannot be deleted", "A template of Direct Send cannot be deleted."),
                    entry(2494164, 400, "Signup not found", "There is no signup with that id."),
                    entry(2494166, 400, "Signup field is not valid", "A field of the signup is not as it has to be."),
                    entry(2494176, 400, "Signup terms not accepted", "The terms have to be accepted first."),
                    entry(
                            2494191,
                            400,
                            "Thread control cannot be taken",
                            "Only the app configured for escalation may take control."),
                    entry(2494100, 400, "Account is in maintenance mode", "The number is in maintenance."))
            .collect(Collectors.toUnmodifiableMap(GraphError::code, error -> error));

    private GraphErrors() {}

    /** The error of that code with its usual status and texts. */
    public static GraphError of(int code) {
        GraphError known = KNOWN.get(code);
        return known != null ? known : entry(code, 400, "An unknown error has occurred.", null);
    }

    /** The error of that code with its own details. */
    public static GraphError of(int code, String details) {
        return of(code).withDetails(details);
    }

    /** 131008: a required parameter is missing. */
    public static Refused missing(String parameter) {
        return new Refused(of(131008, "Parameter '" + parameter + "' is missing."));
    }

    /** 131009: a value is not one the platform takes. */
    public static Refused invalid(String parameter) {
        return new Refused(of(131009, "Parameter Invalid: " + parameter));
    }

    /** 100: a parameter is unknown, misspelt, too long or not possible here. */
    public static Refused badParameter(String details) {
        return new Refused(of(100, details));
    }

    /** 100 with a subcode and words for the user, as template management answers. */
    public static Refused refuseWithWords(int subcode, String title, String text) {
        GraphError plain = new GraphError(400, 100, subcode, OAUTH, "(#100) Invalid parameter", null);
        return new Refused(plain.withUserText(title, text));
    }

    /** Any other code with its own details. */
    public static Refused refuse(int code, String details) {
        return new Refused(of(code, details));
    }

    /** 100 with subcode 33: the id in the path belongs to nothing the token can see. */
    public static GraphError unknownObject(String verb, String id) {
        String message = "Unsupported " + verb + " request. Object with ID '" + id
                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation.";
        return new GraphError(400, 100, 33, "GraphMethodException", message, null);
    }

    /** 803: the id in the path is not even an id. */
    public static GraphError unknownAlias(String id) {
        return oauth(404, 803, 0, "(#803) Some of the aliases you requested do not exist: " + id);
    }

    /** 2500: the path is none of the platform's. */
    public static GraphError unknownPath(String path) {
        return oauth(400, 2500, 0, "Unknown path components: " + path);
    }

    /** 100 with status 413: the body is longer than anybody's. */
    public static GraphError tooLong(int most) {
        return new GraphError(413, 100, 0, OAUTH, "(#100) The request body is longer than " + most + " bytes", null);
    }

    /** An error without details, as authorisation errors are. */
    public static GraphError oauth(int status, int code, int subcode, String message) {
        return new GraphError(status, code, subcode, OAUTH, message, null);
    }

    private static GraphError entry(int code, int status, String title, @Nullable String details) {
        return new GraphError(status, code, 0, OAUTH, "(#" + code + ") " + title, details);
    }
}

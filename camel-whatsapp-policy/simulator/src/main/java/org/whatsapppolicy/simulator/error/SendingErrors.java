package org.whatsapppolicy.simulator.error;

import static org.whatsapppolicy.simulator.error.GraphError.entry;

import java.util.List;

/** What requests for messages are answered with, and failed statuses tell; by code. */
final class SendingErrors {

    static final List<GraphError> ALL = List.of(
            entry(0, 401, "AuthException", "We were unable to authenticate the app user."),
            entry(1, 400, "API Unknown", null),
            entry(2, 503, "API Service", null),
            entry(3, 500, "Application does not have the capability to make this API call.", null),
            entry(4, 400, "Application request limit reached", null),
            entry(10, 403, "Application does not have permission for this action", null),
            entry(33, 400, "Parameter value is not valid", "The business phone number has been deleted."),
            entry(100, 400, "Invalid parameter", "Invalid parameter"),
            entry(104, 401, "An access token is required to request this resource", null),
            entry(190, 401, "Access token has expired", null),
            entry(200, 403, "Permissions error", null),
            entry(368, 403, "Temporarily blocked for policies violations", "The account is restricted from messaging."),
            entry(613, 400, "Calls to this api have exceeded the rate limit.", null),
            entry(803, 404, "Some of the aliases you requested do not exist", null),
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
            entry(131042, 400, "Business eligibility payment issue", "There is a problem with the payment method."),
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
            entry(132007, 400, "Template Format Character Policy Violated", "The content breaks a formatting rule."),
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
                    "Template has been paused too many times due to low quality and is now permanently" + " disabled."),
            entry(132018, 400, "Template validation error", "There was an issue with the parameters of the template."),
            entry(132068, 400, "Flow is blocked", "The flow is blocked."),
            entry(
                    132069,
                    400,
                    "Flow is throttled",
                    "The flow is throttled and has been sent 10 times within the last hour."),
            entry(
                    134011,
                    400,
                    "WhatsApp Payments terms of service has not been accepted",
                    "The terms of service of payments have to be accepted first."),
            entry(134100, 400, "Only marketing messages supported", "Only marketing templates can be sent here."),
            entry(134101, 400, "Your template is still syncing", "The template is not synchronised yet."),
            entry(134102, 500, "Template unavailable for use", "The template cannot be used."),
            entry(135000, 400, "Generic user error", "There is an unknown problem with the request parameters."),
            entry(137000, 400, "Identity key hash mismatch", "The identity key hash no longer matches."));

    private SendingErrors() {}
}

package org.whatsapppolicy.simulator.error;

import static org.whatsapppolicy.simulator.error.GraphError.entry;

import java.util.List;

/** What management of numbers, templates, signups and blocked people is answered with; by code. */
final class ManagementErrors {

    static final List<GraphError> ALL = List.of(
            entry(80008, 400, "There have been too many calls to this WhatsApp Business account", null),
            entry(133000, 500, "Incomplete Deregistration", "An earlier deregistration has not been completed."),
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
                    133010,
                    400,
                    "Account not registered",
                    "The account does not exist in the Cloud API and has to be registered first."),
            entry(
                    133015,
                    400,
                    "Please wait a few minutes before attempting to register this phone number",
                    "The phone number was deleted a moment ago."),
            entry(
                    133016,
                    400,
                    "Account register deregister rate limit exceeded",
                    "Too many registrations in the last 72 hours."),
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
            entry(139200, 403, "Direct Send Utility access is blocked", "Direct Send is blocked for this account."),
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
            entry(2494100, 400, "Account is in maintenance mode", "The number is in maintenance."),
            entry(2494164, 400, "Signup not found", "There is no signup with that id."),
            entry(2494166, 400, "Signup field is not valid", "A field of the signup is not as it has to be."),
            entry(2494176, 400, "Signup terms not accepted", "The terms have to be accepted first."),
            entry(
                    2494191,
                    400,
                    "Thread control cannot be taken",
                    "Only the app configured for escalation may take control."));

    private ManagementErrors() {}
}

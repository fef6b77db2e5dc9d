package org.whatsapppolicy.policy.answer;

import static org.whatsapppolicy.policy.answer.Codes.codes;
import static org.whatsapppolicy.policy.answer.Codes.range;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;

/**
 * What an error of the platform is about, and the one table of its codes. The same class whether a code came as an answer
 * or in a status webhook. Decided by code; a subcode counts only where the same code means two things.
 *
 * <p>Which refusals are followed by a new attempt, and when (n is the attempt that was refused, from 1; the expiry of the
 * message ends them, S-5, and {@code maxAttempts} of the component). Every class that is not listed ends the message:
 *
 * <table>
 * <caption>Waits before a new attempt</caption>
 * <tr><th>class</th><th>codes</th><th>wait</th></tr>
 * <tr><td>THROTTLE_APP</td><td>4, 17, 32, 613</td><td>1 min, doubled each time up to 30 min</td></tr>
 * <tr><td>THROTTLE_ACCOUNT</td><td>80007, 80008</td><td>5 min, doubled up to 1 h (a rolling hour is counted)</td></tr>
 * <tr><td>THROTTLE_SENDER</td><td>130429</td><td>1 s, doubled up to 5 min</td></tr>
 * <tr><td>THROTTLE_PAIR</td><td>131056</td><td>4^(n-1) s up to 256 s, the platform's own advice</td></tr>
 * <tr><td>RETRY_BACKOFF</td><td>1, 2, 131000, 131016</td><td>none: the outcome is unknown, only evidence settles it
 *     (S-38); as a hint 1 s, doubled up to 5 min</td></tr>
 * <tr><td>RETRY_BACKOFF</td><td>133004, 139102, 139103</td><td>1 s, doubled up to 5 min</td></tr>
 * <tr><td>RETRY_BACKOFF</td><td>131057; 2494100; 133015; 134101</td><td>1 min; 3 min; 5 min; 10 min</td></tr>
 * <tr><td>RECIPIENT_CAPPED</td><td>131049, not 130472</td><td>24 h; none to the US, whose
 *     numbers get no marketing at all (S-32)</td></tr>
 * <tr><td>TEMPLATE_PAUSED</td><td>132015, and {@code message_status: paused}</td><td>3 h, then 6 h: the platform's pauses
 *     </td></tr>
 * <tr><td>FLOW_PROBLEM</td><td>132069 only</td><td>1 h: the hourly allowance of a throttled Flow</td></tr>
 * </table>
 */
public enum ErrorClass {
    /** Token or permission: the sender stops until it is mended. */
    AUTH(codes(0, 3, 10, 104, 190, 131005), range(200, 299)),
    /** The account, or its utility and Direct Send part, may not send; the health status says why. */
    ACCOUNT_RESTRICTED(codes(368, 131031, 131064, 139200, 141008, 141014)),
    /** The account may not message that country. */
    COUNTRY_RESTRICTED(codes(130497)),
    /** Payment: stops what is billed, not what is free (S-35). */
    BILLING(codes(131042, 131044, 134011)),
    /** The business number is not registered, not verified, being registered, or gone. */
    SENDER_NOT_READY(
            codes(33, 131037, 131045, 133000, 133005, 133006, 133008, 133009, 133010, 133016),
            codes(100).with(33)),
    /** The request itself is wrong and stays wrong. */
    BAD_REQUEST(
            codes(100, 803, 131008, 131009, 131021, 131051, 135000, 136024, 139100, 139101, 1752041),
            codes(2388318, 2388330, 2494176, 2494177, 2494179, 2494191),
            range(2494164, 2494168)),
    /** Too many Graph calls of the app. */
    THROTTLE_APP(codes(4, 17, 32, 613).waiting(growing(Duration.ofMinutes(1), 2, Duration.ofMinutes(30)))),
    /** Too many management calls of the account. */
    THROTTLE_ACCOUNT(codes(80007, 80008).waiting(growing(Duration.ofMinutes(5), 2, Duration.ofHours(1)))),
    /** Throughput of the number; refused before processing, safe to repeat (S-30). */
    THROTTLE_SENDER(codes(130429).waiting(backoff())),
    /** Too many messages to one person; refused before processing, others are not concerned (S-30). */
    THROTTLE_PAIR(codes(131056).waiting(growing(Duration.ofSeconds(1), 4, Duration.ofSeconds(256)))),
    /** The number was reported as spam: never repeated by itself, marketing pauses. */
    SENDER_QUALITY(codes(131048)),
    /** Passing trouble on the platform's side. */
    RETRY_BACKOFF(
            codes(1, 2, 131000, 131016).waiting(backoff()).thatMayHaveGoneOut(),
            codes(133004, 139102, 139103).waiting(backoff()),
            codes(131057).waiting(Wait.of(Duration.ofMinutes(1))),
            codes(2494100).waiting(Wait.of(Duration.ofMinutes(3))),
            codes(133015).waiting(Wait.of(Duration.ofMinutes(5))),
            codes(134101).waiting(Wait.of(Duration.ofMinutes(10)))),
    /** The person cannot be reached there; not an opt-out. */
    RECIPIENT_UNREACHABLE(codes(1026, 131026, 131030)),
    /** No customer service window is open: only a template goes. */
    WINDOW_CLOSED(codes(131047)),
    /** The platform keeps marketing from this person for now. */
    RECIPIENT_CAPPED(codes(131049).waiting(Wait.of(Duration.ofHours(24))), codes(130472)),
    /** The person stopped this business's marketing: an opt-out (S-16). */
    RECIPIENT_OPTED_OUT(codes(131050)),
    /** This business blocked the person. */
    RECIPIENT_BLOCKED_BY_US(codes(130403)),
    /** This message goes only to a phone number, not to a user id. */
    RECIPIENT_NEEDS_PHONE(codes(131062)),
    /** The identity key hash given is not this person's any more. */
    RECIPIENT_IDENTITY_CHANGED(codes(137000)),
    /** Media of an inbound message could not be fetched. */
    INBOUND_MEDIA(codes(131052)),
    /** An inbound message whose content is not available. */
    INBOUND_UNSUPPORTED(codes(131060)),
    /** The template, or what was filled into it, is wrong. */
    TEMPLATE_PROBLEM(
            codes(132000, 132001, 132005, 132007, 132008, 132012, 132016, 132018, 134102),
            codes(2388019, 2388039, 2388040, 2388047, 2388072, 2388073, 2388293, 2388299),
            codes(100).with(2388024)),
    /** The template is paused; it may come back. */
    TEMPLATE_PAUSED(codes(132015).waiting(growing(Duration.ofHours(3), 2, Duration.ofHours(6)))),
    /** The Flow is blocked, throttled or wrong. */
    FLOW_PROBLEM(codes(132068), range(139000, 139004), codes(132069).waiting(Wait.of(Duration.ofHours(1)))),
    /** A marketing template at the endpoint of the others, or the other way round. */
    WRONG_ENDPOINT(codes(131055, 131063, 134100)),
    /** Media of this message could not be used. */
    MEDIA_PROBLEM(codes(131014, 131053)),
    /** A code that this version does not know, or one that no send is answered with: never repeated by itself. */
    UNKNOWN;

    @SuppressWarnings("ImmutableEnumChecker") // records of values only
    private final List<Codes> rows;

    ErrorClass(Codes... rows) {
        this.rows = List.of(rows);
    }

    /** Whether such a refusal is lifted by time; marketing to the United States is not (S-32). */
    public boolean passes(Recipient recipient) {
        return this != RECIPIENT_CAPPED || !recipient.american();
    }

    /** The class of a code without a subcode. */
    public static ErrorClass of(int code) {
        return of(code, null);
    }

    /** The class of a code; {@link #UNKNOWN} when this version does not know it. */
    public static ErrorClass of(int code, @Nullable Integer subcode) {
        return ErrorTable.find(code, subcode).errorClass();
    }

    List<Codes> rows() {
        return rows;
    }

    private static Wait backoff() {
        return growing(Duration.ofSeconds(1), 2, Duration.ofMinutes(5));
    }

    private static Wait growing(Duration first, int factor, Duration longest) {
        return Wait.growing(first, factor, longest);
    }
}

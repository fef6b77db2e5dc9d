package org.whatsapppolicy.policy.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.answer.ErrorClass.AUTH;
import static org.whatsapppolicy.policy.answer.ErrorClass.BAD_REQUEST;
import static org.whatsapppolicy.policy.answer.ErrorClass.SENDER_NOT_READY;
import static org.whatsapppolicy.policy.answer.ErrorClass.TEMPLATE_PROBLEM;
import static org.whatsapppolicy.policy.answer.ErrorClass.THROTTLE_SENDER;
import static org.whatsapppolicy.policy.answer.ErrorClass.UNKNOWN;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform's codes by what they are about, written down a second time. */
class ErrorClassTest {

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(textBlock = """
            0,       AUTH                        # token expired or user gone
            3,       AUTH                        # capability missing, in spite of its HTTP 500
            10,      AUTH                        # permission missing
            104,     AUTH                        # no token in the request
            190,     AUTH                        # token expired or malformed
            200,     AUTH                        # no access to that number
            250,     AUTH                        # any other permission
            299,     AUTH                        # the last of them
            131005,  AUTH                        # access denied
            368,     ACCOUNT_RESTRICTED          # policy violation
            131031,  ACCOUNT_RESTRICTED          # locked
            131064,  ACCOUNT_RESTRICTED          # capped for misclassified templates
            139200,  ACCOUNT_RESTRICTED          # Direct Send banned
            141008,  ACCOUNT_RESTRICTED          # locked, seen by a provider
            141014,  ACCOUNT_RESTRICTED          # banned, seen by a provider
            130497,  COUNTRY_RESTRICTED          # this country not from this account
            131042,  BILLING                     # no way to pay
            131044,  BILLING                     # the same for calls
            134011,  BILLING                     # payment terms not accepted
            33,      SENDER_NOT_READY            # business number deleted
            131037,  SENDER_NOT_READY            # display name not approved
            131045,  SENDER_NOT_READY            # certificate
            133000,  SENDER_NOT_READY            # earlier deregistration unfinished
            133005,  SENDER_NOT_READY            # wrong PIN
            133006,  SENDER_NOT_READY            # not verified
            133008,  SENDER_NOT_READY            # too many PINs guessed
            133009,  SENDER_NOT_READY            # PINs guessed too fast
            133010,  SENDER_NOT_READY            # not registered
            133016,  SENDER_NOT_READY            # registered too often
            100,     BAD_REQUEST                 # invalid parameter
            803,     BAD_REQUEST                 # object unknown
            131008,  BAD_REQUEST                 # parameter missing
            131009,  BAD_REQUEST                 # value not valid
            131021,  BAD_REQUEST                 # to oneself
            131051,  BAD_REQUEST                 # type not supported
            135000,  BAD_REQUEST                 # unknown trouble with parameters
            136024,  BAD_REQUEST                 # already verified
            139100,  BAD_REQUEST                 # some users not blocked
            139101,  BAD_REQUEST                 # block list full
            1752041, BAD_REQUEST                 # onboarding asked twice
            2388318, BAD_REQUEST                 # Direct Send template not editable
            2388330, BAD_REQUEST                 # nor deletable
            2494164, BAD_REQUEST                 # sign-up link
            2494168, BAD_REQUEST                 # sign-up link
            2494176, BAD_REQUEST                 # sign-up link
            2494177, BAD_REQUEST                 # sign-up link
            2494179, BAD_REQUEST                 # sign-up link
            2494191, BAD_REQUEST                 # thread not taken
            4,       THROTTLE_APP                # calls of the app
            17,      THROTTLE_APP                # calls of the user
            32,      THROTTLE_APP                # calls of the page
            613,     THROTTLE_APP                # custom limit
            80007,   THROTTLE_ACCOUNT            # management calls
            80008,   THROTTLE_ACCOUNT            # the same family
            130429,  THROTTLE_SENDER             # throughput
            131056,  THROTTLE_PAIR               # pair rate
            131048,  SENDER_QUALITY              # spam
            1,       RETRY_BACKOFF               # unknown to the platform too
            2,       RETRY_BACKOFF               # down or overloaded
            131000,  RETRY_BACKOFF               # something went wrong
            131016,  RETRY_BACKOFF               # service unavailable
            131057,  RETRY_BACKOFF               # account in maintenance
            2494100, RETRY_BACKOFF               # number in maintenance
            133004,  RETRY_BACKOFF               # registration server down
            133015,  RETRY_BACKOFF               # number just deleted
            134101,  RETRY_BACKOFF               # template still synced
            139102,  RETRY_BACKOFF               # block list changed meanwhile
            139103,  RETRY_BACKOFF               # block list, internal
            1026,    RECIPIENT_UNREACHABLE       # client too old for the type
            131026,  RECIPIENT_UNREACHABLE       # undeliverable
            131030,  RECIPIENT_UNREACHABLE       # not on the test number's list
            131047,  WINDOW_CLOSED               # more than 24 hours
            131049,  RECIPIENT_CAPPED            # marketing cap of the person
            130472,  RECIPIENT_CAPPED            # in an experiment
            131050,  RECIPIENT_OPTED_OUT         # stopped marketing
            130403,  RECIPIENT_BLOCKED_BY_US     # blocked by the business
            131062,  RECIPIENT_NEEDS_PHONE       # not to a user id
            137000,  RECIPIENT_IDENTITY_CHANGED  # identity hash
            131052,  INBOUND_MEDIA               # inbound media lost
            131060,  INBOUND_UNSUPPORTED         # inbound message not available
            132000,  TEMPLATE_PROBLEM            # number of parameters
            132001,  TEMPLATE_PROBLEM            # does not exist
            132005,  TEMPLATE_PROBLEM            # filled text too long
            132007,  TEMPLATE_PROBLEM            # content against policy
            132008,  TEMPLATE_PROBLEM            # parameter value
            132012,  TEMPLATE_PROBLEM            # parameter format
            132016,  TEMPLATE_PROBLEM            # disabled for good
            132018,  TEMPLATE_PROBLEM            # marketing endpoint, validation
            134102,  TEMPLATE_PROBLEM            # not synced
            2388019, TEMPLATE_PROBLEM            # too many templates
            2388039, TEMPLATE_PROBLEM            # creation and edits
            2388040, TEMPLATE_PROBLEM            # creation and edits
            2388047, TEMPLATE_PROBLEM            # creation and edits
            2388072, TEMPLATE_PROBLEM            # creation and edits
            2388073, TEMPLATE_PROBLEM            # creation and edits
            2388293, TEMPLATE_PROBLEM            # creation and edits
            2388299, TEMPLATE_PROBLEM            # creation and edits
            132015,  TEMPLATE_PAUSED             # paused
            132068,  FLOW_PROBLEM                # blocked
            132069,  FLOW_PROBLEM                # throttled
            139000,  FLOW_PROBLEM                # integrity
            139004,  FLOW_PROBLEM                # management
            131055,  WRONG_ENDPOINT              # not marketing, sent as marketing
            134100,  WRONG_ENDPOINT              # the same, newer
            131063,  WRONG_ENDPOINT              # marketing, sent as the others
            131014,  MEDIA_PROBLEM               # link, older code
            131053,  MEDIA_PROBLEM               # media unusable
            """)
    void has_its_class(int code, String classAndWhy) {
        assertThat(ErrorClass.of(code).name()).isEqualTo(classAndWhy.split("#", 2)[0].strip());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                -1, 5, 34, 199, 300, 999, 138000, 138018, 131020, 131041, 131059, 131201, 147001, 2388001, 2593107,
                200005, 999999
            })
    void what_no_send_is_answered_with_or_nobody_documented_is_unknown(int code) {
        assertThat(ErrorClass.of(code)).isEqualTo(UNKNOWN);
        assertThat(error(code).retryAfter(1)).isEmpty();
    }

    @Test
    void a_subcode_counts_only_where_one_code_means_two_things() {
        assertThat(ErrorClass.of(100, 33)).isEqualTo(SENDER_NOT_READY);
        assertThat(ErrorClass.of(100, 2388024)).isEqualTo(TEMPLATE_PROBLEM);
        assertThat(ErrorClass.of(100, 2494073)).isEqualTo(BAD_REQUEST);
        assertThat(ErrorClass.of(190, 463)).isEqualTo(AUTH);
        assertThat(ErrorClass.of(130429, 2494055)).isEqualTo(THROTTLE_SENDER);
        assertThat(ErrorClass.of(999999, 33)).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest(name = "{0} waits {1}")
    @MethodSource("waits")
    void waits_longer_with_every_attempt(int code, int... seconds) {
        assertThat(IntStream.rangeClosed(1, seconds.length)
                        .mapToObj(attempt -> error(code).retryAfter(attempt).orElseThrow()))
                .containsExactly(
                        Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toArray(Duration[]::new));
    }

    static Stream<Arguments> waits() {
        int minute = 60;
        int hour = 60 * minute;
        return Stream.of(
                Arguments.of(131056, new int[] {1, 4, 16, 64, 256, 256}),
                Arguments.of(130429, new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}),
                Arguments.of(133004, new int[] {1, 2, 4}),
                Arguments.of(
                        4,
                        new int[] {minute, 2 * minute, 4 * minute, 8 * minute, 16 * minute, 30 * minute, 30 * minute}),
                Arguments.of(80007, new int[] {5 * minute, 10 * minute, 20 * minute, 40 * minute, hour, hour}),
                Arguments.of(131049, new int[] {24 * hour, 24 * hour}),
                Arguments.of(131057, new int[] {minute, minute}),
                Arguments.of(2494100, new int[] {3 * minute, 3 * minute}),
                Arguments.of(133015, new int[] {5 * minute, 5 * minute}),
                Arguments.of(134101, new int[] {10 * minute, 10 * minute}),
                Arguments.of(132015, new int[] {3 * hour, 6 * hour, 6 * hour}),
                Arguments.of(132069, new int[] {hour, hour}));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1})
    void an_odd_attempt_counts_as_the_first(int attempt) {
        assertThat(error(131056).retryAfter(attempt)).contains(Duration.ofSeconds(1));
        assertThat(error(131056).retryAfter(Integer.MAX_VALUE)).contains(Duration.ofSeconds(256));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                190, 368, 131042, 131048, 131026, 131047, 131050, 130472, 130403, 132000, 132016, 132068, 131053, 100,
                133016
            })
    @DisplayName("what no wait mends ends the message")
    void no_new_attempt(int code) {
        assertThat(error(code).retryAfter(1)).isEmpty();
    }

    private static PlatformError error(int code) {
        return new PlatformError(400, code, null, null, null, null, null, null, false, null, null);
    }
}

package org.whatsapppolicy.policy.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SignalTest {

    private static final Map<String, Object> READ = Map.of("status", "read", "message_id", "wamid.A");
    private static final Map<String, Object> TYPING =
            Map.of("status", "read", "message_id", "wamid.A", "typing_indicator", Map.of("type", "text"));

    @Test
    void both_look_as_documented_and_are_read_back() {
        assertThat(new MarkRead("wamid.A").body()).isEqualTo(READ);
        assertThat(new TypingIndicator("wamid.A").body()).isEqualTo(TYPING);
        assertThat(Signal.cloudApi(READ)).isEqualTo(new MarkRead("wamid.A"));
        assertThat(Signal.cloudApi(TYPING)).isEqualTo(new TypingIndicator("wamid.A"));
    }

    @Test
    void a_message_is_none() {
        assertThat(Signal.isOne(READ)).isTrue();
        assertThat(Signal.isOne(Map.of("type", "text", "status", "read"))).isFalse();
        assertThat(Signal.isOne(Map.of("type", "text"))).isFalse();
    }

    @Test
    void what_is_missing_or_wrong_is_named() {
        refuses(() -> new MarkRead(""), "message_id: expected a text, found an empty one");
        refuses(() -> Signal.cloudApi(Map.of("status", "read")), "message_id: required, found nothing");
        refuses(
                () -> Signal.cloudApi(Map.of("status", "delivered", "message_id", "wamid.A")),
                "status: expected read, found delivered");
        refuses(
                () -> Signal.cloudApi(
                        Map.of("status", "read", "message_id", "w", "typing_indicator", Map.of("type", "audio"))),
                "typing_indicator.type: expected text, found audio");
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(call)
                .withMessage(message);
    }
}

package org.whatsapppolicy.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is told with its place, what was found, and what to write (S-6); never with a secret. */
class MistakesTest {

    static Stream<Mistake> mistakes() {
        return Stream.of(
                        YamlMistakes.all(),
                        DocumentMistakes.all(),
                        SenderMistakes.all(),
                        PurposeMistakes.all(),
                        ConsentMistakes.all(),
                        LimitMistakes.all(),
                        RetentionMistakes.all())
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void tells_a_mistake(Mistake mistake) {
        InvalidPolicyException thrown =
                catchThrowableOfType(InvalidPolicyException.class, () -> Texts.read(mistake.text()));

        assertThat(thrown).as("nothing was refused").isNotNull();
        assertThat(thrown.problems())
                .extracting(p -> p.line() + ":" + p.column() + ": found " + p.found() + ", expected " + p.expected())
                .containsExactlyElementsOf(mistake.told());
        assertThat(thrown).hasMessageStartingWith("policy.yaml:").hasMessageNotContaining(Texts.SECRET);
    }

    @Test
    void tells_all_mistakes_at_once_in_the_order_of_the_text() {
        String text = Texts.instead("revision: 1", "revision: one")
                .replace("opt-in", "optin")
                .replace("100", "x")
                .concat("guard: {}\n");

        InvalidPolicyException thrown = catchThrowableOfType(InvalidPolicyException.class, () -> Texts.read(text));

        assertThat(thrown.problems())
                .extracting(InvalidPolicyException.Problem::line)
                .containsExactly(2, 5, 11, 12);
        assertThat(thrown).hasMessageContaining("policy.yaml:2:").hasMessageContaining("\npolicy.yaml:12:1:");
    }
}

package org.whatsapppolicy.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a document on its way, it is read or refused with reasons; never anything else. */
class MutationProperties {

    private static final List<String> SPLINTERS = List.of(
            "{", "}", "[", "]", ":", ": ", "- ", "&a ", "*a", "!!str ", "!x", "%", "@", "`", "|", ">", "\"", "'", "#",
            "\t", "\n", "\r", "---\n", "...\n", "<<: ", "? ", "~", "no", "22:00", "none", "0", "{{x}}", "\u0000",
            "\uFEFF", "\uD83D", "é", "\u2028", ",", "  ");

    /** Puts {@code splinter} in the place of the {@code length} characters at {@code at}. */
    record Mutation(int at, int length, String splinter) {
        String apply(String text) {
            int from = Math.min(at, text.length());
            int to = Math.min(from + length, text.length());
            return text.substring(0, from) + splinter + text.substring(to);
        }
    }

    @Property(tries = 500)
    void a_mutated_document_is_read_or_refused(@ForAll("mutations") List<Mutation> mutations) {
        String text = GoodDocuments.EVERYTHING;
        for (Mutation mutation : mutations) {
            text = mutation.apply(text);
        }
        try {
            assertThat(Texts.read(text).text()).isEqualTo(text);
        } catch (InvalidPolicyException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.line()).isPositive();
                assertThat(problem.column()).isPositive();
                assertThat(problem.found()).isNotBlank();
                assertThat(problem.expected()).isNotBlank();
            });
            assertThat(e).hasMessageNotContaining(Texts.SECRET);
        }
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        int length = GoodDocuments.EVERYTHING.length();
        Arbitrary<String> splinters = Arbitraries.oneOf(
                Arbitraries.of(SPLINTERS),
                Arbitraries.just(""),
                Arbitraries.strings().ofMaxLength(3));
        return Combinators.combine(
                        Arbitraries.integers().between(0, length),
                        Arbitraries.integers().between(0, 12),
                        splinters)
                .as(Mutation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}

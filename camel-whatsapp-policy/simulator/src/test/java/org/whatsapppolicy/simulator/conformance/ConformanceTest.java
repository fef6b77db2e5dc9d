package org.whatsapppolicy.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds the table of documented statements and the tests together: neither goes without the other. */
class ConformanceTest {

    private final List<Statement> statements = Statement.all();
    private final SortedMap<String, SortedSet<String>> citations = Citations.all();

    @Test
    void statements_are_numbered_from_one_without_a_gap() {
        assertThat(statements)
                .extracting(Statement::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, statements.size()).boxed().toList());
    }

    @Test
    void no_statement_is_made_twice() {
        assertThat(statements).extracting(Statement::text).doesNotHaveDuplicates();
    }

    @Test
    void every_statement_is_asserted_by_the_test_it_names() {
        assertThat(statements)
                .allSatisfy(statement -> assertThat(citations.getOrDefault(statement.id(), new TreeSet<>()))
                        .as("%s, %s: tests that cite it with @Conforms", statement.id(), statement.text())
                        .contains(statement.test()));
    }

    @Test
    void no_test_cites_a_statement_that_is_not_in_the_table() {
        assertThat(citations.keySet())
                .isSubsetOf(statements.stream().map(Statement::id).toList());
    }

    @Test
    void a_run_of_statements_is_written_out() {
        assertThat(Citations.expanded("C-007", "C-009..C-011")).containsExactly("C-007", "C-009", "C-010", "C-011");
    }
}

package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.kit.Stores;

@DisplayName("on SQLite each look is a search in an index between two instants, in its order")
class SqlitePlansTest {

    static Stream<Arguments> looks() {
        return Stream.of(
                Arguments.of("senders", Claiming.SENDERS, "message_due_of_sender (<expr>=? AND due_at>? AND due_at<?)"),
                Arguments.of("claims", Claiming.DUE, "message_due_of_sender (<expr>=? AND due_at<?)"),
                Arguments.of("the next due", Claiming.NEXT, "message_due (due_at>? AND due_at<?)"),
                Arguments.of("unknown ones", Settling.UNKNOWN, "message_in_doubt (due_at>? AND due_at<?)"),
                Arguments.of(
                        "what is held for later", ControlTables.LATER, "message_due ((due_at,id)>(?,?) AND due_at<?)"),
                Arguments.of(
                        "events of the messages of one who is erased",
                        JdbcPersonalData.EVENTS_OF_MESSAGES,
                        "event_of_message (message_id=?)"),
                Arguments.of(
                        "events of the addresses of one who is erased",
                        JdbcPersonalData.EVENTS_OF_ADDRESSES,
                        "event_of_address (address_id=?)"),
                Arguments.of(
                        "consents that will lapse by the document",
                        Lapsing.BY_AGE,
                        "consent_of_age (scope=? AND act_at>? AND act_at<?)"),
                Arguments.of(
                        "consents that will end by themselves",
                        Lapsing.BY_THEMSELVES,
                        "consent_to_end (scope=? AND expires_at>? AND expires_at<?)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void goes_by_an_index_in_its_order(String what, String sql, String search) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Stores stores = Stores.sqlite();
                PolicyStore store = stores.open(StoreOptions.DEFAULTS.frozenAt(TUESDAY_9))) {
            assertThat(store.nextDue()).isEmpty();
            try (Connection connection = Objects.requireNonNull(stores.tables());
                    PreparedStatement explain = connection.prepareStatement(
                            "explain query plan " + new SqliteDialect(InstantSource.system()).text(sql));
                    ResultSet steps = explain.executeQuery()) {
                while (steps.next()) {
                    plan.add(steps.getString("detail"));
                }
            }
        }
        assertThat(plan)
                .anySatisfy(step -> assertThat(step).endsWith(search))
                .noneMatch(step -> step.contains("TEMP B-TREE"));
    }
}

package org.whatsapppolicy.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S-38: what comes back with a status tells the message and the attempt")
class CallbackDataTest {

    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    @Test
    void comes_back_as_it_went() {
        assertThat(CallbackData.read(new CallbackData(ID, 1).text())).isEqualTo(new CallbackData(ID, 1));
        assertThat(CallbackData.read(new CallbackData(ID, 12).text())).isEqualTo(new CallbackData(ID, 12));
    }

    @Test
    void the_id_alone_is_the_first_attempt_as_earlier_versions_wrote_it() {
        assertThat(new CallbackData(ID, 1).text()).isEqualTo(ID.toString());
        assertThat(new CallbackData(ID, 2).text()).isEqualTo(ID + ":2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "row-17",
                "01890a5d-ac96-774b-bcce-b302099a8057:",
                "01890a5d-ac96-774b-bcce-b302099a8057:0",
                "01890a5d-ac96-774b-bcce-b302099a8057:-1",
                "01890a5d-ac96-774b-bcce-b302099a8057:two",
                "01890a5d-ac96-774b-bcce-b302099a8057;2",
                "01890a5d-ac96-774b-bcce-b302099a8057:99999999999",
                "not-a-message-id-although-as-long-as"
            })
    void anything_else_is_not_ours(String text) {
        assertThat(CallbackData.read(text)).isNull();
    }
}

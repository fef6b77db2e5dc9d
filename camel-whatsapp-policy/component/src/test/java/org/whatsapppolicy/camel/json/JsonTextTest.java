package org.whatsapppolicy.camel.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void the_fields_of_another_object_stand_among_its_own() {
        assertThat(new JsonText()
                        .field("a", "x\"\n")
                        .fields("{\"b\":{},\"c\":1}")
                        .field("d", "é"))
                .hasToString("{\"a\":\"x\\\"\\n\",\"b\":{},\"c\":1,\"d\":\"é\"}");
        assertThat(new JsonText().fields("{}").fields("{\"b\":1}")).hasToString("{\"b\":1}");
        assertThat(new JsonText()).hasToString("{}");
    }
}

package org.whatsapppolicy.camel.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.message.MessageContent.TemplateUse;

@DisplayName("A template that is not known yet")
class TemplateFillerTest {

    @Test
    void takes_the_positions_and_leaves_the_columns_of_a_row_so_that_the_policy_can_deny_it() {
        assertThat(bodyOf(Map.of("id", "1001", "name", "Ana", "2", "129,90", "1", "Ana")))
                .containsExactly("1", "2");
    }

    @Test
    void takes_names_where_no_position_is_given() {
        assertThat(bodyOf(Map.of("amount", "129,90"))).containsExactly("amount");
    }

    private static List<String> bodyOf(Map<String, String> parameters) {
        TemplateUse use =
                TemplateFiller.fill("slip_due", "pt_BR", null, parameters).template();
        return use == null ? List.of() : use.body();
    }
}

package org.whatsapppolicy.camel.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.document.Category.AUTHENTICATION;
import static org.whatsapppolicy.policy.document.Category.UTILITY;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.MessageContent.TemplateUse;

@DisplayName("A template that is not known yet, or was known otherwise")
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

    @Test
    @DisplayName("S-37: an earlier message of the same row is the same, whatever the template took of it")
    void is_filled_as_it_was_filled_then() {
        Map<String, Object> row = new LinkedHashMap<>(Map.of("id", 17, "nome", "Ana", "vence", "amanha"));
        row.put(
                "valor",
                Map.of(
                        "type",
                        "currency",
                        "parameter_name",
                        "valor",
                        "currency",
                        Map.of("fallback_value", "R$ 7", "code", "BRL", "amount_1000", 7000)));
        List<@Nullable Template> ways = Arrays.asList(
                null,
                known(UTILITY, List.of(), List.of("nome")),
                known(UTILITY, List.of("document"), List.of("nome", "vence")),
                known(UTILITY, List.of("nome"), List.of("vence")),
                known(AUTHENTICATION, List.of(), List.of("id")));
        for (Template then : ways) {
            if (then != null) {
                row.put("document", Map.of("link", "https://example.com/17.pdf"));
            }
            MessageContent earlier = TemplateFiller.fill("slip", "pt_BR", then, row);
            assertThat(TemplateFiller.like(earlier, row, List.of())).isEqualTo(earlier);
            MessageContent other =
                    TemplateFiller.fill("slip", "pt_BR", then, Map.of("id", 18, "nome", "Bia", "vence", "ja"));
            assertThat(TemplateFiller.like(other, row, List.of())).isNull();
        }
    }

    @Test
    @DisplayName("S-37: the same words in other places are another message")
    void two_positions_exchanged_are_not_the_same() {
        MessageContent earlier = TemplateFiller.fill("slip", "pt_BR", null, Map.of("1", "Ana", "2", "amanha"));
        assertThat(TemplateFiller.like(earlier, Map.of("1", "amanha", "2", "Ana"), List.of()))
                .isNull();
        assertThat(TemplateFiller.like(earlier, Map.of("1", "Ana"), List.of())).isNull();
    }

    @Test
    void a_row_that_no_message_can_carry_was_no_earlier_message() {
        MessageContent earlier = TemplateFiller.fill("slip", "pt_BR", null, Map.of("nome", "Ana"));
        assertThat(TemplateFiller.like(earlier, Map.of("nome", new int[] {1}), List.of()))
                .isNull();
    }

    private static Template known(Category category, List<String> header, List<String> body) {
        return new Template("2001", "slip", "pt_BR", Template.Status.APPROVED, category, header, body);
    }

    private static List<String> bodyOf(Map<String, String> parameters) {
        TemplateUse use =
                TemplateFiller.fill("slip_due", "pt_BR", null, parameters).template();
        return use == null ? List.of() : use.body();
    }
}

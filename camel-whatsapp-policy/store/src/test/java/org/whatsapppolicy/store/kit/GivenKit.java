package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aSend;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.Given;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.TemplateMessage;
import org.whatsapppolicy.policy.message.TextMessage;
import org.whatsapppolicy.store.Admission;

/** A repeat is known by what was given, whatever the policy made of it then and makes of it now. */
public abstract class GivenKit extends StoreKit {

    @Test
    @DisplayName("S-37: what the policy put beside the message meanwhile, or took away, is no other content")
    void compares_what_was_given() {
        agrees(ALICE, PURPOSE);
        store.inbound(ALICE, store.now());
        MessageContent text = TextMessage.of("Your slip is due").content();
        Admission.Decided first = decided(
                aSend().key("slip-1").content(text.orElse(fallback("slip"))).build());

        assertThat(decide(aSend().key("slip-1").content(text).given(like(text)).build()))
                .isEqualTo(new Admission.Repeated(status(first)));
        assertThat(decide(aSend().key("slip-1")
                        .content(text.orElse(fallback("letter")))
                        .given(like(text))
                        .build()))
                .isEqualTo(new Admission.Repeated(status(first)));
    }

    @Test
    @DisplayName("S-37: other words are other content, whatever stands beside them")
    void tells_other_words_apart() {
        agrees(ALICE, PURPOSE);
        MessageContent text = TextMessage.of("Your slip is due").content();
        decided(aSend().key("slip-1").content(text.orElse(fallback("slip"))).build());
        MessageContent other = TextMessage.of("Your slip is overdue").content();

        assertThat(decide(aSend().key("slip-1")
                        .content(other.orElse(fallback("slip")))
                        .given(like(other))
                        .build()))
                .isEqualTo(new Admission.Conflict("slip-1", "content"));
    }

    @Test
    @DisplayName("S-37: what was denied is decided anew as the template is filled now")
    void takes_the_content_of_now() {
        MessageContent row = TemplateMessage.fromParameters("slip", "pt_BR", Map.of("1", "Ana", "2", "17"))
                .content();
        MessageContent filled = TemplateMessage.fromParameters("slip", "pt_BR", Map.of("1", "Ana"))
                .content();
        Admission.Decided denied = decided(aSend().key("slip-1").content(row).build());

        Admission.Decided second = decided(
                aSend().key("slip-1").content(filled).given(earlier -> row).build());

        assertThat(second.messageId()).isEqualTo(denied.messageId());
        assertThat(decide(aSend().key("slip-1").content(row).build())).isInstanceOf(Admission.Conflict.class);
        assertThat(decide(aSend().key("slip-1").content(filled).build())).isInstanceOf(Admission.Decided.class);
    }

    private static MessageContent fallback(String template) {
        return TemplateMessage.fromParameters(template, "pt_BR", Map.of()).content();
    }

    private static Given like(MessageContent text) {
        return earlier -> {
            MessageContent fallback = earlier.fallback();
            return fallback == null ? text : text.orElse(fallback);
        };
    }
}

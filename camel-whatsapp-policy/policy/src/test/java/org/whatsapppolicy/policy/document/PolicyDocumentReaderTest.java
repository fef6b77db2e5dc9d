package org.whatsapppolicy.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.RecipientReader;

/** What the reader promises besides its messages. */
class PolicyDocumentReaderTest {

    @Test
    void the_hash_is_that_of_the_text_as_written() {
        // printf 'version: 1 …' | sha256sum, over the text with its placeholder and not what it stands for
        assertThat(Texts.read(Texts.BASE).hash()).matches("[0-9a-f]{64}").isEqualTo(HASH_OF_BASE);
        assertThat(Texts.read(Texts.BASE + "# a remark\n").hash()).isNotEqualTo(HASH_OF_BASE);
        assertThat(Texts.read(Texts.BASE).text()).isEqualTo(Texts.BASE);
    }

    private static final String HASH_OF_BASE = "88a7e0c6b6845e1c947fef69a906c8a43e92c2e21ce91441eeb6d32389eb61c7";

    @Test
    void the_access_token_is_tried_and_kept_as_written() {
        PolicyDocument document = Texts.read(Texts.BASE);

        assertThat(Objects.requireNonNull(document.senders().get("billing")).accessToken())
                .isEqualTo("{{token}}");
        assertThat(document.toString() + document.senders()).doesNotContain("{{token}}", Texts.SECRET);
    }

    @Test
    void a_document_that_was_proven_is_read_without_trying_its_access_tokens() {
        PolicyDocument document = new PolicyDocumentReader().readProven("policy.yaml", Texts.BASE, value -> {
            assertThat(value).doesNotContain("{{token}}");
            return value;
        });

        assertThat(Objects.requireNonNull(document.senders().get("billing")).accessToken())
                .isEqualTo("{{token}}");
    }

    @Test
    void placeholders_resolve_in_every_value_and_may_stand_for_numbers_and_words() {
        String text = Texts.instead("revision: 1", "revision: \"{{x}}\"")
                + "    maxWait: \"{{x}}s\"\n    caps: [ \"{{x}}/7d\" ]\n"
                + "    quietHours: \"{{n}}\"\n"
                + "    attachments: [ \"{{n}}\" ]\n";

        PolicyDocument document = new PolicyDocumentReader()
                .read("policy.yaml", text, value -> value.replace("{{x}}", "7").replace("{{n}}", "none"));

        assertThat(document.revision()).isEqualTo(7);
        Purpose news = Objects.requireNonNull(document.purposes().get("news"));
        assertThat(news.maxWait()).hasSeconds(7);
        assertThat(news.caps()).hasToString("[7/7d]");
        assertThat(news.quietHours(news.category())).isEqualTo(QuietHours.NONE);
        assertThat(news.attachments()).containsExactly("none");
    }

    @Test
    void only_holds_the_keys_that_all_spellings_of_a_person_share() {
        PolicyDocument document = Texts.read(
                Texts.top("recipients: { only: [ \"+55 68 9987-6543\", \"+5568999876543\", BR.1234, \"US.ENT.9\" ] }"));
        PhoneNumber phone = (PhoneNumber) new RecipientReader().read("+556899876543", null);

        assertThat(document.only()).containsExactlyInAnyOrder(phone.key(), "BR.1234", "US.ENT.9");
    }

    @Test
    void only_as_an_empty_list_means_nobody() {
        assertThat(Texts.read(Texts.top("recipients: { only: [] }")).only()).isEmpty();
    }

    @Test
    void a_purpose_takes_the_rules_of_another_but_never_its_consent() {
        String text = Texts.utility("consentless: x")
                .replace("    consentless: x\n", "    caps: [ 3/7d ]\n    expireAfter: 2h\n    zone: America/Bahia\n")
                .replace("consent: opt-in", "consent: { kind: opt-in, validFor: 730d }")
                .concat("  slip: { extends: news, basis: consent, consent: double-opt-in, expireAfter: 3h }\n")
                .concat("  late: { extends: slip, category: marketing, basis: consent, consent: opt-in }\n");

        PolicyDocument document = Texts.read(text);
        Purpose slip = Objects.requireNonNull(document.purposes().get("slip"));
        Purpose late = Objects.requireNonNull(document.purposes().get("late"));

        assertThat(slip.caps()).hasToString("[3/7d]");
        assertThat(slip.expireAfter()).hasHours(3);
        assertThat(slip.category()).isEqualTo(Category.UTILITY);
        assertThat(slip.basis()).isEqualTo(Basis.CONSENT);
        assertThat(slip.consent().kind()).isEqualTo(ConsentKind.DOUBLE_OPT_IN);
        assertThat(slip.consent().validFor()).isNull();
        assertThat(late.caps()).hasToString("[3/7d]");
        assertThat(late.expireAfter()).hasHours(3);
        assertThat(late.zone()).hasToString("America/Bahia");
        assertThat(late.consent().evidence())
                .as("evidence follows the heir's own category")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void line_ends_and_a_byte_order_mark_do_not_matter(String lineEnd) {
        assertThat(Texts.read("\uFEFF" + Texts.BASE.replace("\n", lineEnd)).revision())
                .isEqualTo(1);
    }

    @Test
    void what_could_explode_is_refused_with_the_limit() {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> Texts.read("a: ".concat("[".repeat(200_000))))
                .withMessage("policy.yaml:1:19: found more than 16 levels of lists and maps in one another,"
                        + " expected at most 16 levels");
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> Texts.read("#".repeat(1_000_001)))
                .withMessage(
                        "policy.yaml:1:1: found a text of 1000001 characters, expected at most 1000000 characters");
    }

    @Test
    void a_bomb_of_aliases_is_told_and_not_built() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [ x ]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [ *a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append(" ]\n");
        }

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> Texts.read(bomb.toString()))
                .withMessageContaining("an alias");
    }
}

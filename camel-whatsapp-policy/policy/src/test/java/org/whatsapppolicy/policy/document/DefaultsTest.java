package org.whatsapppolicy.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S-5 and the other defaults: nothing that is left out means "no limit". */
class DefaultsTest {

    private static final QuietHours NIGHT = QuietHours.parse(List.of("20:00-08:00"));

    @Test
    void a_purpose_that_says_no_more_than_it_must() {
        Purpose news = Texts.news(Texts.BASE);

        assertThat(news.sender()).isEqualTo("billing");
        assertThat(news.caps()).containsExactly(new Cap.Rolling(1, Duration.ofHours(24), false));
        assertThat(news.whenLimited()).isEqualTo(WhenLimited.DEFER);
        assertThat(news.expireAfter()).hasHours(48);
        assertThat(news.maxWait()).isEqualTo(Duration.ofSeconds(30));
        assertThat(news.whenUnknown()).isEqualTo(WhenUnknown.HOLD);
        assertThat(news.allowAfterOptOut()).isFalse();
        assertThat(news.attachments()).isEmpty();
        assertThat(news.templates()).isEmpty();
        assertThat(news.region()).isNull();
        assertThat(news.zone()).isNull();
        assertThat(news.consent()).isEqualTo(ConsentRule.of(ConsentKind.OPT_IN));
        assertThat(news.optIn()).isEmpty();
        assertThat(news.fallbackTemplate()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"marketing, true, true", "utility, true, false", "authentication, false, false", "service, false, false"
    })
    void night_and_evidence_depend_on_the_category(String category, boolean night, boolean evidence) {
        Purpose news = Texts.news(Texts.instead("utility", category));

        assertThat(news.quietHours(news.category())).isEqualTo(night ? NIGHT : QuietHours.NONE);
        assertThat(news.consent().evidence()).isEqualTo(evidence);
    }

    @Test
    void a_document_that_says_no_more_than_it_must() {
        PolicyDocument document = Texts.read(Texts.BASE);

        assertThat(document.proactiveCaps()).containsExactly(new Cap.Rolling(1, Duration.ofHours(24), true));
        assertThat(document.usMarketingBlocked()).isTrue();
        assertThat(document.freshStore()).isEqualTo(FreshStore.UNDECLARED);
        assertThat(document.otherSendersExpected()).isFalse();
        assertThat(document.optOut()).isEqualTo(OptOutRules.DEFAULT);
        assertThat(document.intakeExternal()).isFalse();
        assertThat(document.optOut().statusWithin()).hasMinutes(15);
        assertThat(document.optOut().holdFor()).hasHours(72);
        assertThat(document.only()).isNull();
    }

    @Test
    void a_sender_that_says_no_more_than_it_must() {
        assertThat(sender(Texts.BASE))
                .isEqualTo(new Sender("billing", "100", "{{token}}", null, null, null, null, 80, null));
    }

    @Test
    void an_answer_from_outside_is_good_for_an_hour() {
        ConsentRule rule = Texts.news(Texts.instead("opt-in", "{ kind: opt-in, from: \"direct:crm\" }"))
                .consent();

        assertThat(rule.from()).isEqualTo("direct:crm");
        assertThat(rule.maxAge()).isEqualTo(Duration.ofHours(1));
        assertThat(rule.whenUnavailable()).isEqualTo(WhenLimited.DENY);
    }

    @Test
    void none_is_how_no_limit_is_written() {
        Purpose news = Texts.news(Texts.utility("caps: none\n    quietHours: none\n    expireAfter: none"));

        assertThat(news.caps()).isEmpty();
        assertThat(news.quietHours(Category.MARKETING)).isEqualTo(QuietHours.NONE);
        assertThat(news.expireAfter()).isNull();
        assertThat(sender(Texts.sender("throughput: none")).throughput()).isZero();
        assertThat(Texts.read(Texts.top("caps: { proactive: none }")).proactiveCaps())
                .isEmpty();
    }

    @Test
    void quiet_hours_of_the_document_are_those_of_every_purpose_without_its_own() {
        String sundays = Texts.instead("utility", "authentication") + "quietHours: [ sun ]\n";

        assertThat(Texts.news(sundays).quietHours(Category.UTILITY).texts()).containsExactly("sun");
        assertThat(Texts.news(Texts.utility("quietHours: none") + "quietHours: [ sun ]\n")
                        .quietHours(Category.UTILITY))
                .isEqualTo(QuietHours.NONE);
    }

    @Test
    void the_region_of_recipients_is_that_of_senders_without_their_own() {
        assertThat(sender(Texts.top("recipients: { region: BR }")).region()).isEqualTo("BR");
        assertThat(sender(Texts.sender("region: PT") + "recipients: { region: BR }\n")
                        .region())
                .isEqualTo("PT");
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "250/s, 250", "'\"80\"', 80", "none, 0"})
    void throughput_is_messages_a_second(String written, int throughput) {
        assertThat(sender(Texts.sender("throughput: " + written)).throughput()).isEqualTo(throughput);
    }

    @Test
    void everything_else_a_sender_can_say() {
        Sender sender = sender(
                Texts.sender(
                        "account: 2001\n    portfolio: acme\n    region: BR\n    zone: America/Sao_Paulo\n    templates: classpath:t.yaml"));

        assertThat(sender.account()).isEqualTo("2001");
        assertThat(sender.portfolio()).isEqualTo("acme");
        assertThat(sender.zone()).isEqualTo(ZoneId.of("America/Sao_Paulo"));
        assertThat(sender.templates()).isEqualTo("classpath:t.yaml");
        assertThat(sender(Texts.sender("templates: synced")).templates()).isNull();
    }

    private static Sender sender(String text) {
        return Objects.requireNonNull(Texts.read(text).senders().get("billing"));
    }
}

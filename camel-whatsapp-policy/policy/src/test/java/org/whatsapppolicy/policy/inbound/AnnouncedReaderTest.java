package org.whatsapppolicy.policy.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.inbound.Announced.Topic;

/** What the platform tells of templates, numbers and the account, as typed values. */
class AnnouncedReaderTest {

    private static InboundEvent read(String field, Map<String, ?> value) {
        Map<String, ?> change = Map.of("field", field, "value", value);
        Map<String, ?> delivery = Map.of(
                "object",
                "whatsapp_business_account",
                "entry",
                List.of(Map.of("id", "2001", "time", 1_795_305_600, "changes", List.of(change))));
        List<InboundEvent> events = new WebhookReader().read(delivery);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static Announced told(String field, Map<String, ?> value) {
        return (Announced) Objects.requireNonNull(read(field, value).told());
    }

    @Test
    void a_template_was_paused() {
        assertThat(told(
                        "message_template_status_update",
                        Map.of(
                                "event",
                                "PAUSED",
                                "message_template_id",
                                17,
                                "message_template_name",
                                "slip_due",
                                "message_template_language",
                                "pt_BR",
                                "reason",
                                "NONE",
                                "other_info",
                                Map.of("title", "FIRST_PAUSE"))))
                .isEqualTo(new Announced(Topic.TEMPLATE, "slip_due", "pt_BR", "PAUSED", null, "FIRST_PAUSE"));
    }

    @Test
    void all_but_the_event_may_be_missing() {
        assertThat(told("message_template_status_update", Map.of("event", "APPROVED")))
                .isEqualTo(new Announced(Topic.TEMPLATE, null, null, "APPROVED", null, null));
    }

    @Test
    @DisplayName("S-4: an announced category is told as what it will be; the new one is still that of today")
    void a_category_that_will_change() {
        Map<String, Object> value = Map.ofEntries(
                entry("message_template_name", "offer"),
                entry("new_category", "UTILITY"),
                entry("correct_category", "MARKETING"));
        assertThat(told("template_category_update", value))
                .isEqualTo(new Announced(Topic.TEMPLATE, "offer", null, "MARKETING", "UTILITY", "ANNOUNCED"));
        assertThat(told(
                        "template_category_update",
                        Map.of(
                                "message_template_name",
                                "offer",
                                "previous_category",
                                "UTILITY",
                                "new_category",
                                "MARKETING")))
                .isEqualTo(new Announced(Topic.TEMPLATE, "offer", null, "MARKETING", "UTILITY", null));
    }

    @Test
    void quality_and_text_of_a_template() {
        assertThat(told(
                        "message_template_quality_update",
                        Map.of(
                                "message_template_name",
                                "offer",
                                "previous_quality_score",
                                "GREEN",
                                "new_quality_score",
                                "RED")))
                .isEqualTo(new Announced(Topic.QUALITY, "offer", null, "RED", "GREEN", null));
        assertThat(told("message_template_components_update", Map.of("message_template_name", "offer")))
                .isEqualTo(new Announced(Topic.TEMPLATE, "offer", null, "CHANGED", null, null));
    }

    @Test
    void limits_of_a_number_and_of_an_account() {
        assertThat(told(
                        "phone_number_quality_update",
                        Map.of(
                                "display_phone_number",
                                "15550100001",
                                "event",
                                "THROUGHPUT_UPGRADE",
                                "max_daily_conversations_per_business",
                                "TIER_10K",
                                "old_limit",
                                "TIER_2K")))
                .isEqualTo(
                        new Announced(Topic.LIMIT, "15550100001", null, "TIER_10K", "TIER_2K", "THROUGHPUT_UPGRADE"));
        // The platform's own sample has a number there.
        assertThat(told("business_capability_update", Map.of("max_daily_conversations_per_business", 2000)))
                .isEqualTo(new Announced(Topic.LIMIT, "2001", null, "2000", null, null));
    }

    @Test
    void the_account_its_names_and_its_security() {
        assertThat(told(
                        "account_update",
                        Map.of(
                                "event",
                                "ACCOUNT_RESTRICTION",
                                "restriction_info",
                                List.of(Map.of("restriction_type", "RESTRICTED_BIZ_INITIATED_MESSAGING")))))
                .isEqualTo(new Announced(
                        Topic.ACCOUNT,
                        "2001",
                        null,
                        "ACCOUNT_RESTRICTION",
                        null,
                        "RESTRICTED_BIZ_INITIATED_MESSAGING"));
        assertThat(told("account_review_update", Map.of("decision", "APPROVED")).state())
                .isEqualTo("APPROVED");
        assertThat(told(
                        "account_alerts",
                        Map.of(
                                "entity_type",
                                "PHONE_NUMBER",
                                "entity_id",
                                "1001",
                                "alert_info",
                                Map.of("alert_type", "OBA_APPROVED", "alert_severity", "INFORMATIONAL"))))
                .isEqualTo(new Announced(Topic.ACCOUNT, "1001", null, "OBA_APPROVED", null, "INFORMATIONAL"));
        assertThat(told("security", Map.of("display_phone_number", "15550100001", "event", "PIN_CHANGED")))
                .isEqualTo(new Announced(Topic.ACCOUNT, "15550100001", null, "PIN_CHANGED", null, null));
        assertThat(told(
                        "phone_number_name_update",
                        Map.of(
                                "display_phone_number",
                                "15550100001",
                                "decision",
                                "REJECTED",
                                "rejection_reason",
                                "NAME_NOT_CONSISTENT")))
                .isEqualTo(new Announced(Topic.ACCOUNT, "15550100001", null, "REJECTED", null, "NAME_NOT_CONSISTENT"));
    }

    @Test
    void odd_values_are_left_out_and_nothing_fails() {
        assertThat(told(
                        "message_template_status_update",
                        Map.of("event", List.of(), "message_template_name", Map.of(), "other_info", "x")))
                .isEqualTo(new Announced(Topic.TEMPLATE, null, null, null, null, null));
        assertThat(read("something_new", Map.of()).told()).isNull();
    }
}

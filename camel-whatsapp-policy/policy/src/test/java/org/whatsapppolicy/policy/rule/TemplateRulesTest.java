package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ACCOUNT;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.aTemplate;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.decision.Template.Status;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.message.MessageContent.TemplateUse;

@DisplayName("S-4: templates")
class TemplateRulesTest {

    private final Judge judge = new Judge();

    private static Template template(String account, Status status, List<String> header, List<String> body) {
        return new Template(account, PURPOSE, "pt_BR", status, Category.UTILITY, header, body);
    }

    @Test
    void denies_a_template_that_is_not_known() {
        judge.facts.template(null);

        judge.denies(aSend(), "template-unknown");
    }

    @Test
    void denies_another_language_or_another_account_as_unknown() {
        judge.denies(aSend().template(new TemplateUse(PURPOSE, "en_US", List.of(), List.of())), "template-unknown");

        judge.facts.template(template("waba-2", Status.APPROVED, List.of(), List.of()));
        judge.denies(aSend(), "template-unknown");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"APPROVED", "PAUSED"})
    void denies_what_the_platform_has_not_approved(Status status) {
        judge.facts.template(template(ACCOUNT, status, List.of(), List.of()));

        judge.denies(aSend(), "template-not-approved");
    }

    @Test
    void denies_a_paused_template() {
        judge.facts.template(template(ACCOUNT, Status.PAUSED, List.of(), List.of()));

        judge.denies(aSend(), "template-paused");
    }

    @Test
    void denies_a_template_that_the_purpose_does_not_list() {
        judge.document.purpose(aPurpose().templates("slip_due"));

        judge.denies(aSend(), "template-not-allowed");
    }

    @Test
    void denies_missing_and_surplus_parameters_and_names_them() {
        judge.facts.template(template(ACCOUNT, Status.APPROVED, List.of("document"), List.of("name", "due")));

        Decision decision = judge.denies(
                aSend().template(new TemplateUse(PURPOSE, "pt_BR", List.of("document"), List.of("name", "date"))),
                "template-parameters");
        assertThat(decision.reasons().get(0).detail()).contains("body", "missing due", "unknown date");

        judge.denies(
                aSend().template(new TemplateUse(PURPOSE, "pt_BR", List.of(), List.of("name", "due"))),
                "template-parameters");
        judge.allows(aSend().template(new TemplateUse(PURPOSE, "pt_BR", List.of("document"), List.of("due", "name"))));
    }

    @Test
    void a_template_milder_than_the_claim_changes_nothing() {
        judge.facts.template(aTemplate(PURPOSE, Category.AUTHENTICATION));

        Decision decision = judge.allows(aSend());
        assertThat(decision.category()).isEqualTo(Category.UTILITY);
        assertThat(decision.codes()).doesNotContain("category-mismatch");
    }

    @Test
    void a_stricter_template_is_told_even_when_allowed() {
        judge.facts.template(aTemplate(PURPOSE, Category.MARKETING));

        Decision decision = judge.allows(aSend());
        assertThat(decision.category()).isEqualTo(Category.MARKETING);
        assertThat(decision.codes()).contains("category-mismatch");
    }

    @Test
    @DisplayName("S-5: documents are denied unless their kind is declared")
    void denies_attachments_that_are_not_declared() {
        judge.denies(aSend().document("pdf"), "attachment-not-allowed");

        judge.document.purpose(aPurpose().attachments("pdf"));
        judge.allows(aSend().document("pdf"));
        judge.denies(aSend().document("exe"), "attachment-not-allowed");
        judge.denies(aSend().document(""), "attachment-not-allowed");
    }
}

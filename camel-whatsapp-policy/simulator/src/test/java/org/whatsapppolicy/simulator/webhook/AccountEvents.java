package org.whatsapppolicy.simulator.webhook;

import static org.whatsapppolicy.simulator.webhook.Harbour.ACCOUNT;
import static org.whatsapppolicy.simulator.webhook.Harbour.BOATS;
import static org.whatsapppolicy.simulator.webhook.Harbour.DISPLAY;
import static org.whatsapppolicy.simulator.webhook.Harbour.NOW;
import static org.whatsapppolicy.simulator.webhook.Harbour.TIDE_TABLE;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.simulator.webhook.account.AccountAlert;
import org.whatsapppolicy.simulator.webhook.account.AccountReview;
import org.whatsapppolicy.simulator.webhook.account.AccountSettings;
import org.whatsapppolicy.simulator.webhook.account.AccountUpdate;
import org.whatsapppolicy.simulator.webhook.account.Ban;
import org.whatsapppolicy.simulator.webhook.account.BusinessCapability;
import org.whatsapppolicy.simulator.webhook.account.BusinessUsername;
import org.whatsapppolicy.simulator.webhook.account.CategoryDetection;
import org.whatsapppolicy.simulator.webhook.account.Certification;
import org.whatsapppolicy.simulator.webhook.account.Disconnection;
import org.whatsapppolicy.simulator.webhook.account.FlowHealth;
import org.whatsapppolicy.simulator.webhook.account.InternationalRates;
import org.whatsapppolicy.simulator.webhook.account.NumberName;
import org.whatsapppolicy.simulator.webhook.account.NumberQuality;
import org.whatsapppolicy.simulator.webhook.account.Restrictions;
import org.whatsapppolicy.simulator.webhook.account.Security;
import org.whatsapppolicy.simulator.webhook.account.TemplateCategory;
import org.whatsapppolicy.simulator.webhook.account.TemplateComponents;
import org.whatsapppolicy.simulator.webhook.account.TemplateQuality;
import org.whatsapppolicy.simulator.webhook.account.TemplateStatus;
import org.whatsapppolicy.simulator.webhook.account.Violation;
import org.whatsapppolicy.simulator.webhook.account.VolumeTier;
import org.whatsapppolicy.simulator.webhook.account.WabaInfo;
import org.whatsapppolicy.simulator.webhook.event.Event;

/** What happens to accounts, numbers and templates, by the name of its fixture. */
final class AccountEvents {

    private static final WabaInfo OWNED = WabaInfo.of("307000000000003", ACCOUNT);

    private AccountEvents() {}

    static Map<String, Event> all() {
        Map<String, Event> events = new LinkedHashMap<>();
        events.put("template-status-update-approved", TemplateStatus.of(ACCOUNT, TIDE_TABLE, "APPROVED", "UTILITY"));
        events.put("template-status-update-archived", TemplateStatus.of(ACCOUNT, TIDE_TABLE, "ARCHIVED", "UTILITY"));
        events.put("template-status-update-deleted", TemplateStatus.of(ACCOUNT, TIDE_TABLE, "DELETED", "UTILITY"));
        events.put("template-status-update-flagged", TemplateStatus.of(ACCOUNT, TIDE_TABLE, "FLAGGED", "UTILITY"));
        events.put(
                "template-status-update-limit-exceeded",
                TemplateStatus.of(ACCOUNT, TIDE_TABLE, "LIMIT_EXCEEDED", "UTILITY"));
        events.put("template-status-update-pending", TemplateStatus.of(ACCOUNT, TIDE_TABLE, "PENDING", "UTILITY"));
        events.put(
                "template-status-update-reinstated", TemplateStatus.of(ACCOUNT, TIDE_TABLE, "REINSTATED", "UTILITY"));
        events.put(
                "template-status-update-pending-deletion",
                TemplateStatus.deletionPending(ACCOUNT, TIDE_TABLE, "UTILITY"));
        events.put("template-status-update-disabled", TemplateStatus.disabled(ACCOUNT, TIDE_TABLE, "MARKETING", NOW));
        events.put(
                "template-status-update-paused-first",
                TemplateStatus.of(ACCOUNT, TIDE_TABLE, "PAUSED", "MARKETING")
                        .because("FIRST_PAUSE", "Paused for 3 hours."));
        events.put(
                "template-status-update-paused-second",
                TemplateStatus.of(ACCOUNT, TIDE_TABLE, "PAUSED", "MARKETING")
                        .because("SECOND_PAUSE", "Paused for 6 hours."));
        events.put(
                "template-status-update-paused-rate-limiting",
                TemplateStatus.of(ACCOUNT, TIDE_TABLE, "PAUSED", "MARKETING")
                        .because("RATE_LIMITING_PAUSE", "Paused."));
        events.put(
                "template-status-update-unpaused",
                TemplateStatus.of(ACCOUNT, TIDE_TABLE, "APPROVED", "MARKETING").because("UNPAUSE", "Back again."));
        events.put(
                "template-status-update-rejected",
                TemplateStatus.rejected(
                        ACCOUNT,
                        TIDE_TABLE,
                        "MARKETING",
                        "INVALID_FORMAT",
                        "Two variables touch.",
                        "Put words between them."));
        events.put("template-status-update-paused-minimal", TemplateStatus.minimal(ACCOUNT, TIDE_TABLE, "PAUSED"));
        events.put("template-quality-update", new TemplateQuality(ACCOUNT, TIDE_TABLE, "GREEN", "YELLOW"));
        events.put(
                "template-category-update-impending",
                new TemplateCategory(ACCOUNT, TIDE_TABLE, "UTILITY", "MARKETING", NOW + 86_400));
        events.put(
                "template-category-update-completed",
                new TemplateCategory(ACCOUNT, TIDE_TABLE, "UTILITY", "MARKETING", null));
        events.put(
                "template-components-update",
                new TemplateComponents(
                        ACCOUNT,
                        TIDE_TABLE,
                        "Tides",
                        "High water at {{1}}.",
                        "Harbour Boats",
                        List.of(
                                new TemplateComponents.Button("PHONE_NUMBER", "Ring us", "+442079460100"),
                                new TemplateComponents.Button("URL", "Map", "https://boats.example/map"))));
        events.put(
                "template-correct-category-detection",
                new CategoryDetection(ACCOUNT, TIDE_TABLE, "UTILITY", "MARKETING"));
        events.put("account-update-account-deleted", AccountUpdate.deleted(ACCOUNT));
        events.put("account-update-account-offboarded", AccountUpdate.offboarded(ACCOUNT));
        events.put("account-update-account-reconnected", AccountUpdate.reconnected(ACCOUNT));
        events.put(
                "account-update-account-restriction",
                AccountUpdate.restricted(
                        ACCOUNT,
                        Restrictions.until(
                                NOW + 259_200,
                                "RESTRICTED_BIZ_INITIATED_MESSAGING",
                                "RESTRICTED_ADD_PHONE_NUMBER_ACTION")));
        events.put(
                "account-update-account-restriction-utility-templates",
                AccountUpdate.restricted(
                        ACCOUNT,
                        new Restrictions(
                                List.of(new Restrictions.Restriction(
                                        "RESTRICTED_UTILITY_TEMPLATES", NOW + 604_800, "Sort your templates.")),
                                false)));
        events.put("account-update-account-violation", AccountUpdate.violation(ACCOUNT, new Violation("ADULT")));
        events.put(
                "account-update-direct-send-strike-1",
                AccountUpdate.directSend(
                        ACCOUNT,
                        new Violation("DIRECT_SEND_UTILITY_CATEGORY_ABUSE_STRIKE_1"),
                        Restrictions.until(NOW + 604_800, "RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES")
                                .asText()));
        events.put(
                "account-update-direct-send-unban",
                AccountUpdate.directSend(ACCOUNT, new Violation("DIRECT_SEND_UTILITY_CATEGORY_ABUSE_UNBAN")));
        events.put(
                "account-update-disabled-update-schedule-for-disable",
                AccountUpdate.ban(ACCOUNT, new Ban("SCHEDULE_FOR_DISABLE", LocalDate.of(2026, 11, 25))));
        events.put(
                "account-update-disabled-update-disable",
                AccountUpdate.ban(ACCOUNT, new Ban("DISABLE", LocalDate.of(2026, 11, 25))));
        events.put(
                "account-update-disabled-update-reinstate",
                AccountUpdate.ban(ACCOUNT, new Ban("REINSTATE", LocalDate.of(2026, 11, 25))));
        events.put(
                "account-update-partner-added",
                AccountUpdate.partnerAdded(
                        ACCOUNT, OWNED.withSolution("807000000000006", "907000000000001", "907000000000002")));
        events.put("account-update-partner-removed", AccountUpdate.partnerRemoved(ACCOUNT, OWNED));
        events.put(
                "account-update-partner-removed-coexistence",
                AccountUpdate.partnerRemoved(ACCOUNT, OWNED, new Disconnection("PRIMARY_INACTIVITY", "SYSTEM")));
        events.put(
                "account-update-partner-app-installed",
                AccountUpdate.of(ACCOUNT, "PARTNER_APP_INSTALLED", OWNED.withApp("407000000000005")));
        events.put(
                "account-update-partner-app-uninstalled",
                AccountUpdate.of(ACCOUNT, "PARTNER_APP_UNINSTALLED", OWNED.withApp("407000000000005")));
        events.put(
                "account-update-partner-client-certification",
                AccountUpdate.of(
                        ACCOUNT,
                        "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE",
                        new Certification("307000000000003", "APPROVED", List.of("NONE"))));
        events.put("account-update-mm-lite-terms-signed", AccountUpdate.of(ACCOUNT, "MM_LITE_TERMS_SIGNED", OWNED));
        events.put(
                "account-update-ad-account-linked",
                AccountUpdate.of(ACCOUNT, "AD_ACCOUNT_LINKED", OWNED.withAdAccount("917000000000008")));
        events.put(
                "account-update-auth-intl-price-eligibility",
                AccountUpdate.of(
                        ACCOUNT,
                        "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE",
                        new InternationalRates(NOW, Map.of("NG", NOW + 172_800, "ID", NOW + 86_400))));
        events.put("account-update-primary-location-country", AccountUpdate.primaryCountry(ACCOUNT, "GB"));
        events.put(
                "account-update-volume-based-pricing-tier",
                AccountUpdate.of(
                        ACCOUNT,
                        "VOLUME_BASED_PRICING_TIER_UPDATE",
                        new VolumeTier(NOW, "UTILITY", "100001:250000", "2026-12", "United Kingdom")));
        events.put(
                "account-alerts-limit-deferred",
                new AccountAlert(
                        ACCOUNT,
                        "BUSINESS",
                        "307000000000003",
                        "WARNING",
                        "ACTIVE",
                        "INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED",
                        "Keep going for some days."));
        events.put(
                "account-alerts-limit-failed",
                new AccountAlert(
                        ACCOUNT,
                        "BUSINESS",
                        "307000000000003",
                        "CRITICAL",
                        "ACTIVE",
                        "INCREASED_CAPABILITIES_ELIGIBILITY_FAILED",
                        "Not now."));
        events.put(
                "account-alerts-profile-picture-lost",
                new AccountAlert(
                        ACCOUNT,
                        "PHONE_NUMBER",
                        "207000000000321",
                        "INFORMATIONAL",
                        "NONE",
                        "PROFILE_PICTURE_LOST",
                        "Upload it again."));
        events.put("account-review-update-approved", new AccountReview(ACCOUNT, "APPROVED"));
        events.put("account-review-update-rejected", new AccountReview(ACCOUNT, "REJECTED"));
        events.put("account-review-update-pending", new AccountReview(ACCOUNT, "PENDING"));
        events.put("account-review-update-deferred", new AccountReview(ACCOUNT, "DEFERRED"));
        events.put(
                "account-settings-update",
                new AccountSettings(ACCOUNT, BOATS.id(), "ENABLED", "DEFAULT", "DISABLED", NOW));
        events.put("business-capability-update", BusinessCapability.tier(ACCOUNT, "TIER_2K"));
        events.put("business-capability-update-number-form", BusinessCapability.number(ACCOUNT, 10_000));
        events.put("business-capability-update-legacy", BusinessCapability.perPhone(ACCOUNT, -1, 2));
        events.put("business-username-updates", new BusinessUsername(ACCOUNT, DISPLAY, "harbour_boats", "reserved"));
        events.put(
                "phone-number-name-update-approved",
                new NumberName(ACCOUNT, DISPLAY, "APPROVED", "Harbour Boats", null));
        events.put(
                "phone-number-name-update-rejected",
                new NumberName(ACCOUNT, DISPLAY, "REJECTED", "Nell", "NAME_INDIVIDUAL_ISSUE"));
        events.put(
                "phone-number-quality-update-throughput-upgrade",
                NumberQuality.of(ACCOUNT, DISPLAY, "THROUGHPUT_UPGRADE", "TIER_UNLIMITED"));
        events.put(
                "phone-number-quality-update-onboarding",
                NumberQuality.of(ACCOUNT, DISPLAY, "ONBOARDING", "TIER_NOT_SET"));
        events.put(
                "phone-number-quality-update-legacy-limit",
                NumberQuality.limit(ACCOUNT, DISPLAY, "DOWNGRADE", "TIER_10K", "TIER_2K"));
        events.put("security-pin-changed", new Security(ACCOUNT, DISPLAY, "PIN_CHANGED", null));
        events.put("security-pin-reset-request", new Security(ACCOUNT, DISPLAY, "PIN_RESET_REQUEST", "61700000000007"));
        events.put("flows-status-change", FlowHealth.status(ACCOUNT, "937000000000002", "PUBLISHED", "THROTTLED"));
        events.put("flows-endpoint-availability", FlowHealth.availability(ACCOUNT, "937000000000002", true, 80));
        events.put("flows-endpoint-error-rate", FlowHealth.errorRate(ACCOUNT, "937000000000002", true, true, 12, 10));
        events.put("flows-endpoint-latency", FlowHealth.latency(ACCOUNT, "937000000000002", false, 900, 1_000));
        events.put("flows-version-expiry-warning", FlowHealth.versionExpiry(ACCOUNT, "937000000000002", 14));
        return events;
    }
}

package org.whatsapppolicy.simulator.webhook.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * Whose account it is, and what it is bound to: {@code waba_info}. All but owner and account may be null.
 *
 * @param solutionPartners the businesses behind a solution; empty for none
 */
public record WabaInfo(
        String ownerBusinessId,
        String wabaId,
        @Nullable String adAccount,
        @Nullable String partnerAppId,
        @Nullable String solutionId,
        List<String> solutionPartners)
        implements AccountUpdate.Detail {

    /** Copies the list. */
    public WabaInfo {
        solutionPartners = List.copyOf(solutionPartners);
    }

    /** Owner and account only. */
    public static WabaInfo of(String ownerBusinessId, String wabaId) {
        return new WabaInfo(ownerBusinessId, wabaId, null, null, null, List.of());
    }

    /** With an app that was installed or removed. */
    public WabaInfo withApp(String appId) {
        return new WabaInfo(ownerBusinessId, wabaId, adAccount, appId, solutionId, solutionPartners);
    }

    /** With an account for advertisements. */
    public WabaInfo withAdAccount(String id) {
        return new WabaInfo(ownerBusinessId, wabaId, id, partnerAppId, solutionId, solutionPartners);
    }

    /** Within a solution of partners. */
    public WabaInfo withSolution(String id, String... partners) {
        return new WabaInfo(ownerBusinessId, wabaId, adAccount, partnerAppId, id, List.of(partners));
    }

    @Override
    public void write(JsonBytes json) {
        json.object("waba_info")
                .put("owner_business_id", ownerBusinessId)
                .put("waba_id", wabaId)
                .put("ad_account_linked", adAccount)
                .put("partner_app_id", partnerAppId)
                .put("solution_id", solutionId);
        if (!solutionPartners.isEmpty()) {
            json.array("solution_partner_business_ids");
            solutionPartners.forEach(json::add);
            json.end();
        }
        json.end();
    }
}

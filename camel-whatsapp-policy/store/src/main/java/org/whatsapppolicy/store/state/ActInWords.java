package org.whatsapppolicy.store.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Scope;

/**
 * An act of consent as the history and its readers tell it.
 *
 * @param act granted, confirmed, withdrawn, resumed or questioned
 * @param scope what it covers
 * @param until when it ends by itself, or null
 * @param imported whether a bulk import brought it
 */
public record ActInWords(String act, String scope, @Nullable Instant until, boolean imported) {

    /** Of an act. */
    public static ActInWords of(ConsentAct act) {
        if (act instanceof ConsentAct.Granted granted) {
            var grant = granted.grant();
            return new ActInWords("granted", Scope.purpose(grant.purpose()).text(), grant.expires(), grant.imported());
        }
        if (act instanceof ConsentAct.Confirmed confirmed) {
            return new ActInWords(
                    "confirmed", Scope.purpose(confirmed.purpose()).text(), null, false);
        }
        if (act instanceof ConsentAct.Withdrawn withdrawn) {
            return new ActInWords("withdrawn", withdrawn.scope().text(), null, false);
        }
        if (act instanceof ConsentAct.Kept) {
            return new ActInWords("kept", Scope.ALL.text(), null, false);
        }
        if (act instanceof ConsentAct.Questioned questioned) {
            return new ActInWords("questioned", Scope.ALL.text(), questioned.until(), false);
        }
        if (act instanceof ConsentAct.Related related) {
            return new ActInWords("related", "relation:" + related.kind(), related.until(), false);
        }
        return new ActInWords("resumed", Scope.MARKETING_APP.text(), null, false);
    }
}

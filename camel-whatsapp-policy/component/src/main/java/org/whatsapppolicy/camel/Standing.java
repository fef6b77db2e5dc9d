package org.whatsapppolicy.camel;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.OptOut;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.ConsentRule;

/**
 * Where a person stands with one purpose.
 *
 * @param purpose its name
 * @param decision what the policy says of consent alone
 * @param evidence of the act that is in force, or null when there is none
 * @param expires when the grant in force lapses, by itself or by what the purpose says, or null
 */
record Standing(
        String purpose,
        Decision decision,
        @Nullable Evidence evidence,
        @Nullable Instant expires) {

    static Standing of(String purpose, @Nullable ConsentRule rule, Decision decision, PersonFacts person) {
        Consents consents = person.consents();
        boolean marketing = decision.category() == Category.MARKETING;
        OptOut optOut = consents.inForce(purpose, marketing, decision.at());
        // Where an outside system is asked, its answer decides alone (S-14): what our store holds proves nothing of it.
        boolean outside = rule != null && rule.from() != null;
        // Nor does an act of somebody who may have had the phone before (S-23).
        Instant others = person.quarantinedSince();
        boolean ended = others != null && !consents.renewed(purpose, others, decision.at());
        Grant grant = outside || ended ? null : consents.grant(purpose);
        if (optOut != null || grant == null) {
            return new Standing(purpose, decision, optOut == null ? null : optOut.evidence(), null);
        }
        return new Standing(purpose, decision, grant.evidence(), rule == null ? grant.expires() : rule.lapses(grant));
    }

    /** For a route: what is not known is not there. */
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("purpose", purpose);
        map.put("decision", decision.verdict().name());
        map.put("reasons", decision.codes());
        if (evidence != null) {
            map.put("actedAt", evidence.act());
            map.put("source", evidence.source());
            put(map, "actor", evidence.actor());
            put(map, "document", evidence.document());
            put(map, "reference", evidence.reference());
        }
        put(map, "expires", expires);
        return map;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}

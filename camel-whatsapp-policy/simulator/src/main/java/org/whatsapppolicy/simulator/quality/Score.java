package org.whatsapppolicy.simulator.quality;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.people.Complaint;

/** Deliveries and complaints of one number or template, worth less the older they are. Guarded by its owner. */
final class Score {

    private final QualityRules rules;
    private double deliveries;
    private double complaints;
    private long asOf;

    Score(QualityRules rules, long now) {
        this.rules = rules;
        this.asOf = now;
    }

    /** Takes a delivery into account, or a complaint. */
    void weigh(@Nullable Complaint complaint, long now) {
        age(now);
        if (complaint == null) {
            deliveries++;
        } else {
            complaints += QualityRules.weight(complaint);
        }
    }

    /** The judgement, null while too little is known. */
    @Nullable
    String rating(long now) {
        age(now);
        return Math.round(deliveries) < rules.atLeast() ? null : rules.rating(complaints, deliveries);
    }

    Standing standing(String subject, String rating, long now) {
        age(now);
        return new Standing(subject, rating, deliveries, complaints);
    }

    private void age(long now) {
        if (now > asOf) {
            double worth =
                    Math.pow(0.5, (now - asOf) / (double) rules.halfLife().toMillis());
            deliveries *= worth;
            complaints *= worth;
            asOf = now;
        }
    }
}

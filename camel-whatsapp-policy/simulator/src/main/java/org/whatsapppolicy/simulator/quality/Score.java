package org.whatsapppolicy.simulator.quality;

import org.jspecify.annotations.Nullable;

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

    void delivered(long now) {
        age(now);
        deliveries++;
    }

    void complained(double weight, long now) {
        age(now);
        complaints += weight;
    }

    /** The judgement, null while too little is known. */
    @Nullable
    String rating(long now) {
        age(now);
        return deliveries < rules.atLeast() ? null : rules.rating(complaints, deliveries);
    }

    Standing standing(String subject, String rating, long now) {
        age(now);
        return new Standing(subject, rating, deliveries, complaints);
    }

    private void age(long now) {
        if (now > asOf) {
            double worth = Math.pow(0.5, (now - asOf) / (double) rules.halfLife().toMillis());
            deliveries *= worth;
            complaints *= worth;
            asOf = now;
        }
    }
}

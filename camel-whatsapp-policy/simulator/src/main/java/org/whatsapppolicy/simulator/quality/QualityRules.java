package org.whatsapppolicy.simulator.quality;

import java.time.Duration;
import org.whatsapppolicy.simulator.people.Complaint;

/**
 * How quality is judged: the weight of complaints by how much was delivered, where both lose half their worth in a while.
 * The platform tells only that the last seven days count, the most recent most; the numbers are guessed. There is no
 * chance in it: the same people with the same seed lead to the same judgements.
 *
 * @param atLeast how many deliveries, at their present worth, are needed for a judgement
 * @param yellow from which share of complaints the quality is medium
 * @param red from which share it is low
 * @param halfLife in which time a delivery or complaint loses half its worth
 */
public record QualityRules(int atLeast, double yellow, double red, Duration halfLife) {

    /** From 100 deliveries on, 1 % is medium and 3 % is low, with a half-life of a day. */
    public static QualityRules guessed() {
        return new QualityRules(100, 0.01, 0.03, Duration.ofDays(1));
    }

    /** With another number of deliveries before anything is judged. */
    public QualityRules from(int deliveries) {
        return new QualityRules(deliveries, yellow, red, halfLife);
    }

    static double weight(Complaint complaint) {
        return switch (complaint) {
            case ARCHIVED, MUTED -> 0.25;
            case STOPPED_OFFERS -> 0.5;
            case BLOCKED -> 1;
            case REPORTED -> 3;
        };
    }

    String rating(double complaints, double deliveries) {
        if (complaints >= red * deliveries) {
            return "RED";
        }
        return complaints >= yellow * deliveries ? "YELLOW" : "GREEN";
    }
}

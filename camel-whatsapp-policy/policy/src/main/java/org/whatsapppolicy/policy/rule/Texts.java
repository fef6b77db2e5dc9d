package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import org.whatsapppolicy.policy.consent.Evidence;

/** Words that several findings share. */
final class Texts {

    private static final int FEW = 5;

    private Texts() {}

    /** The first few of many, sorted. */
    static String some(Collection<?> all) {
        String few = all.stream().map(Object::toString).sorted().limit(FEW).collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all.size() <= FEW ? few : few + " and " + (all.size() - FEW) + " more";
    }

    /** Where an act is known from and when it was; made for every ALLOW, therefore plain. */
    static String act(Evidence evidence) {
        return evidence.source() + " of " + day(evidence.act());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), 86_400L));
    }
}

package org.whatsapppolicy.benchmarks.chaos.judge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Setting;
import org.whatsapppolicy.benchmarks.chaos.drive.Sighting;
import org.whatsapppolicy.policy.consent.ConsentAct;

/**
 * Whether a person did something after an opt-out that lets a message go again: agreed anew to what it is about, or wrote, where
 * it is an answer (S-12). What no node took in, because it was tried while none was there, lifts nothing.
 */
final class AgreedAgain {

    private final Evidence evidence;
    private final Map<String, List<Deed.Grant>> grants;
    private final Map<String, List<Deed.Written>> written;

    AgreedAgain(Evidence evidence) {
        this.evidence = evidence;
        this.grants = evidence.byPhone(Deed.Grant.class);
        this.written = evidence.byPhone(Deed.Written.class);
    }

    /** Before the request began. */
    boolean after(Instant stop, Sighting sighting) {
        Row row = evidence.rows().get(sighting.letter().id());
        Long person = row == null ? null : row.person();
        if (person == null) {
            return false;
        }
        return sighting.letter().purpose().equals("chat")
                ? wrote(stop, sighting, any -> true) && received(person, stop, sighting)
                : did(stop, sighting) && recorded(person, stop, sighting);
    }

    private boolean did(Instant stop, Sighting sighting) {
        String purpose = sighting.letter().purpose();
        boolean granted = grants.getOrDefault(sighting.letter().to(), List.of()).stream()
                .anyMatch(grant -> grant.nanos() <= sighting.begun().nanos()
                        && grant.purpose().equals(purpose)
                        && grant.act().isAfter(stop));
        return granted || (purpose.equals(Setting.BY_KEYWORD) && wrote(stop, sighting, Deed.Written::start));
    }

    private boolean wrote(Instant stop, Sighting sighting, Predicate<Deed.Written> what) {
        return written.getOrDefault(sighting.letter().to(), List.of()).stream()
                .filter(what)
                .anyMatch(w -> w.nanos() <= sighting.begun().nanos() && w.act().isAfter(stop));
    }

    private boolean recorded(Long person, Instant stop, Sighting sighting) {
        Instant latest = evidence.time().latest(sighting.begun().nanos());
        return evidence.past().acts().getOrDefault(person, List.of()).stream()
                .anyMatch(one -> one.act() instanceof ConsentAct.Granted granted
                        && granted.grant().purpose().equals(sighting.letter().purpose())
                        && granted.evidence().act().isAfter(stop)
                        && !one.at().isAfter(latest));
    }

    private boolean received(Long person, Instant stop, Sighting sighting) {
        Instant latest = evidence.time().latest(sighting.begun().nanos());
        return evidence.inbounds().getOrDefault(person, List.of()).stream()
                .anyMatch(one -> one.wrote().isAfter(stop) && !one.received().isAfter(latest));
    }
}

package org.whatsapppolicy.simulator.journey;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.people.Course;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.webhook.StatusDelays;

/**
 * Leads accepted messages to the people, as their behaviour has it: sent, delivered once the phone is on, read and reacted
 * to; or failed. A message that waited longer than its lifetime is dropped without a word, and one to somebody who blocked
 * the business stays sent for ever, as on the platform.
 *
 * <p>Safe for use by several threads.
 */
public final class Journeys {

    private final List<JourneyListener> listeners = new CopyOnWriteArrayList<>();
    private final SimulatorClock clock;
    private final StatusDelays delays;

    /** For the simulator. */
    public Journeys(SimulatorClock clock, StatusDelays delays) {
        this.clock = clock;
        this.delays = delays;
    }

    /** Tells the listener of every message from now on. Running the answer ends that. */
    public Runnable listen(JourneyListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Sends an accepted message on its way.
     *
     * @param failure why it will fail, null when it will not
     */
    public void begin(Journey journey, @Nullable GraphError failure) {
        Person person = journey.person();
        // Drawn in the order of acceptance, also for what fails, so that a run can be repeated.
        Course course = person == null ? Course.PLAIN : person.course();
        if (failure != null) {
            clock.schedule(delays.failed(), () -> reach(journey, Progress.FAILED, failure));
            return;
        }
        long accepted = clock.millis();
        clock.schedule(delays.sent(), () -> sent(journey, course, accepted));
    }

    private void sent(Journey journey, Course course, long accepted) {
        reach(journey, Progress.SENT, null);
        if (!journey.message().sentOnly()) {
            Duration way = course.way(delays.delivered().minus(delays.sent()));
            clock.schedule(way, () -> arrive(journey, course, accepted, course.switchedOff()));
        }
    }

    private void arrive(Journey journey, Course course, long accepted, Duration switchedOff) {
        Person person = journey.person();
        if (clock.millis() - accepted > journey.lifetime().toMillis()) {
            return;
        }
        if (person != null) {
            if (person.hasBlocked(journey.sender().id())) {
                return;
            }
            person.phone().switchOffFor(switchedOff);
            if (person.phone().holds(() -> arrive(journey, course, accepted, Duration.ZERO))) {
                return;
            }
            person.chat(journey.sender().id()).received(journey.template());
        }
        reach(journey, Progress.DELIVERED, null);
        Duration read = read(person, course);
        if (read != null) {
            clock.schedule(read, () -> read(journey, course));
        }
    }

    private @Nullable Duration read(@Nullable Person person, Course course) {
        Duration read = delays.read();
        Duration usual = read == null ? null : read.minus(delays.delivered());
        return person != null && !person.readsMessages() ? null : course.reading(usual);
    }

    private void read(Journey journey, Course course) {
        reach(journey, Progress.READ, null);
        Person person = journey.person();
        if (person != null) {
            course.react(
                    person.chat(journey.sender().id()),
                    journey.wamid(),
                    journey.sending().category(),
                    journey.content(),
                    clock);
        }
    }

    private void reach(Journey journey, Progress progress, @Nullable GraphError failure) {
        for (JourneyListener listener : listeners) {
            listener.reached(journey, progress, failure);
        }
    }
}

package org.whatsapppolicy.simulator;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.SimulatorSettings.DeclaredNumber;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.message.ClosedWindow;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.webhook.StatusDelays;

/** Configures a {@link Simulator}. Everything has a default. For one thread. */
public final class SimulatorBuilder {

    private final List<String> tokens = new ArrayList<>();
    private final List<DeclaredNumber> numbers = new ArrayList<>();
    private final List<SimulatedTemplate> templates = new ArrayList<>();
    private int port;
    private SimulatorClock clock = SimulatorClock.real();
    private @Nullable URI webhookUrl;
    private String appSecret = "";
    private int webhookBound = 500_000;
    private StatusDelays delays = StatusDelays.QUICK;
    private ClosedWindow closedWindow = ClosedWindow.FAIL_LATER;
    private long userIdSeed = 1;

    SimulatorBuilder() {}

    /** The port to listen on; 0, the default, for any free one. */
    public SimulatorBuilder port(int number) {
        port = number;
        return this;
    }

    /** The time to live by; the machine's by default. */
    public SimulatorBuilder clock(SimulatorClock other) {
        clock = other;
        return this;
    }

    /** A token that is valid for everything. May be repeated; while there is none, every token is good. */
    public SimulatorBuilder token(String token) {
        tokens.add(token);
        return this;
    }

    /** A business phone number. May be repeated; while there is none, every numeric id is taken for one. */
    public SimulatorBuilder number(String phoneNumberId, String displayPhoneNumber, String wabaId) {
        numbers.add(new DeclaredNumber(phoneNumberId, displayPhoneNumber, wabaId));
        return this;
    }

    /** A template. May be repeated; one that was not declared does not exist. */
    public SimulatorBuilder template(SimulatedTemplate template) {
        templates.add(template);
        return this;
    }

    /** Where webhooks go, and the secret they are signed with. Without it there are none. */
    public SimulatorBuilder webhook(URI url, String secret) {
        webhookUrl = url;
        appSecret = secret;
        return this;
    }

    /** How many webhooks may wait for the receiver before further ones are lost; 500,000 by default. */
    public SimulatorBuilder webhookBound(int most) {
        webhookBound = most;
        return this;
    }

    /** When statuses are told; {@link StatusDelays#QUICK} by default. */
    public SimulatorBuilder statusDelays(StatusDelays other) {
        delays = other;
        return this;
    }

    /** What happens to free-form messages outside the service window; they fail later by default. */
    public SimulatorBuilder closedWindow(ClosedWindow other) {
        closedWindow = other;
        return this;
    }

    /**
     * From what the user ids of people are computed, 1 by default: the same seed gives the same ids in every run, another
     * one other ids, as another portfolio sees them.
     */
    public SimulatorBuilder userIdSeed(long seed) {
        userIdSeed = seed;
        return this;
    }

    /** The simulator, not yet listening. */
    public Simulator build() {
        return new Simulator(new SimulatorSettings(
                port,
                clock,
                tokens,
                numbers,
                templates,
                webhookUrl,
                appSecret,
                webhookBound,
                delays,
                closedWindow,
                userIdSeed));
    }
}

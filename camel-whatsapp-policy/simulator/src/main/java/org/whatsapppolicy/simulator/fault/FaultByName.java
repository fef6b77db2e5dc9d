package org.whatsapppolicy.simulator.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faults by the names the control API and the ledger use. */
public final class FaultByName {

    private static final Map<String, Fault> FIXED = Map.ofEntries(
            Map.entry("reset-before", Fault.resetBeforeAcceptance()),
            Map.entry("reset-after", Fault.resetAfterAcceptance()),
            Map.entry("silence-before", Fault.silenceBeforeAcceptance()),
            Map.entry("silence-after", Fault.silenceAfterAcceptance()),
            Map.entry("half-body", Fault.halfBody()),
            Map.entry("server-error", Fault.serverError(500)),
            Map.entry("bad-gateway", Fault.badGateway(502)),
            Map.entry("bad-gateway-after", Fault.badGatewayAfterAcceptance(502)),
            Map.entry("unreadable-body", Fault.unreadableBody()),
            Map.entry("without-message-id", Fault.withoutMessageId()),
            Map.entry("template-paused", Fault.templatePausedMeanwhile()),
            Map.entry("slow", Fault.slow(Duration.ofSeconds(1))));

    private FaultByName() {}

    /** The names, without those that carry a number, in order. */
    public static List<String> known() {
        return FIXED.keySet().stream().sorted().toList();
    }

    /** The fault of that name; {@code error-<code>} and {@code slow-<milliseconds>} carry their number. */
    public static Optional<Fault> find(String name) {
        Fault fixed = FIXED.get(name);
        if (fixed != null) {
            return Optional.of(fixed);
        }
        if (name.matches("error-\\d{1,9}")) {
            return Optional.of(Fault.error(Integer.parseInt(name.substring(6))));
        }
        if (name.matches("slow-\\d{1,9}")) {
            return Optional.of(Fault.slow(Duration.ofMillis(Integer.parseInt(name.substring(5)))));
        }
        return Optional.empty();
    }
}

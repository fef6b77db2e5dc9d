package org.whatsapppolicy.simulator.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.WaId;

/** Everybody who appears in the ledger, under the address by which the platform knows them. */
final class Cast {

    private Cast() {}

    static List<String> of(Simulator simulator) {
        Set<String> people = new LinkedHashSet<>();
        simulator.ledger().query().stream()
                .forEach(entry -> add(people, entry.asked().recipient()));
        for (WebhookAttempt attempt : simulator.ledger().webhooks()) {
            for (Told told : Told.in(attempt)) {
                add(people, told.person());
            }
        }
        return List.copyOf(people);
    }

    private static void add(Set<String> people, @Nullable String written) {
        if (written != null) {
            people.add(address(written));
        }
    }

    /** The {@code wa_id}, or what was written where that is no phone number. */
    static String address(String written) {
        if (Recipient.isUserId(written)) {
            return written;
        }
        try {
            return WaId.ofPerson(written);
        } catch (IllegalArgumentException noPhoneNumber) {
            return written;
        }
    }

    static @Nullable String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }
}

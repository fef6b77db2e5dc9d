package org.whatsapppolicy.camel;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;

/** Refuses documents that are valid, but whose promises this installation cannot keep. */
final class Enforceable implements Consumer<PolicyDocument> {

    private final String location;
    private final BooleanSupplier hears;

    /** @param hears whether this installation may have a way to hear an opt-out */
    Enforceable(String location, BooleanSupplier hears) {
        this.location = location;
        this.hears = hears;
    }

    /** @throws IllegalArgumentException saying what to do */
    @Override
    public void accept(PolicyDocument document) {
        List<Purpose> marketing = document.purposes().values().stream()
                .filter(purpose -> purpose.category() == Category.MARKETING)
                .toList();
        if (!marketing.isEmpty() && !document.intakeExternal() && !hears.getAsBoolean()) {
            throw new IllegalArgumentException(
                    "The policy " + location + " sends marketing ("
                            + marketing.stream().map(Purpose::name).sorted().collect(Collectors.joining(", "))
                            + "), but this installation has no way to hear an opt-out (S-20). Receive the platform's webhooks by from"
                            + " whatsapp-policy:webhook, or pass what people answer elsewhere to whatsapp-policy:optOut. If opt-outs are recorded by other means, such as whatsapp-policy:consent?action=withdraw, write optOut: { intake: external }");
        }
    }
}

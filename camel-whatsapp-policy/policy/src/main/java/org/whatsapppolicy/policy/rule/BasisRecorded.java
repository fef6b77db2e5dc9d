package org.whatsapppolicy.policy.rule;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.policy.document.Basis;

/** Each purpose states its legal basis; it is recorded with each decision and replaces nothing (S-10). */
final class BasisRecorded implements Rule {

    static final ReasonCode BASIS = new ReasonCode(Reason.BASIS, "The legal basis that the purpose states.");

    private static final Map<Basis, String> WORDS = Arrays.stream(Basis.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    basis -> basis.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    (one, other) -> one,
                    () -> new EnumMap<>(Basis.class)));

    @Override
    public List<ReasonCode> codes() {
        return List.of(BASIS);
    }

    @Override
    public void judge(Case c) {
        c.rests(BASIS, WORDS.getOrDefault(c.purpose().basis(), ""), null);
    }
}

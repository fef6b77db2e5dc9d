package org.whatsapppolicy.policy.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.Category;

/** What is judged by local time needs a zone: without any it is a denial, never an endless hold (S-27). */
final class ZoneKnown implements Rule {

    private static final ReasonCode UNKNOWN = new ReasonCode(
            "zone-unknown", "No time zone of the person is known, and quiet hours or caps by local date apply.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(UNKNOWN);
    }

    @Override
    public void judge(Case c) {
        String why = c.proactive ? localTime(c) : null;
        if (why != null && c.zones().isEmpty()) {
            c.deny(UNKNOWN, why + " apply; put a zone into the record, the purpose or the sender");
        }
    }

    private static @Nullable String localTime(Case c) {
        if (!c.purpose().quietHours().texts().isEmpty()) {
            return "quiet hours";
        }
        boolean overall = c.category != Category.AUTHENTICATION && byDate(c.document.proactiveCaps());
        boolean own =
                c.category != Category.AUTHENTICATION && byDate(c.person.own().caps());
        return own || overall || byDate(c.purpose().caps()) ? "caps by local date" : null;
    }

    private static boolean byDate(List<Cap> caps) {
        for (int i = 0; i < caps.size(); i++) {
            if (!(caps.get(i) instanceof Cap.Rolling)) {
                return true;
            }
        }
        return false;
    }
}

package org.whatsapppolicy.store.state;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.QuietHours;

/** A person's own settings as text, and those of two who turn out to be one. */
public final class Settings {

    private static final String BETWEEN = ", ";

    private Settings() {}

    /** Everything that either of them wanted. */
    static PersonSettings both(PersonSettings one, PersonSettings other) {
        if (one.equals(PersonSettings.NONE) || other.equals(PersonSettings.NONE) || one.equals(other)) {
            return one.equals(PersonSettings.NONE) ? other : one;
        }
        Set<String> hours = new TreeSet<>(one.quietHours().texts());
        hours.addAll(other.quietHours().texts());
        Set<String> caps = new TreeSet<>();
        one.caps().forEach(cap -> caps.add(cap.toString()));
        other.caps().forEach(cap -> caps.add(cap.toString()));
        return new PersonSettings(
                hours.isEmpty() ? QuietHours.NONE : QuietHours.parse(List.copyOf(hours)),
                caps.stream().map(Cap::parse).toList(),
                language(one.language(), other.language()));
    }

    /** Nobody knows which of two it is; but it is the same one, whoever comes first. */
    private static @Nullable String language(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Reads what {@link #hours} and {@link #caps} wrote. */
    public static PersonSettings read(@Nullable String hours, @Nullable String caps, @Nullable String language) {
        if (hours == null && caps == null && language == null) {
            return PersonSettings.NONE;
        }
        return new PersonSettings(
                hours == null ? QuietHours.NONE : QuietHours.parse(List.of(hours.split(BETWEEN, -1))),
                caps == null
                        ? List.of()
                        : List.of(caps.split(BETWEEN, -1)).stream()
                                .map(Cap::parse)
                                .toList(),
                language);
    }

    /** The quiet hours as text, or null when there are none. */
    public static @Nullable String hours(PersonSettings own) {
        List<String> texts = own.quietHours().texts();
        return texts.isEmpty() ? null : String.join(BETWEEN, texts);
    }

    /** The caps as text, or null when there are none. */
    public static @Nullable String caps(PersonSettings own) {
        return own.caps().isEmpty()
                ? null
                : String.join(BETWEEN, own.caps().stream().map(Cap::toString).toList());
    }
}

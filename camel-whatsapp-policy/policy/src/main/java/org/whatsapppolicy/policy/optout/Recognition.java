package org.whatsapppolicy.policy.optout;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer of {@link IntentRecogniser}. Immutable. */
public final class Recognition {

    /** Nobody said anything that matters here. */
    public static final Recognition NOTHING = new Recognition(Intent.NONE, null);

    private final Intent intent;
    private final @Nullable Match match;

    Recognition(Intent intent, @Nullable Match match) {
        this.intent = intent;
        this.match = match;
    }

    /** What the person means. */
    public Intent intent() {
        return intent;
    }

    /** What the answer rests on; empty exactly when the intent is {@link Intent#NONE}. */
    public Optional<Match> match() {
        return Optional.ofNullable(match);
    }

    /** Never any of the text itself. */
    @Override
    public String toString() {
        return match == null ? intent.name() : intent + " by " + match;
    }
}

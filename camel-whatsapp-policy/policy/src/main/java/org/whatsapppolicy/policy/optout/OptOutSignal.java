package org.whatsapppolicy.policy.optout;

import org.whatsapppolicy.policy.consent.Scope;

/** A way in which a person says that they want no more messages, and what it stops (S-16). Immutable. */
public sealed interface OptOutSignal {

    /** What it stops. */
    Scope scope();

    /** Whether the one confirmation may answer it: only what the person typed or tapped in the chat (S-17). */
    boolean confirmable();

    /**
     * A text in the chat.
     *
     * @param match what was recognised in it
     */
    record Typed(Match match) implements OptOutSignal {
        @Override
        public Scope scope() {
            return Scope.ALL;
        }

        @Override
        public boolean confirmable() {
            return true;
        }
    }

    /**
     * A button or a list entry.
     *
     * @param declared what its payload or id says that it stops; {@link Scope#ALL} when it says nothing
     */
    record Tapped(Scope declared) implements OptOutSignal {
        @Override
        public Scope scope() {
            return declared;
        }

        @Override
        public boolean confirmable() {
            return true;
        }
    }

    /** "Stop offers" in the app's own menu: {@code user_preferences} with the value {@code stop}. */
    record MenuStop() implements OptOutSignal {
        @Override
        public Scope scope() {
            return Scope.MARKETING;
        }

        @Override
        public boolean confirmable() {
            return false;
        }
    }

    /** The platform refused a marketing message because the person had stopped them: error 131050. */
    record MarketingRefused() implements OptOutSignal {
        @Override
        public Scope scope() {
            return Scope.MARKETING;
        }

        @Override
        public boolean confirmable() {
            return false;
        }
    }

    /**
     * Told elsewhere: by e-mail, by SMS, or known to a CRM.
     *
     * @param source where
     */
    record ToldElsewhere(String source) implements OptOutSignal {
        @Override
        public Scope scope() {
            return Scope.ALL;
        }

        @Override
        public boolean confirmable() {
            return false;
        }
    }
}

package org.whatsapppolicy.policy.document;

import java.time.Duration;

/** A frequency cap (S-25). Its {@code toString} gives the text that would be written in the document. */
public sealed interface Cap {

    /** Whether a reply later than the last proactive message lifts the cap while the window is open. */
    boolean untilReply();

    /** How far back it has to be known what was sent. */
    default Duration reach() {
        if (this instanceof Rolling rolling) {
            return rolling.window();
        }
        // A local date can begin 25 hours before it ends; one more day covers every change of clocks.
        return this instanceof Days days ? Duration.ofDays(days.of() + 1L) : Duration.ofDays(2);
    }

    /**
     * Reads a cap as it is written in the document.
     *
     * @throws IllegalArgumentException that says what was found and how to write it; windows reach at most 92 days back
     */
    static Cap parse(String text) {
        return CapGrammar.parse(text);
    }

    /**
     * At most {@code limit} messages in any rolling {@code window}; half-open: allowed again at exactly its end.
     *
     * @param limit at least 1
     * @param window positive
     */
    record Rolling(int limit, Duration window, boolean untilReply) implements Cap {
        @Override
        public String toString() {
            long hours = window.toHours();
            String size = hours % 24 == 0 && hours > 24 ? hours / 24 + "d" : hours + "h";
            return limit + "/" + size + (untilReply ? " until reply" : "");
        }
    }

    /** At most {@code limit} messages on one local date of the person. */
    record CalendarDay(int limit, boolean untilReply) implements Cap {
        @Override
        public String toString() {
            return limit + "/calendar-day" + (untilReply ? " until reply" : "");
        }
    }

    /** Messages on at most {@code days} distinct local dates among the last {@code of}. */
    record Days(int days, int of, boolean untilReply) implements Cap {
        @Override
        public String toString() {
            return days + " days/" + of + "d" + (untilReply ? " until reply" : "");
        }
    }
}

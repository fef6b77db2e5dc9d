package org.whatsapppolicy.simulator.shown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One card of a carousel. */
public record ShownCard(@Nullable ShownContent header, String body, List<ShownButton> buttons) {

    /** Copies the list. */
    public ShownCard {
        buttons = List.copyOf(buttons);
    }
}

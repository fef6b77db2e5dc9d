package org.whatsapppolicy.simulator.shown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One section of a list, or of a list of products.
 *
 * @param title empty where the only section has none
 */
public record ShownSection(String title, List<Row> rows) {

    /** Copies the list. */
    public ShownSection {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param id what the business gets back; of products the retailer id, which is the title too
     */
    public record Row(String id, String title, @Nullable String description) {}
}

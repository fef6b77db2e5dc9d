package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.message.type.Fields;

/** The title of a section, which may be left out while it is the only one. */
final class SectionTitle {

    private static final int LONGEST = 24;

    private SectionTitle() {}

    static String of(JsonNode section, String where, int sections) {
        if (sections > 1) {
            return Fields.text(section.path("title"), where + ".title", LONGEST);
        }
        String title = Fields.optionalText(section.path("title"), where + ".title", LONGEST);
        return title == null ? "" : title;
    }
}

package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownSection;

/** {@code list}: a button that opens up to ten rows in up to ten sections. */
final class OptionList implements InteractiveKind {

    private static final String SECTIONS = "interactive.action.sections";
    private static final int MOST = 10;

    @Override
    public String name() {
        return "list";
    }

    @Override
    public ShownContent.Rich check(JsonNode interactive, MediaCheck media) {
        Frame frame = Frame.of(interactive, media, Frame.TEXT_HEADER, 4096);
        JsonNode action = Action.of(interactive);
        String button = Fields.text(action.path("button"), "interactive.action.button", 20);
        JsonNode sections = Fields.array(action.path("sections"), SECTIONS, 1, MOST);
        Set<String> ids = new HashSet<>();
        List<ShownSection> shown = new ArrayList<>();
        for (JsonNode section : sections) {
            String title = SectionTitle.of(section, SECTIONS, sections.size());
            List<ShownSection.Row> rows = new ArrayList<>();
            for (JsonNode row : Fields.array(section.path("rows"), SECTIONS + ".rows", 1, MOST)) {
                rows.add(row(row, ids));
            }
            shown.add(new ShownSection(title, rows));
        }
        if (ids.size() > MOST) {
            throw GraphErrors.invalid(SECTIONS + ".rows");
        }
        return frame.with(List.of(new ShownButton(ShownButton.Kind.LIST, button, "")), shown, List.of());
    }

    private static ShownSection.Row row(JsonNode row, Set<String> ids) {
        String id = Fields.text(row.path("id"), SECTIONS + ".rows.id", 200);
        if (!ids.add(id)) {
            throw GraphErrors.invalid(SECTIONS + ".rows.id");
        }
        return new ShownSection.Row(
                id,
                Fields.text(row.path("title"), SECTIONS + ".rows.title", 24),
                Fields.optionalText(row.path("description"), SECTIONS + ".rows.description", 72));
    }
}

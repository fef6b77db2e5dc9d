package org.whatsapppolicy.simulator.message.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.shown.ShownContact;
import org.whatsapppolicy.simulator.shown.ShownContent;

/**
 * {@code contacts}: cards, each with a formatted name and one more part of the name. One page says 257 may be sent,
 * another 5; 257 are taken.
 */
public final class ContactsType implements MessageType {

    private static final int MOST = 257;
    private static final int LONGEST = 1024;
    private static final Set<String> KNOWN =
            Set.of("name", "phones", "emails", "addresses", "urls", "org", "birthday", "vcard");
    private static final List<String> OTHER_NAMES =
            List.of("first_name", "last_name", "middle_name", "prefix", "suffix");

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public Content check(JsonNode cards) {
        List<ShownContact> shown = new ArrayList<>();
        for (JsonNode card : Fields.array(cards, "contacts", 1, MOST)) {
            shown.add(card(card));
        }
        return Content.freeForm(new ShownContent.Contacts(shown));
    }

    private static ShownContact card(JsonNode card) {
        Fields.onlyKnown(Fields.object(card, "contacts"), KNOWN, "contacts");
        JsonNode name = Fields.object(card.path("name"), "contacts.name");
        String formatted = Fields.text(name.path("formatted_name"), "contacts.name.formatted_name", LONGEST);
        if (OTHER_NAMES.stream().allMatch(part -> name.path(part).asText("").isBlank())) {
            throw GraphErrors.missing("contacts.name.first_name");
        }
        birthday(Fields.optionalText(card.path("birthday"), "contacts.birthday", LONGEST));
        String company = Fields.optionalText(card.path("org").path("company"), "contacts.org.company", LONGEST);
        list(card, "addresses", "street");
        list(card, "urls", "url");
        return new ShownContact(formatted, list(card, "phones", "phone"), list(card, "emails", "email"), company);
    }

    private static List<String> list(JsonNode card, String key, String part) {
        List<String> found = new ArrayList<>();
        if (!Fields.absent(card.path(key))) {
            for (JsonNode entry : Fields.array(card.path(key), "contacts." + key, 0, MOST)) {
                String value = Fields.optionalText(entry.path(part), "contacts." + key + "." + part, LONGEST);
                if (value != null) {
                    found.add(value);
                }
            }
        }
        return found;
    }

    private static void birthday(@Nullable String written) {
        try {
            if (written != null) {
                LocalDate unused = LocalDate.parse(written);
            }
        } catch (DateTimeException e) {
            throw GraphErrors.invalid("contacts.birthday");
        }
    }
}

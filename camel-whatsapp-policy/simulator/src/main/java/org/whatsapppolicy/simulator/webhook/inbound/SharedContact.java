package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * One card among {@link Contacts}.
 *
 * @param formattedName the name; null for a card without one, as when the own number is shared on request
 * @param phone in any notation
 * @param waId the number in digits; null for somebody without WhatsApp
 * @param company where that person works; null leaves it out
 * @param origin {@code contact_request} or {@code other}, as told with user ids; null leaves it out
 */
public record SharedContact(
        @Nullable String formattedName,
        String phone,
        @Nullable String waId,
        @Nullable String company,
        @Nullable String origin) {

    private static final String OTHER = "other";

    /** The card of somebody else. */
    public static SharedContact of(String name, String phone) {
        return new SharedContact(name, phone, phone.replaceAll("\\D", ""), null, null);
    }

    /** The same with a company on it. */
    public SharedContact at(String where) {
        return new SharedContact(formattedName, phone, waId, where, origin);
    }

    /** The same as it is told where people have user ids: origin and vCard instead of a name. */
    public SharedContact asVcard() {
        return new SharedContact(formattedName, phone, waId, company, OTHER);
    }

    /** A person's own number, given on request. */
    public static SharedContact own(String waId) {
        return new SharedContact(null, "+" + waId, waId, null, "contact_request");
    }

    void write(JsonBytes json) {
        boolean card = OTHER.equals(origin);
        json.object();
        if (card) {
            json.put("vcard", vcard());
        } else if (formattedName != null) {
            name(formattedName, json);
        }
        if (!card && company != null) {
            json.object("org").put("company", company).end();
        }
        json.put("origin", origin).array("phones").object();
        json.put("phone", phone).put("wa_id", waId).put("type", "MOBILE");
        json.end().end().end();
    }

    private static void name(String formatted, JsonBytes json) {
        int blank = formatted.indexOf(' ');
        json.object("name")
                .put("first_name", blank < 0 ? formatted : formatted.substring(0, blank))
                .put("last_name", blank < 0 ? null : formatted.substring(blank + 1))
                .put("formatted_name", formatted)
                .end();
    }

    private String vcard() {
        String shown = formattedName == null ? phone : formattedName;
        String tail = waId == null ? "" : ";waid=" + waId;
        String org = company == null ? "" : "\nORG:" + company;
        return "BEGIN:VCARD\nVERSION:3.0\nFN:" + shown + "\nTEL;type=MOBILE" + tail + ":" + phone + org + "\nEND:VCARD";
    }
}

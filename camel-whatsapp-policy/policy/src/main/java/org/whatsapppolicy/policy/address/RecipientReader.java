package org.whatsapppolicy.policy.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recipient from the many ways in which CRMs write phone numbers. Thread-safe; remembers plain E.164 numbers,
 * bounded.
 *
 * <p>What is understood: an international number with {@code +} or {@code 00}; a national number when a region is given; the
 * prefixes {@code tel:} and {@code whatsapp:}; any spaces, dashes, dots, parentheses and slashes between digits; digits of
 * any script; business-scoped user ids such as {@code BR.1A2b3C} and {@code US.ENT.1A2b3C}. Digits without a country sign are
 * read as a number of the region first, and where that is not valid, or no region is given, as an international number whose
 * {@code +} was lost, as WhatsApp's own ids are written. What may be two numbers, has an extension, or is no valid number is
 * refused.
 */
public final class RecipientReader {

    private static final int MOST = 16_384;
    /** Country prefix, dot and up to 128 alphanumerics; a parent id has {@code ENT} between (platform page on BSUIDs). */
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(?:ENT\\.)?[A-Za-z0-9]{1,128}");

    private static final String EXPECTED =
            "expected a phone number with + and country code, or a user id such as BR.1A2b3C";

    /** What the numbering plans say does not depend on who asks: one memory for all readers. */
    private static final KnownNumbers KNOWN = new KnownNumbers(19);

    private final Map<String, Recipient> plain = new ConcurrentHashMap<>();
    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    /**
     * Reads a phone number or a business-scoped user id.
     *
     * @param text what the CRM holds
     * @param region ISO 3166-1 alpha-2 region of numbers written without a country code, or null when there is none
     * @return never null; {@link UnreadableRecipient} when the text names nobody
     */
    public Recipient read(@Nullable String text, @Nullable String region) {
        if (text == null) {
            return new UnreadableRecipient("nothing", EXPECTED);
        }
        if (!isPlain(text)) {
            return readAny(text, region);
        }
        long digits = Long.parseLong(text, 1, text.length(), 10);
        String home = KNOWN.region(digits);
        if (home != null) {
            return new PhoneNumber(text, text, home);
        }
        Recipient known = plain.get(text);
        return known == null ? remembered(text, digits, readAny(text, null)) : known;
    }

    private Recipient remembered(String text, long digits, Recipient read) {
        if (read instanceof PhoneNumber number && number.e164().equals(text)) {
            KNOWN.add(digits, number.region());
        } else {
            if (plain.size() >= MOST) {
                plain.clear();
            }
            plain.put(text, read);
        }
        return read;
    }

    /** Whether it is written as the platform wants it, so that the region does not matter. */
    private static boolean isPlain(String text) {
        if (text.length() < 9 || text.length() > 16 || text.charAt(0) != '+') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private Recipient readAny(String text, @Nullable String region) {
        String id = PhoneText.withoutScheme(text.strip());
        if (USER_ID.matcher(id).matches()) {
            return new UserId(id);
        }
        PhoneText phone = PhoneText.of(text);
        if (phone.problem() != null) {
            return new UnreadableRecipient(PhoneText.masked(text), phone.problem() + "; " + EXPECTED);
        }
        Recipient found = phone.international() == null ? null : parse(phone.international(), null);
        if (found == null && phone.national() != null) {
            found = region == null ? null : parse(OneSubscriber.undialled(phone.national(), region), region);
            if (found == null && phone.maybeInternational() != null) {
                found = parse(phone.maybeInternational(), null);
            }
        }
        if (found != null) {
            return found;
        }
        String lost = region == null && phone.international() == null
                ? "not an international number, and no region is known for national ones"
                : "not a valid phone number" + (phone.international() == null ? " of " + region : "");
        return new UnreadableRecipient(PhoneText.masked(text), lost + "; " + EXPECTED);
    }

    private @Nullable PhoneNumber parse(String digits, @Nullable String region) {
        try {
            Phonenumber.PhoneNumber number = phones.parse(digits, region);
            if (number.hasExtension()) {
                return null;
            }
            Phonenumber.PhoneNumber modern = OneSubscriber.modern(phones, number);
            if (!phones.isValidNumber(modern)) {
                return null;
            }
            String e164 = phones.format(modern, PhoneNumberUtil.PhoneNumberFormat.E164);
            String found = phones.getRegionCodeForNumber(modern);
            // The modern form is the same for every way of writing one subscriber, so that it serves as the key as
            // well.
            return new PhoneNumber(e164, e164, found == null ? "001" : found);
        } catch (NumberParseException e) {
            return null;
        }
    }
}

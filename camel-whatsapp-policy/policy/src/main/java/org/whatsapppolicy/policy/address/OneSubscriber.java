package org.whatsapppolicy.policy.address;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Countries in which one subscriber is written in two ways, of which WhatsApp knows either. The modern one is chosen, so that
 * a consent given under one form is found under the other.
 */
final class OneSubscriber {

    private static final int ARGENTINA = 54;
    private static final int BRAZIL = 55;
    private static final int MEXICO = 52;
    /** Long distance and calls to mobiles, until 2019. */
    private static final Pattern MEXICAN_PREFIX = Pattern.compile("0(?:44|45|1|2)([2-9]\\d{9})");

    private OneSubscriber() {}

    /** The digits of a national number without prefixes that nobody dials any more. */
    static String undialled(String digits, String region) {
        Matcher mexican = MEXICAN_PREFIX.matcher(digits);
        return region.equals("MX") && mexican.matches() ? mexican.group(1) : digits;
    }

    /** The same subscriber in the form that is dialled today. */
    static Phonenumber.PhoneNumber modern(PhoneNumberUtil phones, Phonenumber.PhoneNumber number) {
        String national = phones.getNationalSignificantNumber(number);
        return switch (number.getCountryCode()) {
            case BRAZIL -> with(number, brazil(national));
            case MEXICO ->
                with(number, national.length() == 11 && national.startsWith("1") ? national.substring(1) : national);
            case ARGENTINA -> argentina(phones, number, national);
            default -> number;
        };
    }

    /**
     * Mobile numbers got a ninth digit, 9, in front between 2012 and 2016; WhatsApp still knows many without it. Eight digits
     * that begin with 2 to 5 are a landline and stay.
     */
    private static String brazil(String national) {
        return national.length() == 10 && national.charAt(2) >= '6'
                ? national.substring(0, 2) + "9" + national.substring(2)
                : national;
    }

    /** A 9 before the area code marks a mobile in international form; the subscriber's number itself is unique without it. */
    private static Phonenumber.PhoneNumber argentina(
            PhoneNumberUtil phones, Phonenumber.PhoneNumber number, String national) {
        if (national.length() != 10) {
            return number;
        }
        Phonenumber.PhoneNumber mobile = with(number, "9" + national);
        return phones.isValidNumber(mobile) ? mobile : number;
    }

    private static Phonenumber.PhoneNumber with(Phonenumber.PhoneNumber number, String national) {
        return new Phonenumber.PhoneNumber()
                .setCountryCode(number.getCountryCode())
                .setNationalNumber(Long.parseLong(national));
    }
}

package org.whatsapppolicy.policy.address;

/**
 * A phone number that was found valid.
 *
 * @param e164 the number as it is dialled and sent to the platform, with {@code +}
 * @param key one person's key: the same for every form that WhatsApp treats as one subscriber (Brazil with and without the
 *     ninth digit, Mexico with and without the old mobile 1, Argentina with and without the mobile 9). Starts with {@code +}
 * @param region ISO 3166-1 alpha-2 region, {@code US} for a US area code; {@code 001} for numbers of no country
 */
public record PhoneNumber(String e164, String key, String region) implements Recipient {

    @Override
    public String masked() {
        return e164.length() <= 7 ? "+***" : e164.substring(0, 4) + "***" + e164.substring(e164.length() - 2);
    }

    @Override
    public String toString() {
        return "PhoneNumber[" + masked() + "]";
    }
}

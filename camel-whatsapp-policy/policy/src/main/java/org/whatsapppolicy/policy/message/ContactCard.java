package org.whatsapppolicy.policy.message;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A contact card. It is made of a name and what was added to it; entries keep their order.
 *
 * @param name the person
 * @param phones numbers
 * @param emails addresses for e-mail
 * @param addresses postal addresses
 * @param urls web addresses
 * @param organisation where the person works, or null
 * @param birthday or null
 */
public record ContactCard(
        Name name,
        List<Phone> phones,
        List<Email> emails,
        List<Address> addresses,
        List<Url> urls,
        @Nullable Organisation organisation,
        @Nullable LocalDate birthday) {

    /** Copies the lists. */
    public ContactCard {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        addresses = List.copyOf(addresses);
        urls = List.copyOf(urls);
    }

    /** A card with a name alone. */
    public static ContactCard of(String firstName, String lastName) {
        Name name = new Name(firstName + " " + lastName, firstName, lastName, null, null, null);
        return new ContactCard(name, List.of(), List.of(), List.of(), List.of(), null, null);
    }

    /**
     * The same with a further number.
     *
     * @param waId the number as WhatsApp knows it, digits only; without it the card shows a button to invite the person
     */
    public ContactCard withPhone(String phone, String type, @Nullable String waId) {
        return new ContactCard(
                name, more(phones, new Phone(phone, type, waId)), emails, addresses, urls, organisation, birthday);
    }

    /** The same with a further e-mail address. */
    public ContactCard withEmail(String email, String type) {
        return new ContactCard(
                name, phones, more(emails, new Email(email, type)), addresses, urls, organisation, birthday);
    }

    /** The same with a further postal address. */
    public ContactCard withAddress(Address address) {
        return new ContactCard(name, phones, emails, more(addresses, address), urls, organisation, birthday);
    }

    /** The same with a further web address. */
    public ContactCard withUrl(String url, String type) {
        return new ContactCard(name, phones, emails, addresses, more(urls, new Url(url, type)), organisation, birthday);
    }

    /** The same with where the person works. */
    public ContactCard withOrganisation(Organisation where) {
        return new ContactCard(name, phones, emails, addresses, urls, where, birthday);
    }

    /** The same with a birthday. */
    public ContactCard withBirthday(LocalDate day) {
        return new ContactCard(name, phones, emails, addresses, urls, organisation, day);
    }

    Map<String, Object> cloudApi() {
        return JsonFields.with("name", name.cloudApi())
                .and("phones", list(phones, Phone::cloudApi))
                .and("emails", list(emails, Email::cloudApi))
                .and("addresses", list(addresses, Address::cloudApi))
                .and("urls", list(urls, Url::cloudApi))
                .and("org", organisation == null ? null : organisation.cloudApi())
                .and("birthday", birthday == null ? null : birthday.toString())
                .map();
    }

    private static <T> List<T> more(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    private static <T> @Nullable List<Map<String, Object>> list(List<T> list, Function<T, Map<String, Object>> each) {
        return list.isEmpty() ? null : list.stream().map(each).toList();
    }

    @Override
    public String toString() {
        return "ContactCard[]";
    }

    /**
     * A name; the platform wants the whole and at least one part.
     *
     * @param formatted the whole name as it is shown
     * @param first or null
     * @param last or null
     * @param middle or null
     * @param prefix or null
     * @param suffix or null
     */
    public record Name(
            String formatted,
            @Nullable String first,
            @Nullable String last,
            @Nullable String middle,
            @Nullable String prefix,
            @Nullable String suffix) {

        private Map<String, Object> cloudApi() {
            return JsonFields.with("formatted_name", formatted)
                    .and("first_name", first)
                    .and("last_name", last)
                    .and("middle_name", middle)
                    .and("prefix", prefix)
                    .and("suffix", suffix)
                    .map();
        }

        @Override
        public String toString() {
            return "Name[]";
        }
    }

    /**
     * A phone number.
     *
     * @param phone as it is shown
     * @param type such as {@code Mobile}
     * @param waId as WhatsApp knows it, digits only, or null
     */
    public record Phone(String phone, String type, @Nullable String waId) {
        private Map<String, Object> cloudApi() {
            return JsonFields.with("phone", phone)
                    .and("type", type)
                    .and("wa_id", waId)
                    .map();
        }

        @Override
        public String toString() {
            return "Phone[]";
        }
    }

    /**
     * An e-mail address.
     *
     * @param email the address
     * @param type such as {@code Work}
     */
    public record Email(String email, String type) {
        private Map<String, Object> cloudApi() {
            return JsonFields.with("email", email).and("type", type).map();
        }

        @Override
        public String toString() {
            return "Email[]";
        }
    }

    /**
     * A web address.
     *
     * @param url the address
     * @param type such as {@code Company}
     */
    public record Url(String url, String type) {
        private Map<String, Object> cloudApi() {
            return JsonFields.with("url", url).and("type", type).map();
        }

        @Override
        public String toString() {
            return "Url[]";
        }
    }

    /**
     * A postal address.
     *
     * @param street with number, or null
     * @param city or null
     * @param state or null
     * @param zip or null
     * @param country by name, or null
     * @param countryCode ISO 3166 with two letters, or null
     * @param type such as {@code Office}, or null
     */
    public record Address(
            @Nullable String street,
            @Nullable String city,
            @Nullable String state,
            @Nullable String zip,
            @Nullable String country,
            @Nullable String countryCode,
            @Nullable String type) {

        private Map<String, Object> cloudApi() {
            return JsonFields.with("street", street)
                    .and("city", city)
                    .and("state", state)
                    .and("zip", zip)
                    .and("country", country)
                    .and("country_code", countryCode)
                    .and("type", type)
                    .map();
        }

        @Override
        public String toString() {
            return "Address[]";
        }
    }

    /**
     * Where somebody works.
     *
     * @param company by name
     * @param department or null
     * @param title of the person there, or null
     */
    public record Organisation(
            String company,
            @Nullable String department,
            @Nullable String title) {

        private Map<String, Object> cloudApi() {
            return JsonFields.with("company", company)
                    .and("department", department)
                    .and("title", title)
                    .map();
        }

        @Override
        public String toString() {
            return "Organisation[]";
        }
    }
}

package org.whatsapppolicy.policy.document;

import static org.whatsapppolicy.policy.document.Mistake.mistake;
import static org.whatsapppolicy.policy.document.Texts.instead;
import static org.whatsapppolicy.policy.document.Texts.sender;

import java.util.stream.Stream;

/** Mistakes in {@code senders}; whatever might be a token is not shown. */
final class SenderMistakes {

    private SenderMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                mistake(
                        "no phone number id",
                        instead("    phoneNumberId: \"100\"\n", ""),
                        "4:3: found no key `phoneNumberId`, expected phoneNumberId: the platform's id of the number, such as \"{{wa.phone.id}}\""),
                mistake(
                        "a slip in the token's key shows no token",
                        instead("accessToken: \"{{token}}\"", "acessToken: EAABsecret"),
                        "4:3: found no key `accessToken`, expected accessToken: a placeholder that names the token, such as \"{{wa.token}}\"",
                        "6:5: found the key `acessToken`, expected a key of a sender (accessToken, account, phoneNumberId, portfolio, region, templates, throughput, zone); did you mean `accessToken`?"),
                mistake(
                        "a token in the place of an id is not shown",
                        instead("\"100\"", "EAABsecret"),
                        "5:20: found a value that is not shown here, expected an id of digits, or a placeholder in quotes that stands for one"),
                mistake(
                        "a token in a list is not shown",
                        instead("\"{{token}}\"", "[ EAABsecret ]"),
                        "6:18: found a list, expected an access token, best as a placeholder in quotes"),
                mistake(
                        "no token",
                        instead("\"{{token}}\"", ""),
                        "6:17: found nothing, expected an access token, best as a placeholder in quotes"),
                mistake(
                        "a blank token",
                        instead("\"{{token}}\"", "\" \""),
                        "6:18: found a value that is not shown here, expected an access token, best as a placeholder in quotes"),
                mistake(
                                "a token that does not resolve",
                                instead("{{token}}", "{{missing}}"),
                                "6:18: found the placeholder `{{missing}}`, which does not resolve, expected a placeholder that is defined; set the property or the secret it names")
                        .unseenBySchema(),
                mistake(
                                "one of two placeholders that does not resolve",
                                instead("{{token}}", "{{token}}{{missing}}"),
                                "6:18: found one of the placeholders `{{token}}`, `{{missing}}`, which does not resolve, expected a placeholder that is defined; set the property or the secret it names")
                        .unseenBySchema(),
                mistake(
                                "a placeholder that stands for a secret in a wrong place",
                                sender("account: \"{{token}}\""),
                                "7:14: found the placeholder `{{token}}`, which stands for something else, expected an id of digits, or a placeholder in quotes that stands for one")
                        .unseenBySchema(),
                mistake(
                                "a token in the place of a word is not shown",
                                sender("zone: EAAG5ZCx0aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789secret"),
                                "7:11: found `EAAG***`, expected a time zone by its name, such as America/Sao_Paulo")
                        .unseenBySchema(),
                mistake(
                        "a phone number in the place of a word is not shown",
                        sender("zone: \"5511987654321\""),
                        "7:11: found \"55***\", expected a time zone by its name, such as America/Sao_Paulo"),
                mistake(
                                "the default of a placeholder is not shown",
                                sender("account: \"{{account:EAABsecret}}\""),
                                "7:14: found the placeholder `{{account:…}}`, which stands for something else, expected an id of digits, or a placeholder in quotes that stands for one")
                        .unseenBySchema(),
                mistake(
                        "proactive days",
                        sender("proactiveDays: \"3 days/7d\""),
                        "7:5: found the key `proactiveDays`, expected no such key yet: limits on days of proactive messages come with a later release, and this one would not enforce them; remove it"),
                mistake(
                        "automatic throughput",
                        sender("throughput: auto"),
                        "7:17: found `auto`, expected messages a second, such as `80` or `80/s`, or `none` for no limit; `auto` comes with a later release"),
                mistake(
                        "a throughput of nought",
                        sender("throughput: 0"),
                        "7:17: found the number 0, expected messages a second, such as `80` or `80/s`, or `none` for no limit"),
                mistake(
                        "a throughput a minute",
                        sender("throughput: 80/m"),
                        "7:17: found `80/m`, expected messages a second, such as `80` or `80/s`, or `none` for no limit"),
                mistake(
                                "a zone with a slip",
                                sender("zone: America/Sao_Paolo"),
                                "7:11: found `America/Sao_Paolo`, expected a time zone by its name, such as America/Sao_Paulo; did you mean `America/Sao_Paulo`?")
                        .unseenBySchema(),
                mistake(
                        "a zone as an offset",
                        sender("zone: \"-03:00\""),
                        "7:11: found \"-03:00\", expected a time zone by its name, such as America/Sao_Paulo"),
                mistake(
                        "templates with a slip",
                        sender("templates: sinced"),
                        "7:16: found `sinced`, expected `synced`, or the resource that declares them, such as classpath:templates.yaml; did you mean `synced`?"),
                mistake(
                        "a portfolio that is a number",
                        sender("portfolio: 12"),
                        "7:16: found the number 12, expected the name of a business portfolio; write \"12\" in quotes"),
                mistake(
                        "a key nobody knows",
                        sender("phone: \"100\""),
                        "7:5: found the key `phone`, expected a key of a sender (accessToken, account, phoneNumberId, portfolio, region, templates, throughput, zone)"));
    }
}

package org.whatsapppolicy.policy.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an act of consent is known from (S-11).
 *
 * @param act when the person acted, at the source of the record
 * @param source by which road we know: {@code keyword}, {@code button}, {@code signup}, {@code double-opt-in}, {@code crm},
 *     {@code import}, {@code user-preferences}, {@code error-131050}, {@code email}, {@code sms}, …
 * @param actor who entered it, or null when it was the person
 * @param document wording or document version agreed to, or null
 * @param language language of that wording, or null
 * @param reference what proves it: a form id, a message id, a URL; or null
 */
public record Evidence(
        Instant act,
        String source,
        @Nullable String actor,
        @Nullable String document,
        @Nullable String language,
        @Nullable String reference) {

    /** The same of an act at that time. */
    public Evidence at(Instant time) {
        return new Evidence(time, source, actor, document, language, reference);
    }

    /** Whether the act was the person's own, so that it may lift an earlier opt-out (S-12). */
    public boolean byPerson() {
        return switch (source) {
            case "keyword", "button", "signup", "double-opt-in" -> true;
            default -> false;
        };
    }

    /** Whether its time is one of the platform's clock. */
    boolean toldByPlatform() {
        return inChat() || byApp();
    }

    /** Whether the person typed or tapped it in the chat (S-17). */
    public boolean inChat() {
        return source.equals("keyword") || source.equals("button");
    }

    /** Whether something proves the act: a wording that was agreed to, or a reference (S-11). */
    public boolean proven() {
        return document != null || reference != null;
    }

    /** Whether the platform itself tells what the person chose in the app's own menu. */
    boolean byApp() {
        return source.equals("user-preferences") || source.equals("error-131050");
    }
}

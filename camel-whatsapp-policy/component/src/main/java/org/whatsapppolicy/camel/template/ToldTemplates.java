package org.whatsapppolicy.camel.template;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.Sender;
import org.whatsapppolicy.policy.inbound.Announced;
import org.whatsapppolicy.policy.inbound.EventKind;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.store.TemplateWord;
import org.whatsapppolicy.store.TemplateWord.What;

/**
 * What the platform tells by webhook of templates that a file declares. The file is what the operator believes; of it and of what was
 * told since, the stricter counts (S-4), so a template that was told to be marketing, or paused, is that although its file says
 * otherwise.
 */
final class ToldTemplates {

    private ToldTemplates() {}

    /**
     * What is to be kept of news. A category that is only announced is none yet.
     *
     * @param senders those whose templates are declared
     * @param now for news that do not tell their own time
     */
    static List<TemplateWord> words(Collection<InboundEvent> news, Collection<Sender> senders, Instant now) {
        List<TemplateWord> words = new ArrayList<>();
        for (InboundEvent event : news) {
            What what = what(event);
            if (what != null && event.told() instanceof Announced told && told.about() != null) {
                String language = told.language();
                String word = told.state();
                if (language != null && word != null) {
                    for (String account : accounts(event, senders)) {
                        Instant at = event.at() == null ? now : event.at();
                        words.add(new TemplateWord(account, told.about(), language, what, word, at));
                    }
                }
            }
        }
        return words;
    }

    private static @Nullable What what(InboundEvent event) {
        if (event.kind() == EventKind.TEMPLATE_STATUS) {
            return What.STATUS;
        }
        boolean effective = event.told() instanceof Announced told && !"ANNOUNCED".equals(told.reason());
        return event.kind() == EventKind.TEMPLATE_CATEGORY && effective ? What.CATEGORY : null;
    }

    /** Of a sender that does not say its account nobody knows better than that the template may be its own. */
    private static Set<String> accounts(InboundEvent event, Collection<Sender> senders) {
        String account = account(event);
        Set<String> accounts = new LinkedHashSet<>();
        for (Sender sender : senders) {
            if (account == null || sender.account() == null || account.equals(sender.account())) {
                accounts.add(Templates.account(sender));
            }
        }
        return accounts;
    }

    private static @Nullable String account(InboundEvent event) {
        return event.delivery().get("entry") instanceof List<?> entries
                        && !entries.isEmpty()
                        && entries.get(0) instanceof Map<?, ?> entry
                        && entry.get("id") instanceof String id
                ? id
                : null;
    }

    /** Declared templates as they really are. */
    static List<Template> corrected(List<Template> declared, List<TemplateWord> words) {
        return declared.stream().map(one -> corrected(one, words)).toList();
    }

    private static Template corrected(Template declared, List<TemplateWord> words) {
        Template found = declared;
        for (TemplateWord word : words) {
            if (word.name().equals(found.name()) && word.language().equals(found.language())) {
                found = word.what() == What.CATEGORY
                        ? of(found, found.status(), found.category().stricter(category(word.word())))
                        : of(found, stricter(found.status(), word.word()), found.category());
            }
        }
        return found;
    }

    private static Template.Status stricter(Template.Status declared, String word) {
        return declared == Template.Status.APPROVED ? TemplateShape.status(word) : declared;
    }

    /** A word that this version does not know may be the strictest. */
    private static Category category(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "AUTHENTICATION" -> Category.AUTHENTICATION;
            case "UTILITY" -> Category.UTILITY;
            default -> Category.MARKETING;
        };
    }

    private static Template of(Template t, Template.Status status, Category category) {
        return new Template(t.account(), t.name(), t.language(), status, category, t.header(), t.body());
    }
}

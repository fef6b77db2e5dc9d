package org.whatsapppolicy.camel.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.Sender;
import org.whatsapppolicy.store.PolicyStore;

/**
 * The templates that are known, as a copy in memory of what the store has: routes fill parameters by it, decisions are made
 * by the store's. Thread-safe.
 */
public final class Templates {

    private record Name(String account, String name) {}

    private volatile Map<Name, Map<String, Template>> known = Map.of();

    /** Reads what the store has. Blocks. */
    public void read(PolicyStore store) {
        Map<Name, Map<String, Template>> next = new HashMap<>();
        for (Template template : store.templates()) {
            next.computeIfAbsent(new Name(template.account(), template.name()), n -> new TreeMap<>())
                    .put(template.language(), template);
        }
        known = Map.copyOf(next);
    }

    /** The template of that name and language, or null. */
    public @Nullable Template find(String account, String name, String language) {
        Map<String, Template> languages = known.get(new Name(account, name));
        return languages == null ? null : languages.get(language);
    }

    /** In which languages the template is known, sorted. */
    public List<String> languages(String account, String name) {
        Map<String, Template> languages = known.get(new Name(account, name));
        return languages == null ? List.of() : new ArrayList<>(languages.keySet());
    }

    /** Whose templates a sender uses: the account's, or its own declared ones. */
    public static String account(Sender sender) {
        String account = sender.account();
        return account == null ? sender.name() : account;
    }
}

package org.whatsapppolicy.store.state;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Template;

/** Templates by account, name and language. Immutable. */
public final class Templates {

    /** None. */
    public static final Templates NONE = of(List.of());

    private static final Comparator<Template> ORDER = Comparator.comparing(Template::account)
            .thenComparing(Template::name)
            .thenComparing(Template::language);

    private final Map<Key, Template> byKey;

    private Templates(Map<Key, Template> byKey) {
        this.byKey = byKey;
    }

    /** These; of several with the same name and language in one account the last. */
    public static Templates of(Collection<Template> templates) {
        Map<Key, Template> map = new HashMap<>();
        templates.forEach(t -> map.put(new Key(t.account(), t.name(), t.language()), t));
        return new Templates(map);
    }

    /** The template, or null. */
    public @Nullable Template find(String account, String name, String language) {
        return byKey.get(new Key(account, name, language));
    }

    /** All, ordered by account, name and language. */
    public List<Template> all() {
        return byKey.values().stream().sorted(ORDER).toList();
    }

    private record Key(String account, String name, String language) {}
}

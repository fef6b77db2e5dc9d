package org.whatsapppolicy.store.memory;

import java.util.List;
import java.util.TreeMap;
import org.whatsapppolicy.store.TemplateWord;
import org.whatsapppolicy.store.state.Millis;

/** What the platform told of templates that a file declares. */
final class MemoryWords {

    private final TreeMap<String, TemplateWord> latest = new TreeMap<>();

    void keep(List<TemplateWord> words) {
        for (TemplateWord told : words) {
            TemplateWord one = new TemplateWord(
                    told.account(), told.name(), told.language(), told.what(), told.word(), Millis.cut(told.at()));
            String key = String.join(
                    "\n", one.account(), one.name(), one.language(), one.what().name());
            latest.merge(key, one, (before, now) -> before.at().isAfter(now.at()) ? before : now);
        }
    }

    List<TemplateWord> of(String account) {
        return latest.values().stream()
                .filter(one -> one.account().equals(account))
                .toList();
    }
}

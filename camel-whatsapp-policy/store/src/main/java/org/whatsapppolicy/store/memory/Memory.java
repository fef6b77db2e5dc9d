package org.whatsapppolicy.store.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.decision.Hearing;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.FreshStore;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.store.PolicyStore.ActivePolicy;
import org.whatsapppolicy.store.PolicyStore.TokenLease;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.Fold;
import org.whatsapppolicy.store.state.Gcra;
import org.whatsapppolicy.store.state.Millis;
import org.whatsapppolicy.store.state.Person;
import org.whatsapppolicy.store.state.Setting;
import org.whatsapppolicy.store.state.Templates;

/** The maps of {@link MemoryStore}; its lock guards them. */
final class Memory {

    final MemoryClock clock;
    final Map<Long, Person> people = new HashMap<>();
    final Map<UUID, Fold.Stored> messages = new LinkedHashMap<>();
    final Map<String, UUID> keys = new HashMap<>();
    private final Map<String, Who> byAddress = new HashMap<>();
    private final Map<Long, Address> addresses = new HashMap<>();
    private final Map<String, Long> rates = new HashMap<>();
    private final StoreOptions options;
    private Setting setting;
    private @Nullable FreshStore declared;

    Memory(StoreOptions options) {
        this.options = options;
        this.clock = new MemoryClock(options);
        this.setting = new Setting(null, clock.now(), null, Templates.NONE, Hearing.NOTHING);
    }

    Setting setting() {
        return setting;
    }

    @Nullable
    Who find(Recipient recipient) {
        return byAddress.get(Address.of(recipient).key());
    }

    Who who(Recipient recipient) {
        Address address = Address.of(recipient);
        return byAddress.computeIfAbsent(address.key(), key -> {
            long id = byAddress.size() + 1L;
            addresses.put(id, address);
            people.put(id, Person.NEW);
            return new Who(id, id);
        });
    }

    Address address(Who who) {
        return Objects.requireNonNull(addresses.get(who.address()));
    }

    void keep(Fold.Written written) {
        if (written.row().asked().key() != null) {
            keys.putIfAbsent(written.row().asked().key(), written.row().asked().id());
        }
        messages.compute(
                written.row().asked().id(),
                (id, before) -> new Fold.Stored(
                        written.row(),
                        written.content() == null && before != null ? before.content() : written.content()));
    }

    Person person(long id) {
        return Objects.requireNonNull(people.get(id));
    }

    PersonFacts facts(long id, Instant since) {
        List<SentMessage> sent = messages.values().stream()
                .map(Fold.Stored::row)
                .filter(row -> row.asked().who() != null && row.asked().who().person() == id)
                .flatMap(row -> Stream.ofNullable(row.counted()))
                .filter(counted -> counted.to().isAfter(since))
                .toList();
        return person(id).facts(sent);
    }

    void replaceTemplates(String account, List<Template> templates) {
        List<Template> all = new ArrayList<>(setting.templates().all());
        all.removeIf(t -> t.account().equals(account));
        all.addAll(templates);
        setting = setting.with(all);
    }

    ActivePolicy activate(PolicyDocument document) {
        ActivePolicy active = setting.active();
        if (active != null && active.revision() >= document.revision()) {
            return active;
        }
        Instant now = clock.now();
        ActivePolicy next = new ActivePolicy(document.revision(), document.hash(), document.text(), now);
        Instant doubted = Setting.doubts(document, declared) ? now : setting.doubtedSince();
        setting = new Setting(
                next, doubted, setting.suppressionImported(), setting.templates(), setting.hearing());
        declared = document.freshStore();
        return next;
    }

    Hearing hear(Hearing.News news) {
        setting = setting.with(Millis.cut(setting.hearing().after(news)));
        return setting.hearing();
    }

    void suppressionImported(Instant at) {
        setting = new Setting(setting.active(), setting.doubtedSince(), at, setting.templates(), setting.hearing());
    }

    TokenLease tokens(String sender, int perSecond, int wanted) {
        Instant now = options.process().instant();
        long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        Gcra taken = Gcra.take(rates.getOrDefault(sender, 0L), nanos, perSecond, wanted);
        rates.put(sender, taken.tat());
        return taken.lease();
    }
}

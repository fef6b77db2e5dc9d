package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.OptOut;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.identity.Held;
import org.whatsapppolicy.store.PersonalData.PastAct;
import org.whatsapppolicy.store.PersonalData.PersonRecord;

/**
 * What of a record may be shown to whoever asks for it by one of the addresses (S-47). Where a phone changed hands (S-23) the record
 * goes on, because caps and opt-outs do; but what it holds from before is of somebody else. What has no date counts as from before.
 */
public final class LatestOwner {

    private static final String BEFORE = "before-change-of-hands";

    private LatestOwner() {}

    /**
     * The record as it may be shown.
     *
     * @param whole everything that is kept
     * @param asked by which address
     * @param addresses of the person, and when each was seen last together with others
     * @param now the store's clock
     */
    public static PersonRecord shown(PersonRecord whole, Recipient asked, Collection<Held> addresses, Instant now) {
        Instant changed = changedHands(whole);
        if (changed == null) {
            return whole;
        }
        List<Recipient> theirs = addresses.stream()
                .filter(held -> held.seen() != null && !held.seen().isBefore(changed))
                .map(Held::address)
                .toList();
        String key = Address.of(asked).key();
        boolean one =
                theirs.stream().anyMatch(address -> Address.of(address).key().equals(key));
        // Who asks by an address that was not seen with the others since is not known to be the one who has them now.
        return one ? since(whole, changed, theirs) : since(whole, now, List.of(asked));
    }

    /** Since when the addresses may be somebody else's, or null: who is told to have changed their number is who they were. */
    private static @Nullable Instant changedHands(PersonRecord whole) {
        Optional<Instant> told = whole.history().stream()
                .filter(PastActs::ofOthers)
                .map(PastAct::at)
                .max(Instant::compareTo);
        if (told.isPresent()) {
            return told.get();
        }
        boolean moved = whole.history().stream().anyMatch(PastActs::moved);
        return moved ? null : whole.facts().quarantinedSince();
    }

    private static PersonRecord since(PersonRecord whole, Instant since, List<Recipient> theirs) {
        PersonFacts facts = whole.facts();
        Instant until = facts.questionedUntil();
        boolean asked = until != null && ConsentAct.Questioned.asked(until).isAfter(since);
        return new PersonRecord(
                theirs,
                new PersonFacts(
                        null,
                        after(facts.lastInbound(), since),
                        consents(facts.consents(), since),
                        asked ? until : null,
                        facts.quarantinedSince(),
                        PersonSettings.NONE,
                        List.of()),
                whole.history().stream().filter(act -> theirs(act, since)).toList(),
                whole.messages().stream()
                        .filter(message -> message.row().asked().taken().isAfter(since))
                        .toList(),
                // A message of the former owner can come late, and an event is kept as it came.
                List.of(),
                since);
    }

    private static boolean theirs(PastAct act, Instant since) {
        boolean later = act.at().isAfter(since) && !act.recorded().isBefore(since);
        return later || (PastActs.ofOthers(act) && act.at().equals(since));
    }

    /** Opt-outs stay in force for whoever has the phone, so that they stand is told; whose act it was is not. */
    private static Consents consents(Consents all, Instant since) {
        return new Consents(
                all.grants().stream()
                        .filter(grant -> grant.evidence().act().isAfter(since))
                        .toList(),
                all.optOuts().stream()
                        .map(optOut -> optOut.evidence().act().isAfter(since)
                                ? optOut
                                : new OptOut(optOut.scope(), new Evidence(since, BEFORE, null, null, null, null)))
                        .toList());
    }

    private static @Nullable Instant after(@Nullable Instant at, Instant since) {
        return at == null || !at.isAfter(since) ? null : at;
    }
}

package org.whatsapppolicy.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.rule.PolicyEngine;

/** Brings one batch of {@link GroupCommit} to the store and its answers back; futures complete after the commit. */
final class Batches {

    private final PolicyStore store;
    private final Supplier<PolicyEngine> engine;

    Batches(PolicyStore store, Supplier<PolicyEngine> engine) {
        this.store = store;
        this.engine = engine;
    }

    /** Does it; what that tells of the store. */
    Contact run(List<Wish<?>> batch) {
        List<Wish.ToDecide> decides = new ArrayList<>();
        List<Wish.ToCheck> checks = new ArrayList<>();
        List<Wish.ToSettle> settles = new ArrayList<>();
        for (Wish<?> wish : batch) {
            if (wish instanceof Wish.ToDecide decide) {
                decides.add(decide);
            } else if (wish instanceof Wish.ToCheck check) {
                checks.add(check);
            } else if (wish instanceof Wish.ToSettle settle) {
                settles.add(settle);
            }
        }
        return after(write(decides, settles), checks, () -> check(checks));
    }

    /** They would wait for a store that is lost as long again: then they are told so. */
    private static Contact after(Contact before, List<? extends Wish<?>> next, Supplier<Contact> tried) {
        if (before.lost() == null) {
            return before.and(tried.get());
        }
        StoreUnavailableException behind = before.lost().forWhoWaitedBehind();
        next.forEach(wish -> wish.fail(behind));
        return before;
    }

    private Contact write(List<Wish.ToDecide> decides, List<Wish.ToSettle> settles) {
        if (decides.isEmpty() && settles.isEmpty()) {
            return Contact.NONE;
        }
        try {
            List<Admission> admissions = store.round(
                    settles.stream().map(Wish.ToSettle::settlement).toList(),
                    decides.stream().map(Wish.ToDecide::request).toList(),
                    engine.get());
            settles.forEach(wish -> wish.future().complete(null));
            for (int i = 0; i < decides.size(); i++) {
                if (admissions.get(i) instanceof Admission.LockedOut out) {
                    decides.get(i).fail(out.why());
                } else {
                    decides.get(i).future().complete(admissions.get(i));
                }
            }
            return Contact.ANSWERED;
        } catch (StoreUnavailableException e) {
            settles.forEach(wish -> wish.fail(e));
            decides.forEach(wish -> wish.fail(e));
            return Contact.failed(e);
        } catch (RuntimeException | Error e) {
            return apart(decides, settles, e);
        }
    }

    /** One request that breaks must not take down those that happen to stand beside it. */
    private Contact apart(List<Wish.ToDecide> decides, List<Wish.ToSettle> settles, Throwable why) {
        if (decides.size() + settles.size() == 1) {
            decides.forEach(wish -> wish.fail(why));
            settles.forEach(wish -> wish.fail(why));
            return Contact.NONE;
        }
        Contact contact = Contact.NONE;
        for (Wish.ToSettle wish : settles) {
            contact = after(contact, List.of(wish), () -> write(List.of(), List.of(wish)));
        }
        for (Wish.ToDecide wish : decides) {
            contact = after(contact, List.of(wish), () -> write(List.of(wish), List.of()));
        }
        return contact;
    }

    private Contact check(List<Wish.ToCheck> checks) {
        if (checks.isEmpty()) {
            return Contact.NONE;
        }
        try {
            List<Decision> decisions =
                    store.check(checks.stream().map(Wish.ToCheck::request).toList(), engine.get());
            for (int i = 0; i < checks.size(); i++) {
                checks.get(i).future().complete(decisions.get(i));
            }
            return Contact.ANSWERED;
        } catch (StoreUnavailableException e) {
            checks.forEach(wish -> wish.fail(e));
            return Contact.failed(e);
        } catch (RuntimeException | Error e) {
            if (checks.size() == 1) {
                checks.forEach(wish -> wish.fail(e));
                return Contact.NONE;
            }
            Contact contact = Contact.NONE;
            for (Wish.ToCheck wish : checks) {
                contact = after(contact, List.of(wish), () -> check(List.of(wish)));
            }
            return contact;
        }
    }
}

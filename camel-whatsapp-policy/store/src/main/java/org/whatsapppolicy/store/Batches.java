package org.whatsapppolicy.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    /** Does it; why the store could not be used, or null. */
    @Nullable
    StoreUnavailableException run(List<Wish<?>> batch) {
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
        StoreUnavailableException away = write(decides, settles);
        if (away == null || away.ofSomeOnly()) {
            return check(checks);
        }
        // They would wait for the store as long again.
        StoreUnavailableException before = away.forWhoWaitedBehind();
        checks.forEach(wish -> wish.fail(before));
        return away;
    }

    private @Nullable StoreUnavailableException write(List<Wish.ToDecide> decides, List<Wish.ToSettle> settles) {
        if (decides.isEmpty() && settles.isEmpty()) {
            return null;
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
        } catch (StoreUnavailableException e) {
            settles.forEach(wish -> wish.fail(e));
            decides.forEach(wish -> wish.fail(e));
            return e;
        } catch (RuntimeException | Error e) {
            apart(decides, settles, e);
        }
        return null;
    }

    /** One request that breaks must not take down those that happen to stand beside it. */
    private void apart(List<Wish.ToDecide> decides, List<Wish.ToSettle> settles, Throwable why) {
        if (decides.size() + settles.size() == 1) {
            decides.forEach(wish -> wish.fail(why));
            settles.forEach(wish -> wish.fail(why));
            return;
        }
        settles.forEach(wish -> write(List.of(), List.of(wish)));
        decides.forEach(wish -> write(List.of(wish), List.of()));
    }

    private @Nullable StoreUnavailableException check(List<Wish.ToCheck> checks) {
        if (checks.isEmpty()) {
            return null;
        }
        try {
            List<Decision> decisions =
                    store.check(checks.stream().map(Wish.ToCheck::request).toList(), engine.get());
            for (int i = 0; i < checks.size(); i++) {
                checks.get(i).future().complete(decisions.get(i));
            }
        } catch (StoreUnavailableException e) {
            checks.forEach(wish -> wish.fail(e));
            return e;
        } catch (RuntimeException | Error e) {
            if (checks.size() == 1) {
                checks.forEach(wish -> wish.fail(e));
            } else {
                checks.forEach(wish -> check(List.of(wish)));
            }
        }
        return null;
    }
}

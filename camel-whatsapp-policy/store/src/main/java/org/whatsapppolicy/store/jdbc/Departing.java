package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Due;
import org.whatsapppolicy.store.Room;
import org.whatsapppolicy.store.jdbc.Claiming.Claim;
import org.whatsapppolicy.store.jdbc.Deciding.Prepared;
import org.whatsapppolicy.store.state.Address;

/**
 * Due messages that are decided by the transaction that finds them: no claim is written, for their rows are locked until then.
 * Nobody is waited for while they are, neither for a message nor for a person, so whoever holds a person and waits for a
 * message never waits for one who waits for him.
 */
final class Departing {

    private final Deciding deciding;

    Departing(Deciding deciding) {
        this.deciding = deciding;
    }

    List<Due> depart(Session session, Room room, Duration lease, Predicate<SendRequest> ready, PolicyEngine engine)
            throws SQLException {
        Claiming.Found found = Claiming.look(session, room);
        if (found.ids().isEmpty()) {
            return List.of();
        }
        Trip loading = new Trip(session);
        Trip.Found<List<Claiming.Loaded>> loaded = Claiming.load(loading, found.ids());
        loading.go();
        List<Claim> claims = staying(session, found, Claiming.whole(session, found, loaded.get(), lease), engine);
        List<Claim> mine =
                claims.stream().filter(claim -> ready.test(claim.request())).toList();
        Map<UUID, Admission.Decided> decided = new HashMap<>();
        for (Admission one : decided(session, mine, engine)) {
            if (one instanceof Admission.Decided now) {
                decided.put(now.messageId(), now);
            }
        }
        // Also those whose person somebody else holds: they are decided by themselves, and waited for in the end (M-1).
        List<Claim> later = claims.stream()
                .filter(claim -> !decided.containsKey(claim.request().id()))
                .toList();
        if (!later.isEmpty()) {
            Claiming.take(session, later, found.now().plus(lease));
        }
        return claims.stream()
                .map(claim ->
                        new Due(claim.request(), decided.get(claim.request().id())))
                .toList();
    }

    /**
     * Those that leave by the sender under which they were found. The others are found under theirs from now on, or as many of them
     * would be taken as there is room for of this one. Not by a document that is no longer in force, or two nodes could go on
     * moving the same.
     */
    private List<Claim> staying(Session session, Claiming.Found found, List<Claim> claims, PolicyEngine engine)
            throws SQLException {
        PolicyDocument document = engine.document();
        List<Claim> moved =
                claims.stream().filter(claim -> claim.moved(document)).toList();
        if (moved.isEmpty() || !deciding.current(session, found.installation(), document)) {
            return claims;
        }
        Claiming.move(session, moved, document);
        return claims.stream().filter(claim -> !claim.moved(document)).toList();
    }

    private List<@Nullable Admission> decided(Session session, List<Claim> mine, PolicyEngine engine)
            throws SQLException {
        if (mine.isEmpty()) {
            return new ArrayList<>();
        }
        List<Prepared> batch = mine.stream()
                .map(claim ->
                        new Prepared(claim.request(), Address.of(claim.request().recipient()), ""))
                .toList();
        Trip locking = new Trip(session);
        Map<String, People.Found> locked = People.lock(locking, Deciding.addresses(batch), false);
        Trip.Found<List<Installation>> found = Installation.load(locking, session.dialect());
        locking.go();
        Installation installation = Installation.only(found.get());
        return deciding.again(session, batch, mine.stream().map(Claim::row).toList(), engine, locked, installation);
    }
}

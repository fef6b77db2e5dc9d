package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.store.Feed;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.Happenings;

/**
 * Tells of grants before they lapse (S-11). A row remembers of which grant it was told, so a renewed one is told of again. One that an
 * opt-out overrules is passed over, which the negative of its number says, until something may have lifted that.
 */
final class Lapsing {

    private static final Duration NEVER = Duration.ofDays(365_000);
    private static final String NOT_TOLD =
            " and (lapse_told_of is null or (lapse_told_of <> event_id and lapse_told_of <> -event_id))";
    /** Those that lapse by the document between two instants of their acts, if they do not end before the third by themselves. */
    static final String BY_AGE = "select person_id from consent where kind = 'grant' and scope = ? and act_at > ?"
            + " and act_at <= ? and (expires_at is null or expires_at > ?)" + NOT_TOLD + " order by act_at limit ?";
    /** Those that end by themselves between two instants, if the document does not end those of before the third. */
    static final String BY_THEMSELVES = "select person_id from consent where kind = 'grant' and scope = ?"
            + " and expires_at > ? and expires_at <= ? and act_at > ?" + NOT_TOLD + " order by expires_at limit ?";
    // Skips what somebody works on: it comes again.
    private static final String SOON = "select person_id, event_id from consent where kind = 'grant' and scope = ?"
            + NOT_TOLD
            + " and (expires_at <= ? or act_at <= ?) and (expires_at is null or expires_at > ?) and act_at > ?"
            + " and person_id $in order by person_id $lock $skip";
    private static final String ADDRESSES =
            "select person_id, min(id) from recipient_address where person_id $in group by person_id";
    private static final String TOLD =
            "update consent set lapse_told_of = event_id where kind = 'grant' and scope = ? and person_id $in";

    private static final String PASSED_OVER =
            "update consent set lapse_told_of = -event_id where kind = 'grant' and scope = ? and person_id $in";
    private static final String LOOK_AGAIN =
            "update consent set lapse_told_of = null where kind = 'grant' and lapse_told_of < 0 and person_id $in";

    private Lapsing() {}

    /** What these people agreed to may be in force again. */
    static void lookAgain(Session session, Collection<Long> people) throws SQLException {
        if (!people.isEmpty()) {
            session.update(LOOK_AGAIN, Keys.numbers(people.stream().sorted().toList()));
        }
    }

    /** Whose consents to which purposes will lapse; nobody while nobody wants to hear of it. Only looks. */
    static Map<String, Set<Long>> look(Session session, PolicyDocument document, int max) throws SQLException {
        Installation installation = Installation.load(session);
        Map<String, Set<Long>> found = new LinkedHashMap<>();
        if (!installation.happenings().wants(FeedEvent.Kind.LAPSING)) {
            return found;
        }
        int left = max;
        for (Purpose purpose : document.purposes().values()) {
            Set<Long> people = look(session, purpose, installation.now(), left);
            if (!people.isEmpty()) {
                found.put(purpose.name(), people);
                left -= people.size();
            }
        }
        return found;
    }

    private static Set<Long> look(Session session, Purpose purpose, Instant now, int max) throws SQLException {
        Duration valid = Objects.requireNonNullElse(purpose.consent().validFor(), NEVER);
        Instant soon = now.plus(Feed.LAPSE_AHEAD);
        Instant over = now.minus(valid);
        String scope = Scope.purpose(purpose.name()).text();
        Set<Long> people =
                new TreeSet<>(session.query(BY_AGE, Row::number, scope, over, soon.minus(valid), now, (long) max));
        people.addAll(session.query(BY_THEMSELVES, Row::number, scope, now, soon, over, (long) (max - people.size())));
        return people;
    }

    /** Tells of those that were found, as far as they still stand so. */
    static int tell(Session session, PolicyDocument document, Map<String, Set<Long>> found) throws SQLException {
        Installation installation = Installation.load(session);
        Happenings happenings = installation.happenings();
        int told = 0;
        for (Map.Entry<String, Set<Long>> one : found.entrySet()) {
            Purpose purpose = Objects.requireNonNull(document.purpose(one.getKey()));
            told += tell(session, purpose, one.getValue(), installation.now(), happenings);
        }
        FeedTable.add(session, happenings);
        return told;
    }

    private static int tell(Session session, Purpose purpose, Set<Long> found, Instant now, Happenings happenings)
            throws SQLException {
        Duration valid = Objects.requireNonNullElse(purpose.consent().validFor(), NEVER);
        Instant soon = now.plus(Feed.LAPSE_AHEAD);
        String scope = Scope.purpose(purpose.name()).text();
        Map<Long, Long> acts = new HashMap<>();
        session.query(
                SOON,
                row -> acts.put(row.number(), row.number()) == null,
                scope,
                soon,
                soon.minus(valid),
                now,
                now.minus(valid),
                Keys.numbers(found));
        if (acts.isEmpty()) {
            return 0;
        }
        Keys people = Keys.numbers(acts.keySet().stream().sorted().toList());
        Map<Long, ConsentTable.Loaded> loaded = ConsentTable.load(session, acts.keySet());
        Set<Long> overruled = new TreeSet<>();
        List<Who> who = session.query(ADDRESSES, row -> new Who(row.number(), row.number()), people);
        for (Who one : who) {
            Consents consents = Objects.requireNonNull(loaded.get(one.person())).consents();
            Grant grant = Objects.requireNonNull(consents.grant(purpose.name()));
            Instant lapses = purpose.consent().lapses(grant);
            if (consents.inForce(purpose.name(), purpose.category() == Category.MARKETING, now) != null) {
                overruled.add(one.person());
            } else if (lapses != null) {
                happenings.lapsing(one, Objects.requireNonNull(acts.get(one.person())), lapses, now);
            }
        }
        session.update(TOLD, scope, people);
        if (!overruled.isEmpty()) {
            session.update(PASSED_OVER, scope, Keys.numbers(overruled));
        }
        return acts.size();
    }
}

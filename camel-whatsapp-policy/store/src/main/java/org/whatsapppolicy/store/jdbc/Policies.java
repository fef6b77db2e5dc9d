package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.FreshStore;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.store.PolicyStore.ActivePolicy;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.Setting;

/** The documents that were active; the highest revision is (S-7). */
final class Policies {

    private static final String ACTIVE =
            "select revision, hash, text, activated_at from policy_document" + " order by revision desc limit 1";
    private static final String OTHER = "select revision, hash, text, activated_at from policy_document where hash <> ?"
            + " and revision = (select max(revision) from policy_document)";
    private static final String KNOWN = "select id from message where id $in";
    private static final String DECLARED = "select fresh_store from policy_document order by revision desc limit 1";
    private static final String INSERT = "insert into policy_document"
            + " (revision, hash, text, fresh_store, activated_at, activated_by) values (?, ?, ?, ?, ?, ?)";

    private Policies() {}

    static @Nullable ActivePolicy active(Session session) throws SQLException {
        return session.first(ACTIVE, Policies::read).orElse(null);
    }

    static Optional<ActivePolicy> otherThan(Session session, String hash) throws SQLException {
        return session.first(OTHER, Policies::read, hash);
    }

    private static ActivePolicy read(Row row) throws SQLException {
        return new ActivePolicy(row.number(), row.text(), row.text(), row.instant());
    }

    static boolean doubt(Session session, Collection<UUID> reported, PolicyDocument document) throws SQLException {
        session.query("select epoch from installation $lock", Row::number);
        Set<UUID> unknown = new HashSet<>(reported);
        session.query(
                        KNOWN,
                        Row::id,
                        Keys.ids(reported.stream().distinct().sorted().toList()))
                .forEach(unknown::remove);
        Installation installation = Installation.load(session);
        if (!Setting.restored(unknown, installation.doubtedSince(), installation.now(), document)) {
            return false;
        }
        session.update("update installation set doubted_since = ?, epoch = epoch + 1", installation.now());
        return true;
    }

    static ActivePolicy activate(Session session, PolicyDocument document, String by) throws SQLException {
        session.query("select epoch from installation $lock", Row::number);
        ActivePolicy active = active(session);
        if (active != null && active.revision() >= document.revision()) {
            if (!active.hash().equals(document.hash())) {
                Installation installation = Installation.load(session);
                Happenings happenings = installation.happenings();
                happenings.ignored(document, installation.now());
                FeedTable.add(session, happenings);
            }
            return active;
        }
        Installation installation = Installation.load(session);
        Instant now = installation.now();
        FreshStore before =
                session.first(DECLARED, row -> FreshStore.valueOf(row.text())).orElse(null);
        if (Setting.doubts(document, before)) {
            session.update("update installation set doubted_since = ?", now);
        }
        session.update(
                INSERT,
                document.revision(),
                document.hash(),
                document.text(),
                document.freshStore().name(),
                now,
                by);
        session.update("update installation set epoch = epoch + 1");
        Happenings happenings = installation.happenings();
        happenings.published(document, now);
        FeedTable.add(session, happenings);
        return new ActivePolicy(document.revision(), document.hash(), document.text(), now);
    }
}

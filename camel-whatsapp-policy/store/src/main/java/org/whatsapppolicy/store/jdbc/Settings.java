package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.store.PolicyStore.ActivePolicy;
import org.whatsapppolicy.store.state.Setting;
import org.whatsapppolicy.store.state.Templates;

/** The setting of decisions, read again only when the epoch moved. Thread-safe. */
final class Settings {

    private volatile @Nullable Cached cached;

    /** As it stands in this transaction. */
    Setting load(Session session, Installation installation) throws SQLException {
        Cached known = cached;
        if (known == null || known.epoch != installation.epoch()) {
            ActivePolicy active = Policies.active(session);
            known = new Cached(
                    installation.epoch(),
                    active,
                    Templates.of(TemplateTable.all(session)),
                    ControlTables.stops(session));
            cached = known;
        }
        return new Setting(
                known.active,
                installation.doubtedSince(),
                installation.suppressionImported(),
                known.templates,
                known.stops,
                installation.hearing());
    }

    private record Cached(long epoch, @Nullable ActivePolicy active, Templates templates, List<Stop> stops) {}
}

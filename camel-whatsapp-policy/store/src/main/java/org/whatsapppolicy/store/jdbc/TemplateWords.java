package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.whatsapppolicy.store.TemplateWord;
import org.whatsapppolicy.store.TemplateWord.What;
import org.whatsapppolicy.store.state.Millis;

/** What the platform told of templates that a file declares. */
final class TemplateWords {

    private static final String KEEP = "insert into template_told (account, name, language, what, word, told_at)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (account, name, language, what)"
            + " do update set word = excluded.word, told_at = excluded.told_at"
            + " where template_told.told_at <= excluded.told_at";
    private static final String OF_ACCOUNT = "select name, language, what, word, told_at from template_told"
            + " where account = ? order by name, language, what";

    private TemplateWords() {}

    static boolean keep(Session session, List<TemplateWord> words) throws SQLException {
        for (TemplateWord one : words) {
            session.update(
                    KEEP,
                    one.account(),
                    one.name(),
                    one.language(),
                    one.what().name(),
                    one.word(),
                    Millis.cut(one.at()));
        }
        return true;
    }

    static List<TemplateWord> of(Session session, String account) throws SQLException {
        return session.query(
                OF_ACCOUNT,
                row -> new TemplateWord(
                        account, row.text(), row.text(), What.valueOf(row.text()), row.text(), row.instant()),
                account);
    }
}

package org.whatsapppolicy.store.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.store.state.Templates;

/** What is known of templates. */
final class TemplateTable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Bulk INSERT = Bulk.insert(
            "template",
            "",
            Bulk.text("account"),
            Bulk.text("name"),
            Bulk.text("language"),
            Bulk.text("status"),
            Bulk.text("category"),
            Bulk.text("header_parameters"),
            Bulk.text("body_parameters"));
    private static final String ALL =
            "select account, name, language, status, category, header_parameters, body_parameters from template";

    private TemplateTable() {}

    static List<Template> all(Session session) throws SQLException {
        return session.query(
                ALL,
                row -> new Template(
                        row.text(),
                        row.text(),
                        row.text(),
                        Template.Status.valueOf(row.text()),
                        Category.valueOf(row.text()),
                        list(row.text()),
                        list(row.text())));
    }

    static void replace(Session session, String account, List<Template> templates) throws SQLException {
        session.query("select epoch from installation $lock", Row::number);
        session.update("delete from template where account = ?", account);
        // Of one that is listed twice the last counts, as in every store.
        session.bulk(
                INSERT,
                Templates.of(templates).all().stream()
                        .map(TemplateTable::values)
                        .toList());
        session.update("update installation set epoch = epoch + 1");
    }

    private static @Nullable Object[] values(Template t) {
        return new Object[] {
            t.account(),
            t.name(),
            t.language(),
            t.status().name(),
            t.category().name(),
            text(t.header()),
            text(t.body())
        };
    }

    private static String text(List<String> list) {
        try {
            return JSON.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> list(String text) {
        try {
            return List.of(JSON.readValue(text, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("found a template row that is not ours: changed by hand?", e);
        }
    }
}

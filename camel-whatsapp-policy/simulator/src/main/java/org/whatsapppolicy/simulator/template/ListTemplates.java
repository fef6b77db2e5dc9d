package org.whatsapppolicy.simulator.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.account.AccountEndpoint;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Page;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.token.Scope;

/** The account's templates, filtered and page by page. */
final class ListTemplates extends AccountEndpoint {

    private final Templates templates;
    private final TemplateFields fields;

    ListTemplates(Templates templates, Numbers numbers, TemplateFields fields) {
        super(numbers);
        this.templates = templates;
        this.fields = fields;
    }

    @Override
    public Route route() {
        return Route.get("/{account}/message_templates", Scope.MANAGEMENT, Operation.LIST_TEMPLATES);
    }

    @Override
    public Reply answer(Call call) {
        List<StoredTemplate> wanted =
                templates.all().stream().filter(stored -> wanted(call, stored)).toList();
        String names = call.text("fields");
        return Page.of(call, wanted, stored -> fields.of(stored, names));
    }

    private boolean wanted(Call call, StoredTemplate stored) {
        SimulatedTemplate template = stored.template();
        TemplateLife life = templates.life(stored);
        return matches(call.text("name"), template.name())
                && matches(call.text("language"), template.language())
                && matches(call.text("status"), template.status())
                && matches(call.text("category"), template.category())
                && matches(call.text("quality_score"), template.quality())
                && matches(call.text("source"), life.generated() ? "AUTO_GENERATED" : "")
                && matches(call.text("correct_category"), life.correctCategory());
    }

    private static boolean matches(@Nullable String wanted, @Nullable String value) {
        return wanted == null || wanted.equalsIgnoreCase(value);
    }
}

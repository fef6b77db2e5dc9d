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

    ListTemplates(Templates templates, Numbers numbers) {
        super(numbers);
        this.templates = templates;
    }

    @Override
    public Route route() {
        return Route.get("/{account}/message_templates", Scope.MANAGEMENT, Operation.LIST_TEMPLATES);
    }

    @Override
    public Reply answer(Call call) {
        List<StoredTemplate> wanted = templates.all().stream()
                .filter(stored -> wanted(call, stored.template()))
                .toList();
        return Page.of(call, wanted, TemplateJson::of);
    }

    private static boolean wanted(Call call, SimulatedTemplate template) {
        return matches(call.text("name"), template.name())
                && matches(call.text("language"), template.language())
                && matches(call.text("status"), template.status())
                && matches(call.text("category"), template.category());
    }

    private static boolean matches(@Nullable String wanted, String value) {
        return wanted == null || wanted.equalsIgnoreCase(value);
    }
}

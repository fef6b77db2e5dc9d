package org.whatsapppolicy.simulator.template;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** An endpoint on the id of a template. A token for any account will do, as all accounts see the same templates. */
abstract class TemplateEndpoint implements Endpoint {

    private final Templates templates;
    private final Numbers numbers;

    TemplateEndpoint(Templates templates, Numbers numbers) {
        this.templates = templates;
        this.numbers = numbers;
    }

    @Override
    public final boolean knows(String id) {
        return id.matches("\\d{1,18}") && templates.gaveOut(Long.parseLong(id));
    }

    @Override
    public final List<String> assets(String id) {
        return numbers.all().stream().map(SimulatedNumber::accountId).toList();
    }

    @Override
    public final Reply answer(Call call) {
        @Nullable StoredTemplate stored = templates.byId(Long.parseLong(call.id()));
        if (stored == null) {
            throw new Refused(GraphErrors.unknownObject(route().method().toLowerCase(Locale.ROOT), call.id()));
        }
        return answer(call, stored);
    }

    abstract Reply answer(Call call, StoredTemplate stored);
}

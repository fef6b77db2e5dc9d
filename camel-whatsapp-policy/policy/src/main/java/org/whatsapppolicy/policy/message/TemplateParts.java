package org.whatsapppolicy.policy.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.message.MessageContent.TemplateUse;

/** Reads from a checked template what the rules compare with the approved one. */
final class TemplateParts {

    private TemplateParts() {}

    static TemplateUse use(Map<?, ?> template) {
        return new TemplateUse(
                String.valueOf(template.get("name")),
                String.valueOf(Rules.at(template, "language", "code")),
                names(parameters(template, "header"), true),
                names(parameters(template, "body"), false));
    }

    /** The parameters of the one component of that type. */
    static List<Map<?, ?>> parameters(Map<?, ?> template, String component) {
        Optional<Map<?, ?>> found = Rules.objects(template.get("components")).stream()
                .filter(c -> Variants.wordOf(c, "type").equals(component))
                .findFirst();
        return found.isPresent() ? Rules.objects(found.get().get("parameters")) : List.of();
    }

    /** @param byType whether a parameter that is no text is called by its type: there is only one of it in a header */
    private static List<String> names(List<Map<?, ?>> parameters, boolean byType) {
        List<String> names = new ArrayList<>();
        for (Map<?, ?> parameter : parameters) {
            @Nullable Object name = parameter.get("parameter_name");
            String type = Variants.wordOf(parameter, "type");
            if (byType && !type.equals("text")) {
                names.add(type);
            } else {
                names.add(name == null ? Integer.toString(names.size() + 1) : name.toString());
            }
        }
        return names;
    }
}

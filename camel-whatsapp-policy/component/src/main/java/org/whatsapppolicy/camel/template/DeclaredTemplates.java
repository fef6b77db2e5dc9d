package org.whatsapppolicy.camel.template;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.Sender;

/** Templates declared in a resource, YAML or JSON: a list, or an object with a list under {@code data} as Graph answers. */
final class DeclaredTemplates {

    private DeclaredTemplates() {}

    /** @throws IllegalArgumentException naming the resource and the mistake */
    static List<Template> read(CamelContext context, Sender sender, String location) {
        try (InputStream in = ResourceHelper.resolveMandatoryResourceAsInputStream(context, location)) {
            Object root = new Load(LoadSettings.builder()
                            .setLabel(location)
                            .setSchema(new CoreSchema())
                            .build())
                    .loadFromInputStream(in);
            Object list = root instanceof Map<?, ?> map ? map.get("data") : root;
            List<Template> templates = new ArrayList<>();
            if (!(list instanceof List<?> entries)) {
                throw new IllegalArgumentException("expected a list of templates");
            }
            for (Object entry : entries) {
                if (!(entry instanceof Map<?, ?> map)) {
                    throw new IllegalArgumentException(
                            "expected each template as an object with name, language, category");
                }
                templates.add(TemplateShape.read(Templates.account(sender), map));
            }
            return templates;
        } catch (IOException | YamlEngineException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Templates of sender " + sender.name() + " in " + location + ": " + e.getMessage(), e);
        }
    }
}

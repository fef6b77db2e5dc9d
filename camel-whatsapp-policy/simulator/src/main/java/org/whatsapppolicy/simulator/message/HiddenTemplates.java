package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whatsapppolicy.simulator.message.type.Content;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.template.Templates;

/**
 * The templates that the platform makes of messages sent directly: one for each text, in which numbers count as variables.
 * Safe for use by several threads.
 */
final class HiddenTemplates {

    /** As many as an unverified account may have. */
    private static final int MOST = 250;

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Set<String> texts = ConcurrentHashMap.newKeySet();
    private final AtomicInteger made = new AtomicInteger();
    private final Templates templates;

    HiddenTemplates(Templates templates) {
        this.templates = templates;
    }

    /** A message went out; makes the template behind it unless there is one, or it was made of a template already. */
    void sent(Content content) {
        ShownContent shown = content.shown();
        if (!content.template() || (shown instanceof ShownContent.Rich rich && rich.template() != null)) {
            return;
        }
        String kind = shown instanceof ShownContent.Rich rich ? rich.kind() : "text";
        String body = shown instanceof ShownContent.Rich rich ? rich.body() : shown.summary();
        ObjectNode component = JsonNodeFactory.instance.objectNode().put("type", "BODY");
        String text = general(body, component);
        if (texts.size() < MOST && texts.add(kind + ' ' + text)) {
            ArrayNode components = JsonNodeFactory.instance.arrayNode().add(component);
            templates.addGenerated(SimulatedTemplate.of(
                            "direct_send_" + kind + "_" + made.incrementAndGet(),
                            "en_US",
                            content.category().toUpperCase(Locale.ROOT))
                    .withComponents(components));
        }
    }

    /** Writes the text with variables in the place of numbers, and the numbers as its example. */
    private static String general(String body, ObjectNode component) {
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        Matcher numbers = NUMBER.matcher(body);
        String text = numbers.replaceAll(number -> {
            found.add(number.group());
            return "{{" + found.size() + "}}";
        });
        component.put("text", text);
        if (!found.isEmpty()) {
            component.putObject("example").putArray("body_text").add(found);
        }
        return text;
    }
}

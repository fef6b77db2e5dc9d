package org.whatsapppolicy.quickstart;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.inbound.EventKind;
import org.whatsapppolicy.policy.inbound.InboundEvent;

/** What happens to the running batch, for a person at a terminal: a line whenever something changes for somebody. Thread-safe. */
public final class AlertLog {

    private final PrintStream out;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> last = new ConcurrentHashMap<>();

    AlertLog(PrintStream out) {
        this.out = out;
    }

    /** Notes what the policy said; called by the route after each send. */
    public void add(
            @Header("person") String person,
            @Header("CamelWhatsAppPolicyDecision") String decision,
            @Header("CamelWhatsAppPolicyReasons") List<String> reasons,
            @Header("CamelWhatsAppPolicyExplanation") String explanation) {
        String verdict = decision + " " + reasons.get(0);
        if (!verdict.equals(last.put(person, verdict))) {
            String evidence = OutcomeTable.evidence(explanation, reasons.get(0));
            out.println("price alerts: " + person + ": " + verdict + ": " + evidence);
        }
    }

    /** Notes what a person's message was taken for; called by the route of the webhook. */
    public void heard(
            @Body InboundEvent event,
            @Header("CamelWhatsAppPolicyIntent") @Nullable String intent,
            @Header("CamelWhatsAppPolicyIntentMatch") @Nullable String match) {
        if (event.kind() == EventKind.PREFERENCE) {
            out.println("heard: " + name(event) + " chose in the app's menu what offers may come");
        } else if (intent != null && !intent.equals("NONE")) {
            out.println("heard: " + name(event) + ": " + intent + (match == null ? "" : ", by " + match));
        }
    }

    private String name(InboundEvent event) {
        return json.valueToTree(event.delivery())
                .at("/entry/0/changes/0/value/contacts/0/profile/name")
                .asText("somebody");
    }
}

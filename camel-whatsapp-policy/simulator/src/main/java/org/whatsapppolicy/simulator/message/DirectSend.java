package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Content;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** Direct Send: a free-form message with a {@code category}, sent as if an approved template stood behind it. */
final class DirectSend {

    private static final Set<String> INTERACTIVE = Set.of("button", "cta_url");
    private static final int LONGEST_BODY = 1024;

    private DirectSend() {}

    /** The content as it goes out; unchanged where the message is none of these. */
    static Content apply(JsonNode root, Content content, AccountTerms terms) {
        JsonNode category = root.path("category");
        JsonNode ttl = root.path("ttl_seconds");
        if (Fields.absent(category)) {
            if (!Fields.absent(ttl)) {
                throw GraphErrors.badParameter("ttl_seconds is possible with Direct Send only.");
            }
            return content;
        }
        String name = Fields.text(category, "category", 64);
        boolean authentication = name.equals("authentication");
        if (!terms.directSend() || (authentication && !terms.directAuthentication())) {
            throw GraphErrors.badParameter("Direct Send isn't enabled for this account.");
        }
        if (!authentication && !name.equals("utility")) {
            throw GraphErrors.badParameter("Direct Send takes the categories utility and authentication only.");
        }
        if (terms.directSendBlocked()) {
            throw GraphErrors.refuse(139200, "Direct Send is blocked for this account.");
        }
        Long seconds = Fields.absent(ttl) ? null : ttl(ttl, authentication ? 900 : 43_200);
        possible(content.shown(), authentication);
        return content.sentDirectly(name, authentication, seconds);
    }

    private static Long ttl(JsonNode ttl, int longest) {
        if (!ttl.isIntegralNumber() || ttl.asLong() < 30 || ttl.asLong() > longest) {
            throw GraphErrors.badParameter("ttl_seconds has to be between 30 and " + longest + ".");
        }
        return ttl.asLong();
    }

    private static void possible(ShownContent shown, boolean authentication) {
        String body = "";
        boolean possible = false;
        if (shown instanceof ShownContent.Text text) {
            possible = true;
            body = text.body();
        } else if (shown instanceof ShownContent.Rich rich) {
            possible = !authentication && INTERACTIVE.contains(rich.kind());
            body = rich.body();
        }
        if (!possible) {
            throw GraphErrors.badParameter("Direct Send does not take messages of this type.");
        }
        if (body.codePointCount(0, body.length()) > LONGEST_BODY) {
            throw GraphErrors.badParameter("A body sent directly has at most " + LONGEST_BODY + " characters.");
        }
    }
}

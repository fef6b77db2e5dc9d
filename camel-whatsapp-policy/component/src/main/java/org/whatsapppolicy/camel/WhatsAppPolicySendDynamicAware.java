package org.whatsapppolicy.camel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.component.SendDynamicAwareSupport;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code toD} from making an endpoint of every person: options that are evaluated per message stay the expressions they
 * are, and the endpoint evaluates them itself.
 */
@SendDynamic("whatsapp-policy")
public class WhatsAppPolicySendDynamicAware extends SendDynamicAwareSupport {

    private static final Set<String> PER_MESSAGE = Set.of(
            "recipient",
            "purpose",
            "sender",
            "template",
            "templateLanguage",
            "idempotencyKey",
            "priority",
            "expiresAt",
            "context",
            "media",
            "mediaType",
            "fileName",
            "caption",
            "replyTo",
            "actedAt",
            "source",
            "actor",
            "document",
            "language",
            "reference",
            "expires",
            "kind",
            "quietHours",
            "frequency",
            "messageId",
            "why");

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) throws Exception {
        return new DynamicAwareEntry(uri, originalUri, properties(uri), null);
    }

    @Override
    public @Nullable String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        String written = entry.getOriginalUri();
        if (written == null || !written.startsWith("whatsapp-policy:") || !written.contains("?")) {
            return null;
        }
        Map<String, Object> kept = new LinkedHashMap<>(entry.getProperties());
        boolean some = false;
        for (Map.Entry<String, Object> option : properties(written).entrySet()) {
            boolean perMessage =
                    PER_MESSAGE.contains(option.getKey()) || option.getKey().startsWith("parameter.");
            if (perMessage && Evaluated.isExpression(option.getValue().toString())) {
                kept.put(option.getKey(), option.getValue());
                some = true;
            }
        }
        if (!some) {
            return null;
        }
        String path = entry.getUri().substring(0, entry.getUri().indexOf('?'));
        return path + "?" + URISupport.createQueryString(kept, false);
    }

    private static Map<String, Object> properties(String uri) throws Exception {
        return URISupport.parseQuery(uri.substring(uri.indexOf('?') + 1), false, true);
    }

    @Override
    public @Nullable Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }

    @Override
    public @Nullable Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }
}

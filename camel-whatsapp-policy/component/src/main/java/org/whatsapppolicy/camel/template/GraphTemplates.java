package org.whatsapppolicy.camel.template;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.policy.answer.PlatformError;
import org.whatsapppolicy.policy.decision.Template;

/**
 * Reads an account's templates from the platform, page by page. One that cannot be read is unknown, and with that denied (S-4): it
 * must not hide what became of the others.
 */
final class GraphTemplates {

    private static final Logger LOG = LoggerFactory.getLogger(GraphTemplates.class);
    private static final String FIELDS = "fields=name,language,status,category,components&limit=200";
    /** An account has 6,000 templates at most; more pages than that go in a circle. */
    private static final int MOST_PAGES = 200;

    private GraphTemplates() {}

    /**
     * @param reader a GET on the account's {@code message_templates}
     * @throws Exception when a page cannot be read: half a list would deny what is approved
     */
    static List<Template> read(String account, Producer reader) throws Exception {
        List<Template> templates = new ArrayList<>();
        String after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Map<String, Object> answer = page(reader, after);
            if (!(answer.get("data") instanceof List<?> data)) {
                throw new IllegalStateException("an answer without data");
            }
            for (Object entry : data) {
                if (entry instanceof Map<?, ?> map) {
                    add(templates, account, map);
                }
            }
            String next = next(answer);
            if (next == null || next.equals(after) || data.isEmpty()) {
                return templates;
            }
            after = next;
        }
        return templates;
    }

    private static void add(List<Template> templates, String account, Map<?, ?> entry) {
        if (entry.get("status") == null) {
            // A declared template needs none.
            LOG.warn("A template that the platform lists without a status is not known: {}", entry.get("name"));
            return;
        }
        try {
            templates.add(TemplateShape.read(account, entry));
        } catch (IllegalArgumentException e) {
            LOG.warn("A template that the platform lists is not known: {}", e.getMessage());
        }
    }

    private static Map<String, Object> page(Producer reader, @Nullable String after) throws Exception {
        Exchange exchange = reader.getEndpoint().createExchange();
        String query = after == null ? FIELDS : FIELDS + "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        exchange.getIn().setHeader(Exchange.HTTP_QUERY, query);
        reader.process(exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        byte[] body = exchange.getMessage().getBody(byte[].class);
        Map<String, Object> answer = body == null ? null : Json.object(body);
        if (status == null || status / 100 != 2 || answer == null) {
            String error = PlatformError.inAnswer(status == null ? 0 : status, answer)
                    .map(PlatformError::toString)
                    .orElse("HTTP " + status);
            throw new IllegalStateException(error);
        }
        return answer;
    }

    /** The cursor of the next page; a last page has none, or one without a link to follow. */
    private static @Nullable String next(Map<String, Object> answer) {
        return answer.get("paging") instanceof Map<?, ?> paging
                        && paging.get("next") != null
                        && paging.get("cursors") instanceof Map<?, ?> cursors
                        && cursors.get("after") instanceof String after
                ? after
                : null;
    }
}

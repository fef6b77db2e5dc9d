package org.whatsapppolicy.camel.template;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.policy.answer.PlatformError;
import org.whatsapppolicy.policy.decision.Template;

/** Reads an account's templates from the platform, page by page. */
final class GraphTemplates {

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
                    templates.add(TemplateShape.read(account, map));
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

package org.whatsapppolicy.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants sent, however it wrote it: JSON, or a form whose fields hold the nested objects as JSON; plain or
 * zipped; the rest of it in the query.
 *
 * @param root a missing node when it cannot be read
 * @param text for the ledger, without the token
 * @param token the token inside, null for none
 * @param proof the {@code appsecret_proof} inside, null for none
 */
record SendBody(
        JsonNode root,
        String text,
        @Nullable String token,
        @Nullable String proof) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TOKEN = "access_token";
    private static final String PROOF = "appsecret_proof";
    private static final int LONGEST_UNZIPPED = 8 << 20;

    static SendBody read(HttpServerRequest request, Buffer received) {
        byte[] bytes = received.getBytes();
        MultiMap headers = request.headers();
        if (headers.contains(HttpHeaders.CONTENT_ENCODING)) {
            byte[] unzipped = unzipped(headers.get(HttpHeaders.CONTENT_ENCODING), bytes);
            if (unzipped == null) {
                return new SendBody(MissingNode.getInstance(), "", null, null);
            }
            bytes = unzipped;
        }
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        boolean form = type != null && type.regionMatches(true, 0, FORM, 0, FORM.length());
        JsonNode root = form ? Parameters.of(fields(bytes)) : parse(bytes);
        return form || request.query() != null
                ? merged(request, root)
                : plain(root, new String(bytes, StandardCharsets.UTF_8));
    }

    private static SendBody plain(JsonNode root, String text) {
        return root.has(TOKEN) ? withSecrets((ObjectNode) root) : new SendBody(root, text, null, null);
    }

    /** What stands in the query counts too, unless the body says otherwise. */
    private static SendBody merged(HttpServerRequest request, JsonNode body) {
        if (!body.isObject() && !body.isMissingNode()) {
            return new SendBody(body, body.toString(), null, null);
        }
        ObjectNode all = Parameters.of(request.params());
        if (body instanceof ObjectNode object) {
            all.setAll(object);
        }
        return withSecrets(all);
    }

    private static SendBody withSecrets(ObjectNode root) {
        String token =
                root.path(TOKEN).isMissingNode() ? null : root.path(TOKEN).asText();
        String proof =
                root.path(PROOF).isMissingNode() ? null : root.path(PROOF).asText();
        root.remove(TOKEN);
        root.remove(PROOF);
        return root.isEmpty()
                ? new SendBody(MissingNode.getInstance(), "", token, proof)
                : new SendBody(root, root.toString(), token, proof);
    }

    private static MultiMap fields(byte[] bytes) {
        MultiMap fields = MultiMap.caseInsensitiveMultiMap();
        new QueryStringDecoder(new String(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8, false)
                .parameters()
                .forEach(fields::set);
        return fields;
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** Null when it cannot be unzipped, or unzips to more than anybody sends. */
    private static byte @Nullable [] unzipped(String encoding, byte[] bytes) {
        if (encoding.equalsIgnoreCase("identity")) {
            return bytes;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            return null;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] whole = in.readNBytes(LONGEST_UNZIPPED);
            return in.read() < 0 ? whole : null;
        } catch (IOException e) {
            return null;
        }
    }
}

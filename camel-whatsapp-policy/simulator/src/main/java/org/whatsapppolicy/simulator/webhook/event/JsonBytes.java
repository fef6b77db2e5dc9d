package org.whatsapppolicy.simulator.webhook.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as Meta does, straight into bytes: no blanks; what lies outside ASCII as {@code \}{@code uxxxx} in lower
 * case; {@code /} with a backslash; and {@code <}, {@code %}, {@code @} as escapes too. A receiver that parses and
 * writes again before it checks the signature fails, as it does in earnest.
 *
 * <p>Methods that take a name are for objects, those without one for arrays. A null value leaves the member out. For one
 * thread; may be used again after {@link #reset}.
 */
public final class JsonBytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final int DEEPEST = 64;
    /** For each ASCII character: 0 as it is, 'u' as a four-digit escape, anything else after a backslash. */
    private static final byte[] ESCAPES = escapes();

    private byte[] bytes = new byte[1024];
    private int length;
    private int depth;
    private final byte[] closers = new byte[DEEPEST];
    private boolean comma;

    /** An empty text. */
    public JsonBytes() {}

    private static byte[] escapes() {
        byte[] table = new byte[128];
        Arrays.fill(table, 0, 32, (byte) 'u');
        table['\n'] = 'n';
        table['\r'] = 'r';
        table['\t'] = 't';
        table['\b'] = 'b';
        table['\f'] = 'f';
        table['"'] = '"';
        table['\\'] = '\\';
        table['/'] = '/';
        table['<'] = 'u';
        table['%'] = 'u';
        table['@'] = 'u';
        return table;
    }

    /** Forgets what was written. */
    public JsonBytes reset() {
        length = 0;
        depth = 0;
        comma = false;
        return this;
    }

    /** A copy of what was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Begins an object: the root, or an element of an array. */
    public JsonBytes object() {
        separate();
        return open('{', '}');
    }

    /** Begins an object as a member. */
    public JsonBytes object(String name) {
        name(name);
        return open('{', '}');
    }

    /** Begins an array as a member. */
    public JsonBytes array(String name) {
        name(name);
        return open('[', ']');
    }

    /** Ends the object or array begun last. */
    public JsonBytes end() {
        append(closers[--depth]);
        comma = true;
        return this;
    }

    /** A text, left out when null. */
    public JsonBytes put(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            text(value);
            comma = true;
        }
        return this;
    }

    /** An integer. */
    public JsonBytes put(String name, long value) {
        name(name);
        raw(Long.toString(value));
        return this;
    }

    /** A number with a fraction, written in the shortest form that gives the same number again. */
    public JsonBytes put(String name, double value) {
        name(name);
        raw(value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value));
        return this;
    }

    /** True or false. */
    public JsonBytes put(String name, boolean value) {
        name(name);
        raw(value ? TRUE : FALSE);
        return this;
    }

    /** A null that is written. */
    public JsonBytes putNull(String name) {
        name(name);
        raw(NULL);
        return this;
    }

    /** A text as an element of an array. */
    public JsonBytes add(String value) {
        separate();
        text(value);
        comma = true;
        return this;
    }

    /** Any tree as a member. */
    public JsonBytes put(String name, JsonNode value) {
        name(name);
        tree(value);
        return this;
    }

    /** The members of an object, into the object begun last. */
    public JsonBytes putAll(JsonNode object) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            put(member.getKey(), member.getValue());
        }
        return this;
    }

    private void tree(JsonNode node) {
        if (node.isObject()) {
            open('{', '}').putAll(node).end();
        } else if (node.isArray()) {
            open('[', ']');
            for (JsonNode element : node) {
                separate();
                tree(element);
            }
            end();
        } else if (node.isTextual()) {
            text(node.textValue());
            comma = true;
        } else {
            raw(node.toString());
        }
    }

    private JsonBytes open(char opener, char closer) {
        append((byte) opener);
        closers[depth++] = (byte) closer;
        comma = false;
        return this;
    }

    private void separate() {
        if (comma) {
            append((byte) ',');
            comma = false;
        }
    }

    private void name(String name) {
        separate();
        text(name);
        append((byte) ':');
    }

    private void raw(String ascii) {
        int count = ascii.length();
        room(count);
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        comma = true;
    }

    private void raw(byte[] ascii) {
        room(ascii.length);
        System.arraycopy(ascii, 0, bytes, length, ascii.length);
        length += ascii.length;
        comma = true;
    }

    private void text(String value) {
        int count = value.length();
        // Room for the worst case at once, so that the loop need not look.
        room(6 * count + 2);
        byte[] to = bytes;
        int at = length;
        to[at++] = '"';
        for (int i = 0; i < count; i++) {
            char c = value.charAt(i);
            byte escape = c < 128 ? ESCAPES[c] : (byte) 'u';
            if (escape == 0) {
                to[at++] = (byte) c;
            } else {
                to[at++] = '\\';
                to[at++] = escape;
                if (escape == 'u') {
                    to[at++] = HEX[c >> 12];
                    to[at++] = HEX[(c >> 8) & 15];
                    to[at++] = HEX[(c >> 4) & 15];
                    to[at++] = HEX[c & 15];
                }
            }
        }
        to[at++] = '"';
        length = at;
    }

    private void append(byte one) {
        room(1);
        bytes[length++] = one;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}

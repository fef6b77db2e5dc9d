package org.whatsapppolicy.policy.answer;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of {@link ErrorClass}, laid out for looking up. A code of its own wins over a range, a subcode over both. */
final class ErrorTable {

    private static final Entry UNKNOWN = new Entry(ErrorClass.UNKNOWN, Wait.NEVER, false);

    private static final Map<Key, Entry> ENTRIES = entries();

    private ErrorTable() {}

    record Entry(ErrorClass errorClass, Wait pause, boolean mayHaveGoneOut) {}

    private record Key(int code, @Nullable Integer subcode) {}

    static Entry find(int code, @Nullable Integer subcode) {
        Entry exact = ENTRIES.get(new Key(code, subcode));
        return exact != null ? exact : ENTRIES.getOrDefault(new Key(code, null), UNKNOWN);
    }

    private static Map<Key, Entry> entries() {
        Map<Key, Entry> entries = new HashMap<>();
        for (ErrorClass errorClass : ErrorClass.values()) {
            for (Codes row : errorClass.rows()) {
                Entry entry = new Entry(errorClass, row.pause(), row.mayHaveGoneOut());
                for (Codes.Range range : row.ranges()) {
                    for (int code = range.from(); code <= range.to(); code++) {
                        if (entries.put(new Key(code, row.subcode()), entry) != null) {
                            throw new IllegalStateException("error code " + code + " stands twice in the table");
                        }
                    }
                }
            }
        }
        return Map.copyOf(entries);
    }
}

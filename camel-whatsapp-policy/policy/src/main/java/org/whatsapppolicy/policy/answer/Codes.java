package org.whatsapppolicy.policy.answer;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the error table: codes that mean the same and are waited for alike.
 *
 * @param ranges inclusive pairs of codes
 * @param subcode the subcode that must stand beside the code, or null for any
 * @param pause before a new attempt, when they refuse
 * @param mayHaveGoneOut whether the message may have been sent in spite of them (M-4)
 */
record Codes(List<Range> ranges, @Nullable Integer subcode, Wait pause, boolean mayHaveGoneOut) {

    record Range(int from, int to) {}

    static Codes codes(int... codes) {
        return new Codes(Arrays.stream(codes).mapToObj(c -> new Range(c, c)).toList(), null, Wait.NEVER, false);
    }

    static Codes range(int from, int to) {
        return new Codes(List.of(new Range(from, to)), null, Wait.NEVER, false);
    }

    Codes with(int subcode) {
        return new Codes(ranges, subcode, pause, mayHaveGoneOut);
    }

    Codes waiting(Wait pause) {
        return new Codes(ranges, subcode, pause, mayHaveGoneOut);
    }

    Codes thatMayHaveGoneOut() {
        return new Codes(ranges, subcode, pause, true);
    }
}

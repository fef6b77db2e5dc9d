package org.whatsapppolicy.policy.message;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Objects made of the platform's own words, so that they get some way into a reader, and of things no JSON has. Written by
 * hand because recursive arbitraries are a hundred times slower.
 */
public final class RandomJson {

    /** Begins every text that stands for content, which no error may repeat. */
    public static final String CONTENT = "zqx ";

    private static final int DEEPEST = 6;

    private final List<String> words;
    private final Random random;

    private RandomJson(List<String> words, Random random) {
        this.words = words;
        this.random = random;
    }

    /** Objects whose names and texts are often some of these words. */
    public static Arbitrary<Map<Object, Object>> objects(List<String> words) {
        return Arbitraries.randomValue(random -> new RandomJson(words, random).object(0));
    }

    private Map<Object, Object> object(int depth) {
        Map<Object, Object> object = new HashMap<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            object.put(random.nextInt(20) == 0 ? odd() : word(), value(depth + 1));
        }
        return object;
    }

    private @Nullable Object value(int depth) {
        int kind = random.nextInt(depth < DEEPEST ? 6 : 3);
        if (kind >= 4) {
            return object(depth);
        }
        if (kind == 3) {
            List<@Nullable Object> list = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(value(depth + 1));
            }
            return list;
        }
        return kind == 2 ? odd() : word();
    }

    private String word() {
        return random.nextInt(8) == 0 ? CONTENT + random.nextInt() : words.get(random.nextInt(words.size()));
    }

    private @Nullable Object odd() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> new Object();
            case 2 -> random.nextInt();
            case 3 -> random.nextInt(3);
            case 4 -> random.nextLong();
            case 5 -> Double.longBitsToDouble(random.nextLong());
            case 6 -> new BigDecimal(new BigInteger(400, random), random.nextInt());
            case 7 -> random.nextBoolean();
            case 8 -> "";
            case 9 -> CONTENT + "\uD83D";
            case 10 -> CONTENT + "\0";
            default -> List.of(131056, 132015, 100, 1).get(random.nextInt(4));
        };
    }
}

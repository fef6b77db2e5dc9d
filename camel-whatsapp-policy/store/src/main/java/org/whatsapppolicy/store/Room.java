package org.whatsapppolicy.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many due messages a node has room for. Senders share it evenly, so that the backlog of one that is slow or stands still
 * keeps nobody else's messages waiting.
 *
 * @param most of all senders together
 * @param ofSender of a sender, by its name, where that is less; 0 for none
 */
public record Room(int most, Map<String, Integer> ofSender) {

    /** Copies the map. */
    public Room {
        ofSender = Map.copyOf(ofSender);
    }

    /** Room for so many, whoever sends them. */
    public static Room of(int most) {
        return new Room(most, Map.of());
    }

    /** The same, and none at all for these senders, by their names. */
    public Room without(Collection<String> senders) {
        Map<String, Integer> others = new HashMap<>(ofSender);
        senders.forEach(sender -> others.put(sender, 0));
        return new Room(most, others);
    }

    /**
     * Divides it: what one cannot use is the others'.
     *
     * @param senders names; when there are more of them than room, the first get it
     * @return how many of each at most; those who get none are missing
     */
    public Map<String, Integer> shares(Collection<String> senders) {
        List<String> fullestFirst =
                senders.stream().sorted(Comparator.comparing(this::of)).toList();
        Map<String, Integer> shares = new HashMap<>();
        int left = most;
        int without = fullestFirst.size();
        for (String sender : fullestFirst) {
            int share = Math.min(of(sender), (left + without - 1) / without);
            if (share > 0) {
                shares.put(sender, share);
                left -= share;
            }
            without--;
        }
        return shares;
    }

    private int of(String sender) {
        return Math.min(most, ofSender.getOrDefault(sender, most));
    }
}

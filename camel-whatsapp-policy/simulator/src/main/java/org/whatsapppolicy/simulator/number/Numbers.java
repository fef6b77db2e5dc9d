package org.whatsapppolicy.simulator.number;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The business phone numbers. As long as none is declared, every numeric id is taken for one, so that a client can be
 * tried without preparation.
 *
 * <p>Safe for use by several threads.
 */
public final class Numbers {

    private static final String STAND_IN_PHONE = "+15550100001";
    private static final String STAND_IN_ACCOUNT = "100000000000001";

    private final ConcurrentHashMap<String, SimulatedNumber> byId = new ConcurrentHashMap<>();
    private final List<SimulatedNumber> declared = new CopyOnWriteArrayList<>();

    /** Declares a number. */
    public SimulatedNumber add(String id, String displayPhoneNumber, String accountId) {
        SimulatedNumber number = new SimulatedNumber(id, displayPhoneNumber, accountId, true);
        if (declared.isEmpty()) {
            byId.clear();
        }
        byId.put(id, number);
        declared.add(number);
        return number;
    }

    /** The declared numbers, in order; the stand-ins seen so far when none is declared. */
    public List<SimulatedNumber> all() {
        return declared.isEmpty() ? new ArrayList<>(byId.values()) : List.copyOf(declared);
    }

    /** Whether any number was declared, so that other ids are unknown. */
    public boolean anyDeclared() {
        return !declared.isEmpty();
    }

    /** The number of that id, null when there is none. */
    public @Nullable SimulatedNumber find(String id) {
        SimulatedNumber known = byId.get(id);
        if (known != null || !declared.isEmpty()) {
            return known;
        }
        return byId.computeIfAbsent(id, any -> new SimulatedNumber(any, STAND_IN_PHONE, STAND_IN_ACCOUNT, false));
    }

    /**
     * The number of that id.
     *
     * @throws IllegalArgumentException when it was not declared although others were
     */
    public SimulatedNumber get(String id) {
        SimulatedNumber number = find(id);
        if (number == null) {
            throw new IllegalArgumentException("no number with id " + id + " was declared");
        }
        return number;
    }

    /** Whether that id is an account's: one of a declared number, or that of the stand-ins. */
    public boolean ownedBy(String accountId) {
        return declared.isEmpty() ? accountId.equals(STAND_IN_ACCOUNT) : knowsAccount(accountId);
    }

    /** Whether templates of that account can be asked for: any account while no number is declared. */
    public boolean knowsAccount(String accountId) {
        return declared.isEmpty()
                || declared.stream().anyMatch(number -> number.accountId().equals(accountId));
    }
}

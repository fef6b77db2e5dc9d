package org.whatsapppolicy.simulator.number;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One business phone number. State may be changed at any moment, from any thread. */
public final class SimulatedNumber {

    private final String id;
    private final String displayPhoneNumber;
    private final String digits;
    private final String accountId;
    private final boolean declared;
    private volatile boolean registered = true;
    private volatile boolean deleted;
    private volatile String qualityRating = "GREEN";
    private volatile String messagingLimit = "TIER_10K";
    private volatile String throughputLevel = "STANDARD";
    private volatile @Nullable Set<String> allowed;

    SimulatedNumber(String id, String displayPhoneNumber, String accountId, boolean declared) {
        this.id = id;
        this.displayPhoneNumber = displayPhoneNumber;
        this.digits = displayPhoneNumber.replaceAll("\\D", "");
        this.accountId = accountId;
        this.declared = declared;
    }

    /** The phone number id, as in paths. */
    public String id() {
        return id;
    }

    /** As shown to people, in any notation. */
    public String displayPhoneNumber() {
        return displayPhoneNumber;
    }

    /** In digits, as in the metadata of webhooks. */
    public String digits() {
        return digits;
    }

    /** The account (WABA) that owns the number and its templates. */
    public String accountId() {
        return accountId;
    }

    /** The number's own calling code, null for a number nobody declared. */
    @Nullable
    String callingCode() {
        return declared ? CallingCode.of(digits) : null;
    }

    /** Unregistered numbers answer 133010. */
    public SimulatedNumber registered(boolean now) {
        registered = now;
        return this;
    }

    /** Whether the number is registered on the Cloud API. */
    public boolean registered() {
        return registered;
    }

    /** Deleted numbers answer 33. */
    public SimulatedNumber deleted(boolean now) {
        deleted = now;
        return this;
    }

    /** Whether the number has been deleted. */
    public boolean deleted() {
        return deleted;
    }

    /** Makes it a test number that may write only to these people; everybody else is answered with 131030. */
    public SimulatedNumber allowOnly(String... people) {
        allowed = Stream.of(people).map(WaId::ofPerson).collect(Collectors.toUnmodifiableSet());
        return this;
    }

    /** Whether the number may write to that address. */
    public boolean mayWriteTo(String address) {
        Set<String> only = allowed;
        return only == null || only.contains(address);
    }

    /** GREEN, YELLOW, RED or UNKNOWN. */
    public SimulatedNumber qualityRating(String now) {
        qualityRating = now;
        return this;
    }

    /** GREEN, YELLOW, RED or UNKNOWN. */
    public String qualityRating() {
        return qualityRating;
    }

    /** TIER_250, TIER_2K, TIER_10K, TIER_100K or TIER_UNLIMITED; told, not enforced. */
    public SimulatedNumber messagingLimit(String now) {
        messagingLimit = now;
        return this;
    }

    /** The tier told in {@code whatsapp_business_manager_messaging_limit}. */
    public String messagingLimit() {
        return messagingLimit;
    }

    /** STANDARD or HIGH; told, not enforced. */
    public SimulatedNumber throughputLevel(String now) {
        throughputLevel = now;
        return this;
    }

    /** The level told in {@code throughput.level}. */
    public String throughputLevel() {
        return throughputLevel;
    }
}

package org.whatsapppolicy.simulator.number;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;

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
    private volatile String status = "CONNECTED";
    private volatile String accountMode = "LIVE";
    private volatile boolean inMaintenance;
    private volatile @Nullable String nameRejection;
    private volatile @Nullable String webhookOverride;
    private final Registration registration = new Registration();
    private final DisplayName displayName = new DisplayName();
    private final Ownership ownership = new Ownership();
    private final BusinessProfile profile = new BusinessProfile();

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

    /**
     * CONNECTED, FLAGGED, RATE_LIMITED, RESTRICTED, BANNED, MIGRATED or PENDING; RESTRICTED and BANNED numbers answer
     * 131031, MIGRATED and PENDING ones 133010.
     */
    public SimulatedNumber status(String now) {
        status = now;
        return this;
    }

    /** The status told; DISCONNECTED while the number is not registered, whatever was set. */
    public String status() {
        return deleted ? "DELETED" : registered || !status.equals("CONNECTED") ? status : "DISCONNECTED";
    }

    /** LIVE or SANDBOX; told only. */
    public SimulatedNumber accountMode(String now) {
        accountMode = now;
        return this;
    }

    /** See {@link #accountMode(String)}. */
    public String accountMode() {
        return accountMode;
    }

    /** Puts the number into maintenance, as during an upgrade of throughput: sends answer 131057. */
    public SimulatedNumber inMaintenance(boolean now) {
        inMaintenance = now;
        return this;
    }

    /** Why the number cannot send at all at the moment; null when it can. */
    public @Nullable GraphError refusal() {
        if (deleted) {
            return GraphErrors.of(33);
        }
        if (!registered) {
            return GraphErrors.of(133010);
        }
        if (inMaintenance) {
            return GraphErrors.of(131057);
        }
        return switch (status) {
            case "CONNECTED", "FLAGGED", "RATE_LIMITED" -> null;
            case "RESTRICTED", "BANNED" -> GraphErrors.of(131031, "The phone number is " + status + ".");
            default -> GraphErrors.of(133010);
        };
    }

    /** The display name in force. */
    public SimulatedNumber verifiedName(String now) {
        displayName.name(now);
        return this;
    }

    /** The display name in force. */
    public String verifiedName() {
        return displayName.name();
    }

    /** APPROVED, AVAILABLE_WITHOUT_REVIEW, PENDING_REVIEW, DECLINED, EXPIRED or NONE; told only. */
    public SimulatedNumber nameStatus(String now) {
        displayName.status(now);
        return this;
    }

    /** Lets review reject new display names for that reason, such as NAME_FORMAT_UNACCEPTABLE; null approves again. */
    public SimulatedNumber rejectNames(@Nullable String reason) {
        nameRejection = reason;
        return this;
    }

    @Nullable
    String nameRejection() {
        return nameRejection;
    }

    /** VERIFIED, NOT_VERIFIED or EXPIRED; numbers that are not verified cannot be registered, 133006. */
    public SimulatedNumber codeVerificationStatus(String now) {
        ownership.status(now);
        return this;
    }

    /** The code that {@code request_code} last sent to the number; null when none is waiting. */
    public @Nullable String verificationCode() {
        return ownership.code();
    }

    /** Sets the two-step PIN of 6 digits, as if by the app; null turns it off. */
    public SimulatedNumber pin(@Nullable String now) {
        registration.pin(now);
        return this;
    }

    /** Where webhooks go by level, narrowest last; empty levels are left out. */
    Map<String, String> webhookAddresses() {
        String own = webhookOverride;
        return own == null ? Map.of() : Map.of("phone_number", own);
    }

    void webhookOverride(@Nullable String address) {
        webhookOverride = address;
    }

    Registration registration() {
        return registration;
    }

    DisplayName displayName() {
        return displayName;
    }

    Ownership ownership() {
        return ownership;
    }

    BusinessProfile profile() {
        return profile;
    }
}

package org.whatsapppolicy.simulator.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** One account (WABA). State may be changed at any moment, from any thread. */
public final class Account {

    private final String id;
    private final Map<String, Signup> signups = new ConcurrentHashMap<>();
    private final AtomicLong signupIds;
    private volatile String name = "Simulated Business";
    private volatile boolean verified;
    private volatile boolean subscribed = true;
    private volatile boolean marketingOnlyByItsOwnPath;
    private volatile @Nullable GraphError refusal;

    Account(String id, AtomicLong signupIds) {
        this.id = id;
        this.signupIds = signupIds;
    }

    /** The id, as in paths and webhooks. */
    public String id() {
        return id;
    }

    /** Sets the name. */
    public Account named(String other) {
        name = other;
        return this;
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** Whether the business is verified, which raises the limit of templates from 250 to 6,000. False to begin with. */
    public Account verified(boolean now) {
        verified = now;
        return this;
    }

    /** See {@link #verified(boolean)}. */
    public boolean verified() {
        return verified;
    }

    /** Whether the app hears of the account by webhook, as after {@code POST /{account}/subscribed_apps}. It does at first. */
    public Account subscribed(boolean now) {
        subscribed = now;
        return this;
    }

    /** See {@link #subscribed(boolean)}. */
    public boolean subscribed() {
        return subscribed;
    }

    /** Sets {@code disable_marketing_messages_on_cloud_api}: marketing by {@code /messages} is answered with 131063. */
    public Account marketingOnlyByItsOwnPath(boolean now) {
        marketingOnlyByItsOwnPath = now;
        return this;
    }

    /** See {@link #marketingOnlyByItsOwnPath(boolean)}. */
    public boolean marketingOnlyByItsOwnPath() {
        return marketingOnlyByItsOwnPath;
    }

    /** Lets all sends of the account be refused with that code, such as 368, 131031 or 131042; 0 ends that. */
    public Account refuseSends(int code) {
        refusal = code == 0 ? null : GraphErrors.of(code);
        return this;
    }

    /** Why the account cannot send at the moment, null when it can. */
    public @Nullable GraphError refusal() {
        return refusal;
    }

    Signup addSignup(Signup.Content content) {
        Signup signup = new Signup(Long.toString(signupIds.incrementAndGet()), content);
        signups.put(signup.id(), signup);
        return signup;
    }

    @Nullable
    Signup signup(String signupId) {
        return signups.get(signupId);
    }

    void change(Signup signup) {
        signups.put(signup.id(), signup);
    }
}

package org.whatsapppolicy.policy.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;

/**
 * What a route may want to know and the policy decides nothing by, but for the time of a call, in typed values. Every field
 * may be missing in what the platform posts: then it is null. Nobody's words stand in it; those are in the raw JSON.
 */
public sealed interface Noticed extends Told
        permits Noticed.Echoed,
                Noticed.HandedOver,
                Noticed.FlowChanged,
                Noticed.History,
                Noticed.Troubled,
                Noticed.Called,
                Noticed.Synced,
                Noticed.GroupChanged,
                Noticed.Other {

    /**
     * The business wrote from its own app, or another application that answers the number did (platform pages on
     * {@code smb_message_echoes} and on standby). It opens no service window.
     *
     * @param wamid the platform's id of the message
     * @param to who it went to
     * @param type the platform's word, such as {@code text}, {@code edit} or {@code revoke}
     */
    record Echoed(
            @Nullable String wamid,
            @Nullable Recipient to,
            @Nullable String type) implements Noticed {}

    /**
     * A conversation went from one application to another (platform page on conversation routing).
     *
     * @param person whose conversation it is
     * @param passed true when its owner gave it away, false when it was taken
     * @param from role of the one who had it, such as {@code ai_agent}
     * @param to role of the one who has it, such as {@code escalation}
     */
    record HandedOver(
            @Nullable Recipient person,
            boolean passed,
            @Nullable String from,
            @Nullable String to) implements Noticed {}

    /**
     * A flow changed its state, or its endpoint is in trouble (platform page on webhooks of flows).
     *
     * @param flow its id
     * @param event what happened, such as {@code FLOW_STATUS_CHANGE} or {@code ENDPOINT_AVAILABILITY}
     * @param state how it is now, such as {@code THROTTLED}; of an alert {@code ACTIVATED} or {@code DEACTIVATED}
     * @param before how it was
     */
    record FlowChanged(
            @Nullable String flow,
            @Nullable String event,
            @Nullable String state,
            @Nullable String before) implements Noticed {}

    /**
     * A part of what was written before the number was connected (platform page on {@code history}).
     *
     * @param phase 0 is the latest day, 2 the oldest
     * @param chunk which part of the phase
     * @param progress how much is told, in percent
     * @param threads of how many conversations it tells
     * @param messages of how many messages
     * @param code the platform's code when the business declined to share its history
     */
    record History(
            @Nullable Integer phase,
            @Nullable Integer chunk,
            @Nullable Integer progress,
            int threads,
            int messages,
            @Nullable Integer code)
            implements Noticed {}

    /**
     * Something went wrong that concerns no message.
     *
     * @param code the platform's error code
     */
    record Troubled(@Nullable Integer code) implements Noticed {}

    /**
     * A call began or ended.
     *
     * @param call its id
     * @param person who called or was called
     * @param event the platform's word, such as {@code connect} or {@code terminate}
     * @param direction {@code USER_INITIATED} or {@code BUSINESS_INITIATED}
     * @param accepted when the two began to talk, once the call is over; null before, and when they never did. It opens the
     *     service window (S-24)
     */
    record Called(
            @Nullable String call,
            @Nullable Recipient person,
            @Nullable String event,
            @Nullable String direction,
            @Nullable Instant accepted)
            implements Noticed {}

    /**
     * The address book of the business's own app changed (platform page on {@code smb_app_state_sync}).
     *
     * @param added so many contacts were added or changed
     * @param removed so many were removed
     */
    record Synced(int added, int removed) implements Noticed {}

    /**
     * A group, its participants or its settings changed.
     *
     * @param group its id
     * @param event the platform's word
     */
    record GroupChanged(@Nullable String group, @Nullable String event) implements Noticed {}

    /**
     * Anything else that has a name: partner solutions, payments, measured events, a change of a person that names no address.
     *
     * @param event the platform's word, or null
     */
    record Other(@Nullable String event) implements Noticed {}
}

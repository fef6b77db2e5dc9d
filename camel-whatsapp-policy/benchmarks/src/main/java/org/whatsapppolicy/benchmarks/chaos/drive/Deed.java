package org.whatsapppolicy.benchmarks.chaos.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that the driver had done. Safe to read when the run is over. */
public sealed interface Deed {

    /** When it was begun, on the monotonic clock. */
    long nanos();

    /** Who it concerns. */
    String phone();

    /** A message was handed to a node. */
    final class Send implements Deed {

        private final long nanos;
        private final String phone;
        private final String purpose;
        private final String key;
        private final boolean async;
        private volatile JsonNode answer = MissingNode.getInstance();
        private volatile long answered;

        Send(long nanos, String phone, String purpose, String key, boolean async) {
            this.nanos = nanos;
            this.phone = phone;
            this.purpose = purpose;
            this.key = key;
            this.async = async;
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public String phone() {
            return phone;
        }

        /** Why. */
        public String purpose() {
            return purpose;
        }

        /** The idempotency key. */
        public String key() {
            return key;
        }

        /** Whether the node was to answer at once. */
        public boolean async() {
            return async;
        }

        /** What the node said; a missing node when it said nothing. */
        public JsonNode answer() {
            return answer;
        }

        /** The header {@code Outcome}, or an empty text. */
        public String outcome() {
            return answer.path("outcome").asText();
        }

        /** When it said that. */
        public long answered() {
            return answered;
        }

        void answered(JsonNode with, long at) {
            answered = at;
            answer = with;
        }
    }

    /**
     * The person agreed.
     *
     * @param purpose to what
     * @param act when
     */
    record Grant(long nanos, String phone, String purpose, Instant act) implements Deed {}

    /** An opt-out came by another road. */
    final class Withdrawal implements Deed {

        private final long nanos;
        private final String phone;
        private final Instant act;
        private volatile @Nullable Long receipt;

        Withdrawal(long nanos, String phone, Instant act) {
            this.nanos = nanos;
            this.phone = phone;
            this.act = act;
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public String phone() {
            return phone;
        }

        /** When the person said so. */
        public Instant act() {
            return act;
        }

        /** When a node said that it is recorded, or null when none did. */
        public @Nullable Long receipt() {
            return receipt;
        }

        void receipt(long at) {
            receipt = at;
        }
    }

    /**
     * The person wrote.
     *
     * @param meaning what they want
     * @param wamid id of what was written
     * @param act the second that the platform tells as its time
     */
    record Written(long nanos, String phone, Meaning meaning, String wamid, Instant act) implements Deed {

        /** Whether it was STOP. */
        public boolean stop() {
            return meaning == Meaning.STOP;
        }

        /** Whether it was START, with which a person agrees to what the policy names for it. */
        public boolean start() {
            return meaning == Meaning.START;
        }
    }

    /**
     * A node was asked for something, and nothing came back that can be read.
     *
     * @param node which
     * @param to when that was clear
     * @param lost how that was clear
     * @param how it ended
     */
    record Unanswered(long nanos, String phone, String node, long to, Lost lost, String how) implements Deed {}

    /** How an answer got lost. */
    enum Lost {
        /** No line came about in the time that the driver gives it: the node was never asked. */
        NOT_ASKED,
        /** The line broke. */
        BROKE,
        /** Nothing came for as long as the driver waits, over a line that was up. */
        WAITED
    }

    /**
     * A node was asked once more, when everything was healed.
     *
     * @param node which
     * @param send what was asked in the last of the tries
     */
    record Probe(long nanos, String phone, String node, Send send) implements Deed {}

    /**
     * When everything was healed, more was handed to all nodes at once than the sender may send in a second.
     *
     * @param phone the first of those it went to
     * @param to when all of it had left
     */
    record Rush(long nanos, String phone, long to) implements Deed {}

    /** What a person wants who writes. */
    enum Meaning {
        /** To talk. */
        TALK,
        /** That messages end. */
        STOP,
        /** That they go on. */
        START
    }
}

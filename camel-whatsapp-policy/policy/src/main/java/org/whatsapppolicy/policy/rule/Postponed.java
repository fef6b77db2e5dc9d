package org.whatsapppolicy.policy.rule;

import java.util.List;

/** Put off without being judged: the message is held and judged when its turn comes. */
enum Postponed implements Rule {
    /** The route wanted it taken and no more. */
    TAKEN(new ReasonCode("taken", "The message was taken; it is decided and sent in the background.")) {
        @Override
        public void judge(Case c) {
            c.defer(code, "to be decided in the background", c.now);
        }
    },
    /** It waited for throughput as long as the purpose allows; what the purpose says of limits decides (S-29). */
    THROUGHPUT(new ReasonCode("throughput", "The sender has no throughput left for the message just now.")) {
        @Override
        public void judge(Case c) {
            c.limited(code, "waited " + c.purpose().maxWait() + " for a turn", c.now, c.now);
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    final ReasonCode code;

    Postponed(ReasonCode code) {
        this.code = code;
    }

    @Override
    public List<ReasonCode> codes() {
        return List.of(code);
    }
}

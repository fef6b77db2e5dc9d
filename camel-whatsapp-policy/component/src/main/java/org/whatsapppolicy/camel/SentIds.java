package org.whatsapppolicy.camel;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.store.MessageIds;

/**
 * Message ids of sends without an idempotency key. They stay on the exchange, so that a redelivery of the route repeats the
 * same message instead of making a second one (S-37); a send of the same message by a loop is another one.
 */
final class SentIds {

    private static final String PROPERTY = "CamelWhatsAppPolicySentIds";
    /**
     * A header with the ids of those that this message has behind it. A redelivery takes it back with the rest of the message,
     * which tells it from what only comes after a redelivery: Camel leaves its own headers there for good.
     */
    private static final String BEHIND = "CamelWhatsAppPolicyBehindIds";

    /** An exchange that sends more than this in one go had better use keys. */
    private static final int MOST = 32;

    private record Sent(String place, Recipient recipient, MessageContent content, UUID id, boolean ended) {
        boolean is(String at, Recipient to, Wording what) {
            return place.equals(at) && recipient.equals(to) && what.same(content);
        }
    }

    private record All(List<Sent> sent) {
        @Override
        public String toString() {
            return sent.size() + " messages";
        }
    }

    private SentIds() {}

    static UUID id(Exchange exchange, String place, Recipient recipient, Wording what, MessageIds ids) {
        All before = exchange.getProperty(PROPERTY, All.class);
        if (before != null) {
            // One whose end nobody was told of comes first: it is what failed and is tried again.
            for (Sent sent : before.sent) {
                if (!sent.ended && sent.is(place, recipient, what)) {
                    return sent.id;
                }
            }
            for (Sent sent : before.sent) {
                if (sent.ended && isRepeated(exchange, sent) && sent.is(place, recipient, what)) {
                    return sent.id;
                }
            }
        }
        UUID id = ids.next();
        remember(exchange, before, new Sent(place, recipient, what.content(), id, false));
        return id;
    }

    private static boolean isRepeated(Exchange exchange, Sent ended) {
        Message message = exchange.getMessage();
        return Boolean.TRUE.equals(message.getHeader(Exchange.REDELIVERED, Boolean.class))
                && !behind(message).contains(ended.id.toString());
    }

    private static String behind(Message message) {
        return message.getHeader(BEHIND, "", String.class);
    }

    /** The route was told what became of it: only a redelivery of its step means the same message from now on. */
    static void ended(Exchange exchange, UUID id) {
        All before = exchange.getProperty(PROPERTY, All.class);
        if (before == null) {
            return;
        }
        String behind = behind(exchange.getMessage());
        List<String> now = new ArrayList<>();
        List<Sent> sent = new ArrayList<>(before.sent.size());
        for (Sent one : before.sent) {
            boolean isIt = one.id.equals(id);
            sent.add(isIt ? new Sent(one.place, one.recipient, one.content, one.id, true) : one);
            if (isIt || behind.contains(one.id.toString())) {
                now.add(one.id.toString());
            }
        }
        if (!now.isEmpty()) {
            exchange.getMessage().setHeader(BEHIND, String.join(" ", now));
        }
        exchange.setProperty(PROPERTY, new All(List.copyOf(sent)));
    }

    private static void remember(Exchange exchange, @Nullable All before, Sent sent) {
        List<Sent> all = new ArrayList<>();
        if (before != null) {
            all.addAll(before.sent.subList(Math.max(0, before.sent.size() - MOST + 1), before.sent.size()));
        }
        all.add(sent);
        exchange.setProperty(PROPERTY, new All(List.copyOf(all)));
    }
}

package org.whatsapppolicy.simulator.people;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.CallEvent;

/** A person's call to the business, told when it begins and when it ends. */
record PhoneCall(People people, Chat chat, String id) {

    void rings(Duration lasted) {
        tell(null);
        people.clock().schedule(lasted, () -> tell(lasted));
    }

    private void tell(@Nullable Duration lasted) {
        String number = chat.number().id();
        people.webhooks()
                .tell(new CallEvent(chat.number(), chat.person().seenBy(number), id, people.millis() / 1000, lasted));
    }
}

package org.whatsapppolicy.simulator.people;

import java.util.List;
import java.util.Objects;
import org.whatsapppolicy.simulator.number.WaId;
import org.whatsapppolicy.simulator.webhook.inbound.Content;
import org.whatsapppolicy.simulator.webhook.inbound.IdentityChange;
import org.whatsapppolicy.simulator.webhook.inbound.NumberChange;
import org.whatsapppolicy.simulator.webhook.inbound.UserIdChange;

/** How a person becomes somebody else to the business, of which every number written with is told. */
record Moves(People people, Person person, Identity identity) {

    void toNumber(String phone) {
        String from = identity.phoneNumber();
        String to = WaId.ofPerson(phone);
        String previous = identity.userId();
        identity.waId = to;
        people.moved(from, to, person);
        people.unlink(previous);
        identity.givenUserId = null;
        tell(new NumberChange(identity.name, from, to, identity.userId(), previous));
    }

    void toUserId(String id) {
        String previous = Objects.requireNonNullElse(identity.userId(), "");
        people.unlink(previous);
        Person unused = person.withUserId(id);
        tell(new UserIdChange(id, previous, identity.parentUserId, null));
    }

    void toIdentity(String hash) {
        tell(new IdentityChange(hash, people.millis() / 1000));
    }

    private void tell(Content change) {
        List<Chat> known = person.chats();
        (known.isEmpty() ? List.of(person.chat()) : known).forEach(chat -> chat.notes(change));
    }
}

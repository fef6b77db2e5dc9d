package org.whatsapppolicy.simulator.check;

import java.util.function.UnaryOperator;
import org.whatsapppolicy.simulator.ledger.LedgerQuery;

/** A number of messages, which further conditions narrow. Immutable. */
public final class MessageCount extends Count {

    private final String what;
    private final UnaryOperator<LedgerQuery> narrowing;

    MessageCount(PersonAssert person, String what, UnaryOperator<LedgerQuery> narrowing) {
        super(person);
        this.what = what;
        this.narrowing = narrowing;
    }

    /** Made of that template. */
    public MessageCount ofTemplate(String name) {
        return narrowed(" of template " + name, query -> query.template(name));
    }

    /** With that text anywhere in the request. */
    public MessageCount containing(String text) {
        return narrowed(" containing \"" + text + "\"", query -> query.containing(text));
    }

    /** With that {@code biz_opaque_callback_data}. */
    public MessageCount withCallbackData(String data) {
        return narrowed(" with callback data " + data, query -> query.callbackData(data));
    }

    /** From that business number. */
    public MessageCount from(String phoneNumberId) {
        return narrowed(" from number " + phoneNumberId, query -> query.number(phoneNumberId));
    }

    private MessageCount narrowed(String words, UnaryOperator<LedgerQuery> further) {
        return new MessageCount(person(), what + words, query -> further.apply(narrowing.apply(query)));
    }

    @Override
    String what() {
        return what;
    }

    @Override
    long of(String address) {
        return narrowing.apply(person().messagesTo(address)).count();
    }
}

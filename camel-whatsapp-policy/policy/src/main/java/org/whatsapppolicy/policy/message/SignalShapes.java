package org.whatsapppolicy.policy.message;

/** What is sent about a message of the person. */
final class SignalShapes {

    static final Shape SIGNAL = Shape.object()
            .required("status", Shape.word("read"))
            .required("message_id", Shape.text())
            .optional("typing_indicator", Shape.object().required("type", Shape.word("text")));

    private SignalShapes() {}
}

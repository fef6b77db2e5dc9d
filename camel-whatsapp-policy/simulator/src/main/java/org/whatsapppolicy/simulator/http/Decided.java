package org.whatsapppolicy.simulator.http;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.ledger.Answered;

/** What the platform decided to answer, ready to be given, or spoilt on the way. */
interface Decided {

    /** What the ledger keeps of it. */
    Answered answered(@Nullable String fault);

    /** Whether a message is on its way now. */
    default boolean accepted() {
        return false;
    }

    /** What happens next; called once the ledger knows of the request. */
    default void afterwards() {}

    void give(HttpServerRequest request);

    /** Announces all of it, gives half of its body and closes the connection in an orderly manner. */
    void giveHalf(HttpServerRequest request);
}

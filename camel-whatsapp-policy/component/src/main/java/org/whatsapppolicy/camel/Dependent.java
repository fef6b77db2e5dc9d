package org.whatsapppolicy.camel;

/** Runs on the service of a component and goes on with the next one, when only the component is stopped and started again. */
interface Dependent {

    /** It stops; nothing of it may be begun any more. */
    default void stopping() {}

    /** This one follows. */
    void follows(PolicyService service) throws Exception;
}

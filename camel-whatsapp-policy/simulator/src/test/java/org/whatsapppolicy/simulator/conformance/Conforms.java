package org.whatsapppolicy.simulator.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which statements of {@code docs/simulator-conformance.md} a test asserts: {@code "C-012"}, or a run of them such
 * as {@code "C-100..C-120"} where a test is given one statement after the other.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Conforms {

    /** The numbers. */
    String[] value();
}

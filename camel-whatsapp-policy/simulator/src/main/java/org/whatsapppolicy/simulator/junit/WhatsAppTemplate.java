package org.whatsapppolicy.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A template the simulator begins with; approved. For headers and all else see {@link WhatsAppSimulator#setup}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface WhatsAppTemplate {

    /** Lower case letters, digits and underscores. */
    String name();

    /** The language a send has to name. */
    String language() default "en_US";

    /** MARKETING, UTILITY or AUTHENTICATION. */
    String category() default "UTILITY";

    /** The text, with {@code {{1}}} or {@code {{name}}} where a send fills something in. */
    String body() default "A template message.";

    /** The labels of quick-reply buttons. */
    String[] quickReplies() default {};
}

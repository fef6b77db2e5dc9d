package org.whatsapppolicy.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a WhatsApp Cloud API for a test on a free loopback port, and closes it afterwards. When the test fails, the
 * story of everything the simulator saw is added to the failure.
 *
 * <pre>{@code
 * @WhatsAppSimulator(token = "secret", clock = "2026-11-25T12:00:00Z")
 * class ParcelTest {
 *
 *     @Test
 *     void tells_of_the_parcel(Simulator simulator, SimulatorClock clock) {
 *         ...
 *         assertThatPerson(simulator, "+15550101001").received("template").exactly(1);
 *     }
 * }
 * }</pre>
 *
 * <p>On a class or a method it configures, and parameters of the test, of its constructor and of its lifecycle methods
 * are given what they ask for by type: {@code Simulator}, {@code SimulatorClock}, {@code People}, {@code Ledger},
 * {@code Faults}, {@code Templates}, {@code Tokens}, {@code Numbers} or {@code Limits}. A method's options replace the
 * class's. On a field or parameter of one of these types it asks for the injection, and configures where neither method
 * nor class does.
 *
 * <p>Every test has a simulator of its own unless {@link #shared} says otherwise, so tests may run in parallel. Several
 * in one test are told apart by {@link #name}. Needs JUnit Jupiter 5.12 or newer.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
@ExtendWith(SimulatorExtension.class)
public @interface WhatsAppSimulator {

    /** Tells several simulators of one test apart. */
    String name() default "";

    /** One simulator for all tests of the class. Implied by a static field and by one test instance for the class. */
    boolean shared() default false;

    /** The id of the business phone number; empty to take every numeric id for one. */
    String number() default "200000000000001";

    /** That number as people see it, with plus sign and country code. */
    String displayNumber() default "+15550100001";

    /** The business account the number belongs to. */
    String account() default "100000000000001";

    /** The only valid token; empty to take every token. */
    String token() default "";

    /** Where a virtual clock starts, such as {@code 2026-11-25T12:00:00Z}; empty for the machine's clock. */
    String clock() default "";

    /** The approved templates. */
    WhatsAppTemplate[] templates() default {};

    /**
     * Where webhooks go, such as {@code http://127.0.0.1:${app.port}/hook}; empty for nowhere. <code>${...}</code> is
     * a configuration parameter of JUnit or a system property, read when the simulator starts.
     */
    String webhook() default "";

    /** What webhooks are signed with. */
    String appSecret() default "app secret";

    /** For everything the builder can and this annotation cannot. */
    Class<? extends SimulatorSetup> setup() default SimulatorSetup.None.class;
}

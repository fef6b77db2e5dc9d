package org.whatsapppolicy.simulator.check;

import java.util.function.LongPredicate;

/** How many of something there have to be. Every method throws an {@link AssertionError} with the person's story. */
abstract sealed class Count permits MessageCount, EventCount {

    private final PersonAssert person;

    Count(PersonAssert person) {
        this.person = person;
    }

    /** What is counted, in words. */
    abstract String what();

    abstract long of(String address);

    /** Exactly so many. */
    public PersonAssert exactly(long wanted) {
        return check("exactly " + wanted, found -> found == wanted);
    }

    /** One. */
    public PersonAssert once() {
        return exactly(1);
    }

    /** None. */
    public PersonAssert never() {
        return check("no", found -> found == 0);
    }

    /** So many or more. */
    public PersonAssert atLeast(long wanted) {
        return check("at least " + wanted, found -> found >= wanted);
    }

    /** So many or fewer. */
    public PersonAssert atMost(long wanted) {
        return check("at most " + wanted, found -> found <= wanted);
    }

    final PersonAssert person() {
        return person;
    }

    private PersonAssert check(String wanted, LongPredicate holds) {
        person.addresses().forEach(address -> {
            long found = of(address);
            if (!holds.test(found)) {
                throw person.failure(address, wanted + " " + what(), found);
            }
        });
        return person;
    }
}

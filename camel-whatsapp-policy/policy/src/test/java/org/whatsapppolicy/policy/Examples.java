package org.whatsapppolicy.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.Sender;

/** Readable defaults for tests of every module: a Tuesday morning in Sao Paulo, one sender, a few people. */
public final class Examples {

    /** Tuesday 2026-03-10, 09:00 in Sao Paulo. */
    public static final Instant TUESDAY_9 = Instant.parse("2026-03-10T12:00:00Z");

    public static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    public static final Recipient ALICE = number("+5511988880001");
    public static final Recipient BRUNO = number("+5511988880002");
    public static final Recipient CAROL_IN_TEXAS = number("+12145550123");

    public static final String PURPOSE = "payment-slip";
    public static final String NEWSLETTER = "newsletter";
    public static final String OTP = "otp";
    public static final String ACCOUNT = "waba-1";

    private Examples() {}

    /** The phone number, read as a route would. */
    public static PhoneNumber number(String text) {
        if (new RecipientReader().read(text, null) instanceof PhoneNumber number) {
            return number;
        }
        throw new IllegalArgumentException("not a phone number");
    }

    public static Sender aSender(String name) {
        return new Sender(name, "1000000001", "{{token}}", ACCOUNT, null, "BR", null, 80, null);
    }

    /** The purpose {@code payment-slip}: utility, opt-in, no caps, no quiet hours. */
    public static PurposeBuilder aPurpose() {
        return new PurposeBuilder(PURPOSE);
    }

    /** The purpose {@code newsletter}: marketing, opt-in with evidence, no caps, no quiet hours. */
    public static PurposeBuilder aMarketingPurpose() {
        return new PurposeBuilder(NEWSLETTER).category(Category.MARKETING).evidence(true);
    }

    /** A document with the sender {@code billing}, {@link #aPurpose()} and {@link #aMarketingPurpose()}. */
    public static DocumentBuilder aDocument() {
        return new DocumentBuilder();
    }

    /** A utility template for {@link #ALICE}, for the purpose {@code payment-slip}. */
    public static RequestBuilder aSend() {
        return new RequestBuilder(PURPOSE).template(PURPOSE);
    }

    /** A marketing template for {@link #ALICE}, for the purpose {@code newsletter}. */
    public static RequestBuilder aMarketingSend() {
        return new RequestBuilder(NEWSLETTER).template(NEWSLETTER);
    }

    /** What is known of somebody who agreed to everything, and an approved template. */
    public static FactsBuilder someFacts() {
        return new FactsBuilder();
    }

    /** An approved template without parameters, named as its purpose. */
    public static Template aTemplate(String name, Category category) {
        return new Template(ACCOUNT, name, "pt_BR", Template.Status.APPROVED, category, List.of(), List.of());
    }

    /** Evidence by a sign-up form, with a reference. */
    public static Evidence signedUp(Instant act) {
        return new Evidence(act, "signup", null, "terms-3", "pt", "form-17");
    }

    /** Evidence by the road named, without anything that proves it. */
    public static Evidence evidence(String source, Instant act) {
        return new Evidence(act, source, null, null, null, null);
    }

    public static Grant aGrant(String purpose, Instant act) {
        return Grant.of(purpose, signedUp(act));
    }

    /** A utility message that was sent and answered within a second. */
    public static SentMessage sent(String purpose, Instant at) {
        Category category = purpose.equals(NEWSLETTER) ? Category.MARKETING : Category.UTILITY;
        return new SentMessage(purpose, category, true, at, at);
    }
}

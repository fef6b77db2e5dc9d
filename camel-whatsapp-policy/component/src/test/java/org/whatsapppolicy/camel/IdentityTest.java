package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.CARLA;
import static org.whatsapppolicy.camel.Rig.header;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.simulator.people.Person;

/** S-22, S-23 by what the platform tells: one person under several addresses, and numbers that pass on. */
class IdentityTest {

    private static final String ID = "BR.1A2b3C4d";

    private final WebhookRig hooked = new WebhookRig(
            Rig.POLICY.replace("    consent: opt-in\n", "    consent: opt-in\n    optIn: [ keyword ]\n"));
    private final Rig rig = hooked.rig();

    @BeforeEach
    void start() throws Exception {
        hooked.start();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private Person ana() {
        return rig.simulator.people().person(ANA);
    }

    /** Sends nothing, so that no status of the platform tells of the person again while the test goes on. */
    private @Nullable Object decision(String address) {
        return header(
                rig.send("whatsapp-policy:check?purpose=slip", List.of("Ana", "amanha"), Rig.slipTo(address)),
                WhatsAppPolicyConstants.DECISION);
    }

    private String reasons(String address) {
        return String.valueOf(header(rig.slip(address), WhatsAppPolicyConstants.REASONS));
    }

    private PersonFacts facts(String address) {
        return rig.store().lookup(rig.recipient(address), Duration.ofDays(1));
    }

    @Test
    @DisplayName("S-22: who wrote with a number and a user id is reached by either, and a stop by one ends both")
    void one_person_under_both_addresses() {
        rig.agreed(ANA, "slip");
        ana().withUserId(ID).writes("Oi, tudo bem?");
        hooked.taken(1);
        assertThat(facts(ID)).isEqualTo(facts(ANA));
        Exchange sent = rig.slip(ID);
        assertThat(header(sent, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        ana().writes("PARAR");
        hooked.taken(2);
        assertThat(reasons(ID)).contains("opted-out");
        assertThat(reasons(ANA)).contains("opted-out");
        assertThat(rig.accepted()).hasSize(1);
    }

    @Test
    @DisplayName("S-22: a person known by a user id alone is messaged where the platform allows it")
    void a_person_known_by_a_user_id_alone() {
        ana().withUserId(ID).withUsername("ana").hidingPhone().writes("Oi!");
        hooked.taken(1);
        assertThat(facts(ANA)).isEqualTo(PersonFacts.UNKNOWN);
        rig.agreed(ID, "slip");
        assertThat(header(rig.slip(ID), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        assertThat(rig.requests()).hasSize(1);
        assertThat(rig.requests().get(0).asked().toString()).doesNotContain(ANA.substring(1));
    }

    @Test
    @DisplayName("S-23: a phone that another user id writes from may have a new owner")
    void a_phone_with_a_new_owner() {
        rig.agreed(ANA, "slip");
        ana().withUserId(ID).writes("Oi!");
        hooked.taken(1);
        assertThat(decision(ANA)).isEqualTo("ALLOW");
        rig.store().moveClock(Rig.MORNING.plus(Duration.ofDays(2)));
        hooked.post(from(
                ANA,
                "BR.77new",
                "wamid.new",
                Rig.MORNING.plus(Duration.ofDays(2)).getEpochSecond()));
        assertThat(facts(ANA).quarantinedSince()).isNotNull();
        // An answer to the new owner is an answer all the same; the next day nothing goes.
        rig.store().moveClock(Rig.MORNING.plus(Duration.ofDays(4)));
        assertThat(reasons(ANA)).contains("consent-quarantined");
        Map<String, Object> record = Map.of(
                WhatsAppPolicyConstants.RECIPIENT,
                ANA,
                WhatsAppPolicyConstants.ACTOR,
                "clerk 7",
                WhatsAppPolicyConstants.ACTED_AT,
                Rig.MORNING.plus(Duration.ofDays(3)),
                WhatsAppPolicyConstants.SOURCE,
                "crm");
        Exchange confirmed = rig.send("whatsapp-policy:consent?action=confirm&purpose=slip", null, record);
        assertThat(header(confirmed, WhatsAppPolicyConstants.EFFECT)).isEqualTo("applied");
        assertThat(decision(ANA)).isEqualTo("ALLOW");
    }

    @Test
    @DisplayName("S-47, S-23: an export under a phone with a new owner shows nothing of the one before, and says so")
    void an_export_under_a_phone_with_a_new_owner() {
        rig.agreed(ANA, "slip");
        ana().withUserId(ID).writes("Oi!");
        hooked.taken(1);
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        // They name the number and the user id too: not after somebody else has the number.
        hooked.statuses(2);
        assertThat(export(ANA)).contains(ID, "slip").doesNotContain("withheldUntil");
        Instant later = Rig.MORNING.plus(Duration.ofDays(2));
        rig.store().moveClock(later);
        hooked.post(from(ANA, "BR.77new", "wamid.new", later.getEpochSecond()));

        assertThat(export(ANA))
                .contains("\"withheldUntil\":\"" + later + "\"", ANA, "BR.77new", "\"messages\":[]", "\"grants\":[]")
                .doesNotContain(ID, "slip", "amanha");
        assertThat(export(ID)).contains("withheldUntil").doesNotContain(ANA, "BR.77new", "amanha");
    }

    @Test
    @DisplayName(
            "S-22, S-23: a lookup says the same by each address, and names no act of an owner before as one that is in force")
    void a_lookup_by_each_address() {
        rig.agreed(ANA, "slip");
        ana().withUserId(ID).writes("Oi!");
        hooked.taken(1);
        assertThat(looked(ANA)).isEqualTo(looked(ID)).contains("ALLOW", "actedAt");
        Instant later = Rig.MORNING.plus(Duration.ofDays(2));
        rig.store().moveClock(later);
        hooked.post(from(ANA, "BR.77new", "wamid.new", later.getEpochSecond()));

        assertThat(looked(ANA)).isEqualTo(looked("BR.77new")).contains("consent-quarantined");
        assertThat(looked(ANA)).doesNotContain("actedAt");
    }

    private String looked(String address) {
        Exchange answer = rig.send(
                "whatsapp-policy:consent?action=lookup", null, Map.of(WhatsAppPolicyConstants.RECIPIENT, address));
        return String.valueOf(header(answer, WhatsAppPolicyConstants.CONSENTS));
    }

    private String export(String address) {
        return String.valueOf(rig.send(
                        "whatsapp-policy:consent?action=export",
                        null,
                        Map.of(WhatsAppPolicyConstants.RECIPIENT, address))
                .getMessage()
                .getBody(String.class));
    }

    @Test
    @DisplayName("S-23: a new owner who begins with START has agreed to every purpose for which a word is enough")
    void a_new_owner_who_begins_with_start() {
        rig.agreed(ANA, "slip").agreed(ANA, "reminder");
        ana().withUserId(ID).writes("Oi!");
        hooked.taken(1);
        Instant later = Rig.MORNING.plus(Duration.ofDays(2));
        rig.store().moveClock(later);
        hooked.post(from(ANA, "BR.77new", "wamid.new", later.getEpochSecond(), "START"));
        assertThat(facts(ANA).quarantinedSince()).isEqualTo(later);
        rig.store().moveClock(later.plus(Duration.ofDays(2)));
        assertThat(decision(ANA)).isEqualTo("ALLOW");
        assertThat(facts(ANA).consents().renewed("reminder", later, rig.store().now()))
                .isTrue();
    }

    @Test
    @DisplayName("S-23: a change of number carries opt-outs over and consent not")
    void a_change_of_number() {
        rig.agreed(ANA, "slip");
        ana().withUserId(ID).stopsOffers();
        hooked.taken(1);
        assertThat(decision(ANA)).isEqualTo("ALLOW");
        ana().changesNumberTo(CARLA);
        hooked.taken(2);
        assertThat(reasons(CARLA)).contains("consent-quarantined");
        assertThat(reasons(ANA)).contains("consent-quarantined");
        assertThat(facts(CARLA).consents().optOuts())
                .hasSize(1)
                .isEqualTo(facts(ANA).consents().optOuts());
        assertThat(header(hooked.events("number-changed").get(0), WhatsAppPolicyConstants.RECIPIENT))
                .isEqualTo(CARLA);
    }

    private static String from(String phone, String id, String wamid, long at) {
        return from(phone, id, wamid, at, "Oi");
    }

    private static String from(String phone, String id, String wamid, long at, String text) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"2001\",\"changes\":[{\"field\":\"messages\","
                + "\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"phone_number_id\":\"1001\"},\"messages\":"
                + "[{\"from\":\"" + phone.substring(1) + "\",\"from_user_id\":\"" + id + "\",\"id\":\"" + wamid
                + "\",\"timestamp\":\"" + at + "\",\"type\":\"text\",\"text\":{\"body\":\"" + text
                + "\"}}]}}]}]}";
    }
}

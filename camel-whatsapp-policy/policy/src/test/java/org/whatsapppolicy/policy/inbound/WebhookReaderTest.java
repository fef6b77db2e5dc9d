package org.whatsapppolicy.policy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.ledger.CallbackData;
import org.whatsapppolicy.policy.ledger.MessageState;

/** M-8: a delivery becomes events; nothing fails, nothing is dropped. */
class WebhookReaderTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final WebhookReader reader = new WebhookReader();

    private List<InboundEvent> read(String json) {
        try {
            return reader.read(MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private List<InboundEvent> change(String field, String value) {
        return read(
                "{'object':'whatsapp_business_account','entry':[{'id':'2001','time':1774353600,'changes':[{'field':'"
                                .replace('\'', '"')
                        + field + "\",\"value\":" + value.replace('\'', '"') + "}]}]}");
    }

    private InboundEvent message(String rest) {
        return change(
                        "messages",
                        "{'metadata':{'phone_number_id':'1001'},'messages':[{'from':'5511987654321','id':'wamid.M',"
                                + "'timestamp':'1774353000'," + rest + "}]}")
                .get(0);
    }

    private static @Nullable String text(InboundEvent event) {
        return event.told() instanceof Told.Written written ? written.text() : "nothing written";
    }

    private static @Nullable String choice(InboundEvent event) {
        return event.told() instanceof Told.Written written ? written.choice() : "nothing written";
    }

    @Test
    void a_message_tells_who_wrote_what_when_and_to_which_number() {
        InboundEvent event = message("'type':'text','text':{'body':'Oi'}");
        assertThat(event.kind()).isEqualTo(EventKind.MESSAGE);
        assertThat(event.key()).isEqualTo(EventKey.message("wamid.M"));
        assertThat(event.phoneNumberId()).isEqualTo("1001");
        assertThat(event.at()).isEqualTo(Instant.ofEpochSecond(1774353000));
        assertThat(event.person()).isInstanceOfSatisfying(PhoneNumber.class, phone -> assertThat(phone.e164())
                .isEqualTo("+5511987654321"));
        assertThat(text(event)).isEqualTo("Oi");
        assertThat(event.raw()).containsEntry("id", "wamid.M");
        assertThat(event).hasToString("InboundEvent[MESSAGE messages]");
    }

    @Test
    @DisplayName(
            "S-22: a user id that stands in place of the phone number as well is one address, and nothing follows from it")
    void an_id_that_stands_twice_is_one_address() {
        InboundEvent event = change(
                        "messages",
                        "{'messages':[{'from':'BR.1A','from_user_id':'BR.1A','id':'wamid.M','timestamp':'1774353000',"
                                + "'type':'text','text':{'body':'Oi'}}]}")
                .get(0);

        assertThat(event.addresses()).containsExactly(new UserId("BR.1A"));
        assertThat(event.sighting("acme", Instant.EPOCH)).isNull();
    }

    @Test
    @DisplayName("S-24: what somebody writes in a group opens the group's window, and not that of the person")
    void a_message_in_a_group_opens_no_window() {
        InboundEvent event = message("'group_id':'Y2FwaV9ncm91cDpB','type':'text','text':{'body':'Oi'}");

        assertThat(event.person()).isNotNull();
        assertThat(text(event)).isEqualTo("Oi");
        assertThat(event.opensWindow()).isNull();
    }

    @Test
    @DisplayName(
            "S-24: what changes an old message, or stands under one, is no new one: it opens no window, and may be an opt-out")
    void an_edit_and_a_reaction_open_no_window() {
        InboundEvent edit = message("'type':'edit','edit':{'original_message_id':'wamid.0','message':"
                + "{'type':'text','text':{'body':'STOP'}}}");
        assertThat(text(edit)).isEqualTo("STOP");
        assertThat(edit.opensWindow()).isNull();
        assertThat(message("'type':'reaction','reaction':{'message_id':'wamid.0','emoji':'x'}")
                        .opensWindow())
                .isNull();
        assertThat(message("'type':'unsupported'").opensWindow()).isNotNull();
    }

    private InboundEvent call(String rest) {
        return change(
                        "calls",
                        "{'metadata':{'phone_number_id':'1001'},'calls':[{'id':'wacid.C','from':'5511987654321',"
                                + "'from_user_id':'BR.1001','to':'551130000001','timestamp':'1774353060'," + rest
                                + "}]}")
                .get(0);
    }

    @Test
    @DisplayName(
            "S-24: a call that was taken opens the window from when the two began to talk, one that nobody took does not")
    void a_call_that_was_taken_opens_the_window() {
        String talked = "'event':'terminate','start_time':'1774353005','status':";
        InboundEvent taken = call(talked + "'COMPLETED','direction':'USER_INITIATED'");
        assertThat(taken.opensWindow()).isEqualTo(Instant.ofEpochSecond(1774353005));
        assertThat(taken.addresses()).hasSize(2);
        assertThat(call(talked + "'COMPLETED','direction':'BUSINESS_INITIATED'").person())
                .isInstanceOfSatisfying(
                        PhoneNumber.class, phone -> assertThat(phone.e164()).isEqualTo("+551130000001"));
        assertThat(call(talked + "'FAILED','direction':'USER_INITIATED'").opensWindow())
                .isNull();
        assertThat(call("'event':'terminate','status':'COMPLETED','direction':'USER_INITIATED'")
                        .opensWindow())
                .as("nobody knows since when")
                .isNull();
        assertThat(call("'event':'connect','direction':'USER_INITIATED'").opensWindow())
                .isNull();
    }

    @Test
    @DisplayName("words are found wherever a person can have put them")
    void words_are_found() {
        assertThat(text(message("'type':'image','image':{'id':'1','caption':'stop'}")))
                .isEqualTo("stop");
        InboundEvent tapped = message("'type':'button','button':{'payload':'opt-out','text':'Sair'}");
        assertThat(text(tapped)).isEqualTo("Sair");
        assertThat(choice(tapped)).isEqualTo("opt-out");
        InboundEvent picked = message(
                "'type':'interactive','interactive':{'type':'list_reply','list_reply':{'id':'row-1','title':'Parar'}}");
        assertThat(text(picked)).isEqualTo("Parar");
        assertThat(choice(picked)).isEqualTo("row-1");
        assertThat(text(message("'type':'edit','edit':{'original_message_id':'wamid.L','message':{'type':'text',"
                        + "'text':{'body':'parar'}}}")))
                .isEqualTo("parar");
        assertThat(text(message("'type':'interactive'"))).isNull();
        assertThat(text(message("'type':'location','location':{'latitude':1}"))).isNull();
    }

    @Test
    @DisplayName("S-16: a number that another application answers at the moment still hears a stop")
    void standby_is_read() {
        InboundEvent event = change(
                        "standby",
                        "{'metadata':{'phone_number_id':'1001'},'standby':{'messages':[{'from':'5511987654321',"
                                + "'id':'wamid.S','timestamp':'1774353000','type':'text','text':{'body':'STOP'}}]}}")
                .get(0);
        assertThat(event.kind()).isEqualTo(EventKind.STANDBY_MESSAGE);
        assertThat(text(event)).isEqualTo("STOP");
    }

    @Test
    void people_without_a_number_are_known_by_their_user_id() {
        InboundEvent event = change(
                        "messages",
                        "{'messages':[{'from_user_id':'BR.1A2b','id':'wamid.U','timestamp':'1','type':'text',"
                                + "'text':{'body':'x'}}]}")
                .get(0);
        assertThat(event.person()).isEqualTo(new UserId("BR.1A2b"));
    }

    @Test
    void who_is_named_twice_is_known_by_both() {
        InboundEvent event =
                message("'from_user_id':'BR.1A2b','from_parent_user_id':'BR.ENT.9','type':'text','text':{'body':'x'}");
        assertThat(event.addresses()).hasSize(3).endsWith(new UserId("BR.1A2b"), new UserId("BR.ENT.9"));
        assertThat(event.person()).isInstanceOf(PhoneNumber.class);
    }

    @ParameterizedTest
    @CsvSource({
        "user_changed_number, NUMBER_CHANGED",
        "user_changed_user_id, USER_ID_CHANGED",
        "customer_identity_changed, IDENTITY_CHANGED",
        "something_new, UNKNOWN"
    })
    void what_the_system_tells_is_no_message_of_the_person(String type, EventKind kind) {
        InboundEvent event = message("'type':'system','system':{'type':'" + type + "','body':'stop'}");
        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.told()).isEqualTo(new Noticed.Other(type));
    }

    @Test
    @DisplayName("S-23: a change of number names the new addresses, and those that were left")
    void a_change_of_number_tells_what_was_left() {
        InboundEvent event = message("'type':'system','system':{'type':'user_changed_number','wa_id':'5511987654322',"
                + "'user_id':'BR.2','previous_user_id':'BR.1'}");
        assertThat(event.addresses()).extracting(Recipient::masked).containsExactly("+551***22", "BR.***");
        assertThat(event.told())
                .isEqualTo(new Told.Left(
                        List.of(new PhoneNumber("+5511987654321", "+5511987654321", "BR"), new UserId("BR.1"))));
        InboundEvent older = message("'type':'system','system':{'type':'user_changed_number','wa_id':'5511987654322'}");
        assertThat(older.told())
                .isEqualTo(new Told.Left(List.of(new PhoneNumber("+5511987654321", "+5511987654321", "BR"))));
    }

    @Test
    @DisplayName("S-23: so does a change of the user id, which leaves no number")
    void a_change_of_the_user_id_tells_what_was_left() {
        InboundEvent event = message("'type':'system','system':{'type':'user_changed_user_id','user_id':'BR.2',"
                + "'previous_user_id':'BR.1'}");
        assertThat(event.addresses()).containsExactly(new UserId("BR.2"));
        assertThat(event.told()).isEqualTo(new Told.Left(List.of(new UserId("BR.1"))));
    }

    @Test
    void a_status_tells_of_which_message_of_ours() {
        UUID ours = new UUID(7, 9);
        InboundEvent event = change(
                        "messages",
                        "{'statuses':[{'id':'wamid.O','status':'failed','timestamp':'1774353000',"
                                + "'recipient_id':'5511987654321','biz_opaque_callback_data':'" + ours
                                + "','errors':[{'code':131050,'title':'x'},{'code':1}]}]}")
                .get(0);
        assertThat(event.key())
                .isEqualTo(EventKey.status("wamid.O", "failed", null))
                .endsWith(":failed");
        assertThat(event.told())
                .isEqualTo(
                        new Told.Moved("wamid.O", new CallbackData(ours, 1), MessageState.FAILED, List.of(131050, 1)));
    }

    @Test
    @DisplayName("S-22, S-47: a key outlives its person and tells nobody the platform's id, which tells the number")
    void a_key_tells_nothing() {
        assertThat(EventKey.message("wamid.M")).startsWith("m:").doesNotContain("wamid");
        assertThat(EventKey.status("wamid.M", "read", "5511987654321"))
                .doesNotContain("wamid", "5511987654321")
                .isNotEqualTo(EventKey.status("wamid.M", "read", null));
    }

    @Test
    void words_this_version_does_not_know_pass_as_they_are() {
        assertThat(change("messages", "{'statuses':[{'id':'wamid.O','status':'RINGING'}]}")
                        .get(0)
                        .told())
                .isNull();
        assertThat(change("brand_new_field", "{'x':1}").get(0).kind()).isEqualTo(EventKind.UNKNOWN);
        assertThat(change("messages", "{'novelty':[1]}").get(0).kind()).isEqualTo(EventKind.UNKNOWN);
        assertThat(message("'type':'hologram','hologram':{}").kind()).isEqualTo(EventKind.MESSAGE);
    }

    @Test
    void a_batch_is_split_in_its_order_and_each_event_can_stand_alone() {
        List<InboundEvent> events = change(
                "messages",
                "{'metadata':{'phone_number_id':'1001'},'contacts':[{'wa_id':'5511987654321'}],'messages':["
                        + "{'from':'5511987654321','id':'a','timestamp':'1','type':'text','text':{'body':'1'}},"
                        + "{'from':'5511987654322','id':'b','timestamp':'2','type':'text','text':{'body':'2'}}],"
                        + "'statuses':[{'id':'c','status':'read','timestamp':'3'}],'errors':[{'code':1}]}");
        assertThat(events)
                .extracting(InboundEvent::key)
                .startsWith(EventKey.message("a"), EventKey.message("b"), EventKey.status("c", "read", null))
                .hasSize(4);
        for (InboundEvent event : events) {
            assertThat(reader.read(event.delivery())).singleElement().isEqualTo(event);
        }
    }

    @Test
    @DisplayName("a repetition has the same key, however its fields are ordered")
    void keys_do_not_depend_on_order() {
        String one = change("account_update", "{'event':'PARTNER_ADDED','info':{'a':1,'b':[1,2]}}")
                .get(0)
                .key();
        String same = change("account_update", "{'info':{'b':[1,2],'a':1},'event':'PARTNER_ADDED'}")
                .get(0)
                .key();
        String other = change("account_update", "{'info':{'b':[2,1],'a':1},'event':'PARTNER_ADDED'}")
                .get(0)
                .key();
        assertThat(one).isEqualTo(same).isNotEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({
        "message_template_status_update, TEMPLATE_STATUS",
        "message_template_quality_update, TEMPLATE_QUALITY",
        "template_category_update, TEMPLATE_CATEGORY",
        "account_update, ACCOUNT",
        "phone_number_quality_update, NUMBER_QUALITY",
        "security, SECURITY",
        "smb_message_echoes, ECHO",
        "history, HISTORY"
    })
    void other_fields_are_one_event_each(String field, EventKind kind) {
        assertThat(change(field, "{'event':'X'}")).singleElement().satisfies(event -> assertThat(event.kind())
                .isEqualTo(kind));
    }

    @Test
    void whatever_stands_there_it_is_read_and_can_stand_alone() {
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            Map<String, Object> delivery = new LinkedHashMap<>();
            delivery.put("entry", thing(random, 6));
            List<InboundEvent> events = reader.read(delivery);
            assertThat(events).isNotEmpty();
            events.forEach(event -> assertThat(reader.read(event.delivery())).isNotEmpty());
        }
    }

    private static final List<String> NAMES = List.of(
            "changes",
            "field",
            "value",
            "messages",
            "statuses",
            "user_preferences",
            "standby",
            "from",
            "id",
            "type",
            "text",
            "body",
            "timestamp",
            "status",
            "errors",
            "code",
            "metadata",
            "phone_number_id",
            "system",
            "interactive",
            "edit",
            "message",
            "button",
            "payload");

    private static @Nullable Object thing(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 9)) {
            case 0 -> NAMES.get(random.nextInt(NAMES.size()));
            case 1 -> random.nextInt();
            case 2 -> random.nextBoolean();
            case 3 -> random.nextBoolean() ? null : "5511987654321";
            case 4, 5, 6 -> {
                Map<String, Object> object = new LinkedHashMap<>();
                for (int i = random.nextInt(6); i > 0; i--) {
                    object.put(NAMES.get(random.nextInt(NAMES.size())), thing(random, depth - 1));
                }
                yield object;
            }
            default -> new ArrayList<>(Arrays.asList(thing(random, depth - 1), thing(random, depth - 1)));
        };
    }
}

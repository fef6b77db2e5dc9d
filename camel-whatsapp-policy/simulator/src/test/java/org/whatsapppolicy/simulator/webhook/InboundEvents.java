package org.whatsapppolicy.simulator.webhook;

import static org.whatsapppolicy.simulator.webhook.EventShapeTest.json;
import static org.whatsapppolicy.simulator.webhook.Harbour.NELL;
import static org.whatsapppolicy.simulator.webhook.Harbour.NELL_BEFORE_USER_IDS;
import static org.whatsapppolicy.simulator.webhook.Harbour.NELL_WITH_USERNAME;
import static org.whatsapppolicy.simulator.webhook.Harbour.NOW;
import static org.whatsapppolicy.simulator.webhook.Harbour.OUTBOUND;
import static org.whatsapppolicy.simulator.webhook.Harbour.TOM;
import static org.whatsapppolicy.simulator.webhook.Harbour.file;
import static org.whatsapppolicy.simulator.webhook.Harbour.reply;
import static org.whatsapppolicy.simulator.webhook.Harbour.sentBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.inbound.Audio;
import org.whatsapppolicy.simulator.webhook.inbound.ButtonTap;
import org.whatsapppolicy.simulator.webhook.inbound.CallPermission;
import org.whatsapppolicy.simulator.webhook.inbound.Circumstances;
import org.whatsapppolicy.simulator.webhook.inbound.Contacts;
import org.whatsapppolicy.simulator.webhook.inbound.Document;
import org.whatsapppolicy.simulator.webhook.inbound.Edit;
import org.whatsapppolicy.simulator.webhook.inbound.FormReply;
import org.whatsapppolicy.simulator.webhook.inbound.Forwarding;
import org.whatsapppolicy.simulator.webhook.inbound.IdentityChange;
import org.whatsapppolicy.simulator.webhook.inbound.Image;
import org.whatsapppolicy.simulator.webhook.inbound.ListPick;
import org.whatsapppolicy.simulator.webhook.inbound.Location;
import org.whatsapppolicy.simulator.webhook.inbound.NumberChange;
import org.whatsapppolicy.simulator.webhook.inbound.Order;
import org.whatsapppolicy.simulator.webhook.inbound.OtherContent;
import org.whatsapppolicy.simulator.webhook.inbound.Product;
import org.whatsapppolicy.simulator.webhook.inbound.Reaction;
import org.whatsapppolicy.simulator.webhook.inbound.ReceivedMedia;
import org.whatsapppolicy.simulator.webhook.inbound.Referral;
import org.whatsapppolicy.simulator.webhook.inbound.ReplyTap;
import org.whatsapppolicy.simulator.webhook.inbound.Revocation;
import org.whatsapppolicy.simulator.webhook.inbound.SharedContact;
import org.whatsapppolicy.simulator.webhook.inbound.Sticker;
import org.whatsapppolicy.simulator.webhook.inbound.Text;
import org.whatsapppolicy.simulator.webhook.inbound.Unsupported;
import org.whatsapppolicy.simulator.webhook.inbound.UserIdChange;
import org.whatsapppolicy.simulator.webhook.inbound.Video;
import org.whatsapppolicy.simulator.webhook.inbound.Welcome;

/** What people send, by the name of its fixture. */
final class InboundEvents {

    private InboundEvents() {}

    static Map<String, Event> all() {
        Map<String, Event> events = new LinkedHashMap<>();
        events.put("message-text", sentBy(NELL, new Text("When is high water?")));
        events.put("message-text-pre-bsuid", sentBy(NELL_BEFORE_USER_IDS, new Text("When is high water?")));
        events.put("message-text-bsuid-only", sentBy(TOM, new Text("A friend gave me your name")));
        events.put("message-text-username-with-phone", sentBy(NELL_WITH_USERNAME, new Text("Me again")));
        events.put("message-text-reply-context", reply(new Text("The early one")));
        events.put(
                "message-text-forwarded",
                sentBy(NELL, new Text("Mind the fog"), Circumstances.NONE.forwarded(Forwarding.FORWARDED)));
        events.put(
                "message-text-frequently-forwarded",
                sentBy(NELL, new Text("Mind the fog"), Circumstances.NONE.forwarded(Forwarding.FREQUENTLY)));
        events.put(
                "message-text-referred-product",
                sentBy(
                        NELL,
                        new Text("Does it float?"),
                        Circumstances.replyTo(OUTBOUND).about(new Product("507000000000009", "dinghy-7"))));
        events.put(
                "message-text-referral-ctwa",
                sentBy(
                        NELL,
                        new Text("I saw your ad"),
                        Circumstances.NONE.from(Referral.ad("12007", "Sail with us", "Trips every tide"))));
        events.put(
                "message-text-referral-post",
                sentBy(
                        NELL,
                        new Text("I saw your post"),
                        Circumstances.NONE.from(Referral.post("12008", "Come and see", "A new boat"))));
        events.put(
                "message-text-referral-welcome",
                sentBy(
                        NELL,
                        new Text("Hello"),
                        Circumstances.NONE.from(new Referral(
                                "https://ads.example/9",
                                "9",
                                "ad",
                                "Sail",
                                "Trips",
                                "image",
                                "https://ads.example/9.jpg",
                                null,
                                null,
                                "Where do you want to go?"))));
        events.put(
                "message-text-group",
                sentBy(NELL, new Text("All aboard"), Circumstances.NONE.inGroup("Z3JvdXAtb2YtcG93ZXI=")));
        events.put(
                "message-text-with-identity",
                sentBy(NELL, new Text("It is me"), Circumstances.NONE.withIdentity("a2V5LWhhc2g=")));
        events.put(
                "message-text-conversation-context",
                sentBy(
                        NELL,
                        new Text("A person, please"),
                        Circumstances.NONE.withSummary("Asked for the tide table twice")));
        events.put("message-image", sentBy(NELL, new Image(file("image/jpeg"), "The pier")));
        events.put(
                "message-image-without-url",
                sentBy(
                        NELL,
                        new Image(
                                new ReceivedMedia(
                                        "617000000000033",
                                        "image/jpeg",
                                        "xnvLk8sKjUqwuqHkPyJUyDJFxGLyHGGUxzDV6CPTDfA=",
                                        null),
                                null)));
        events.put("message-video", sentBy(NELL, new Video(file("video/mp4"), "Waves")));
        events.put("message-audio", sentBy(NELL, new Audio(file("audio/mpeg"), false)));
        events.put("message-audio-voice", sentBy(NELL, new Audio(file("audio/ogg; codecs=opus"), true)));
        events.put("message-document", sentBy(NELL, new Document(file("application/pdf"), "Signed", "berth.pdf")));
        events.put("message-sticker", sentBy(NELL, new Sticker(file("image/webp"), false)));
        events.put("message-sticker-animated", sentBy(NELL, new Sticker(file("image/webp"), true)));
        events.put(
                "message-location",
                sentBy(
                        NELL,
                        new Location(
                                50.35,
                                -4.14,
                                "The Slipway",
                                "1 Quay Street, Port Example",
                                "https://slipway.example/")));
        events.put("message-location-pin-only", sentBy(NELL, Location.pin(50.35, -4.14)));
        events.put(
                "message-location-request-reply",
                reply(new Location(50.35, -4.14, "The Slipway", "1 Quay Street, Port Example", null)));
        events.put(
                "message-contacts",
                sentBy(NELL, new Contacts(List.of(SharedContact.of("Will Moor", "+44 7700 900 199")))));
        events.put(
                "message-contacts-vcard",
                sentBy(
                        TOM,
                        new Contacts(List.of(SharedContact.of("Will Moor", "+44 7700 900 199")
                                .asVcard()))));
        events.put(
                "message-contacts-contact-request",
                sentBy(TOM, new Contacts(List.of(SharedContact.own("447700900102"))), Circumstances.replyTo(OUTBOUND)));
        events.put("message-button-quick-reply", reply(new ButtonTap("BOOK_7", "Book")));
        events.put("message-button-without-context", sentBy(NELL, new ButtonTap("BOOK_7", "Book")));
        events.put("message-interactive-button-reply", reply(new ReplyTap("no-thanks", "No, thanks")));
        events.put("message-interactive-list-reply", reply(new ListPick("berth-12", "Berth 12", "Near the crane")));
        events.put(
                "message-interactive-nfm-reply-flow",
                reply(FormReply.flow("{\"flow_token\":\"tide-1\",\"seats\":\"3\"}")));
        events.put(
                "message-interactive-nfm-reply-address",
                reply(FormReply.address("Nell Harbour\n1 Quay Street", "{\"values\":{\"name\":\"Nell Harbour\"}}")));
        events.put("message-interactive-call-permission-reply", reply(new CallPermission(true, NOW + 604_800)));
        events.put("message-interactive-call-permission-refused", reply(new CallPermission(false, null)));
        events.put("message-interactive-missing-object", reply(new OtherContent("interactive", null)));
        events.put("message-reaction", sentBy(NELL, new Reaction(OUTBOUND, "\u26f5")));
        events.put("message-reaction-removed", sentBy(NELL, new Reaction(OUTBOUND, null)));
        events.put("message-reaction-removed-empty-emoji", sentBy(NELL, new Reaction(OUTBOUND, "")));
        events.put(
                "message-order",
                sentBy(
                        NELL,
                        new Order(
                                "507000000000009",
                                "",
                                List.of(
                                        new Order.Item("dinghy-7", 1, 899.5, "GBP"),
                                        new Order.Item("rope-3", 4, 12, "GBP")))));
        events.put("message-unsupported", sentBy(NELL, new Unsupported(null, 131051)));
        events.put("message-unsupported-with-type", sentBy(NELL, new Unsupported("poll_creation", 131051)));
        events.put("message-unsupported-131060", sentBy(NELL, new Unsupported("media_placeholder", 131060)));
        events.put("message-media-error-131052", sentBy(NELL, new Unsupported(null, 131052)));
        events.put(
                "message-edit-text",
                sentBy(NELL, new Edit("wamid.b3JpZ2luYWw=", OUTBOUND, new Text("At seven, I meant"))));
        events.put(
                "message-edit-image",
                sentBy(NELL, new Edit("wamid.b3JpZ2luYWw=", null, new Image(file("image/jpeg"), "The old pier"))));
        events.put("message-revoke", sentBy(NELL, new Revocation("wamid.b3JpZ2luYWw=")));
        events.put("message-request-welcome", sentBy(NELL, new Welcome()));
        events.put("message-unknown-type", sentBy(NELL, new OtherContent("barometer", json("{\"hectopascal\":1013}"))));
        events.put(
                "message-system-user-changed-number",
                sentBy(
                        NELL,
                        new NumberChange(
                                "Nell Harbour",
                                "447700900101",
                                "447700900155",
                                "GB.70000000000000000088",
                                "GB.70000000000000000021")));
        events.put(
                "message-system-user-changed-number-pre-bsuid",
                sentBy(
                        NELL_BEFORE_USER_IDS,
                        new NumberChange("Nell Harbour", "447700900101", "447700900155", null, null)));
        events.put(
                "message-system-user-changed-user-id",
                sentBy(TOM, new UserIdChange("GB.70000000000000000022", "GB.70000000000000000011", null, null)));
        events.put("message-system-customer-identity-changed", sentBy(NELL, new IdentityChange("bmV3LWtleQ==", NOW)));
        return events;
    }
}

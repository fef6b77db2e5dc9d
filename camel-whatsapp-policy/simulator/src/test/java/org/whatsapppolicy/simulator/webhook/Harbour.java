package org.whatsapppolicy.simulator.webhook;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.webhook.account.TemplateRef;
import org.whatsapppolicy.simulator.webhook.event.Addressee;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.SeenPerson;
import org.whatsapppolicy.simulator.webhook.event.SentMessage;
import org.whatsapppolicy.simulator.webhook.event.ToldPrice;
import org.whatsapppolicy.simulator.webhook.inbound.Circumstances;
import org.whatsapppolicy.simulator.webhook.inbound.Content;
import org.whatsapppolicy.simulator.webhook.inbound.InboundMessage;
import org.whatsapppolicy.simulator.webhook.inbound.ReceivedMedia;

/** The people and things in the fixtures of webhooks: a boatyard and those who write to it. */
final class Harbour {

    static final String ACCOUNT = "104729000000011";
    static final String DISPLAY = "442079460100";
    static final long NOW = 1_795_610_000L;
    static final SimulatedNumber BOATS = new Numbers().add("207000000000321", "+44 20 7946 0100", ACCOUNT);
    static final SeenPerson NELL =
            new SeenPerson("Nell Harbour", null, "447700900101", "GB.70000000000000000021", null);
    static final SeenPerson NELL_BEFORE_USER_IDS = new SeenPerson("Nell Harbour", null, "447700900101", null, null);
    static final SeenPerson NELL_WITH_USERNAME = new SeenPerson(
            "Nell Harbour", "nell.harbour", "447700900101", "GB.70000000000000000021", "GB.ENT.50000000000000000007");
    static final SeenPerson TOM = new SeenPerson("Tom Quay", "tom.quay", null, "GB.70000000000000000022", null);
    static final TemplateRef TIDE_TABLE = new TemplateRef(930_000_000_000_042L, "tide_table", "en_GB");
    static final String INBOUND = "wamid.dGlkZS1pbg==";
    static final String OUTBOUND = "wamid.dGlkZS1vdXQ=";
    static final String SENT = "wamid.c2VudC1vbmU=";

    private Harbour() {}

    static ReceivedMedia file(String mimeType) {
        return new ReceivedMedia(
                "617000000000033",
                mimeType,
                "xnvLk8sKjUqwuqHkPyJUyDJFxGLyHGGUxzDV6CPTDfA=",
                "http://127.0.0.1/media/617000000000033");
    }

    /** As before November 2025. */
    static ReceivedMedia fileWithoutUrl() {
        ReceivedMedia file = file("image/jpeg");
        return new ReceivedMedia(file.id(), file.mimeType(), file.sha256(), null);
    }

    static InboundMessage sentBy(SeenPerson person, Content content, Circumstances circumstances) {
        return new InboundMessage(BOATS, person, INBOUND, NOW, content, circumstances);
    }

    static InboundMessage sentBy(SeenPerson person, Content content) {
        return sentBy(person, content, Circumstances.NONE);
    }

    static Event reply(Content content) {
        return sentBy(NELL, content, Circumstances.replyTo(OUTBOUND));
    }

    static SentMessage sentTo(SeenPerson person, String category) {
        return sentTo(person, usual(category), null);
    }

    static SentMessage sentTo(SeenPerson person, ToldPrice price) {
        return sentTo(person, price, null);
    }

    static SentMessage sentTo(SeenPerson person, String category, String callbackData) {
        return sentTo(person, usual(category), callbackData);
    }

    private static SentMessage sentTo(SeenPerson person, ToldPrice price, @Nullable String callbackData) {
        String waId = person.waId();
        Recipient recipient = waId != null ? Recipient.phone("+" + waId, BOATS) : userId(person);
        if (recipient == null) {
            throw new AssertionError(person);
        }
        return new SentMessage(BOATS, recipient, addressee(person), SENT, price, callbackData, false);
    }

    private static ToldPrice usual(String category) {
        return category.equals("service") ? ToldPrice.freeInWindow(category) : ToldPrice.regular(category);
    }

    private static @Nullable Recipient userId(SeenPerson person) {
        String id = person.userId();
        return id == null ? null : Recipient.userId(id);
    }

    static SentMessage sentToGroup(SeenPerson member, ToldPrice price) {
        return new SentMessage(BOATS, Recipient.group("Z3JvdXAtb2YtcG93ZXI="), null, SENT, price, null, false)
                .asGotBy(addressee(member));
    }

    private static Addressee addressee(SeenPerson person) {
        return new Addressee() {
            @Override
            public SeenPerson seenBy(String phoneNumberId) {
                return person;
            }

            @Override
            public boolean readsMessages() {
                return true;
            }

            @Override
            public void progressed(String phoneNumberId, String wamid, Progress progress, int failure) {}

            @Override
            public void writtenToByPhone(String phoneNumberId) {}
        };
    }
}

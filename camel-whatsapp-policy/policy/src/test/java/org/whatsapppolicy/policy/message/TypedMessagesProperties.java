package org.whatsapppolicy.policy.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** The typed form and the map are one message: both are taken and equal, or both are refused. */
class TypedMessagesProperties {

    @Property(tries = 300)
    void reply_buttons(
            @ForAll String body, @ForAll @Size(max = 5) List<String> titles, @ForAll String id, @ForAll String footer) {
        same(
                () -> ReplyButtonsMessage.of(
                                body,
                                titles.stream()
                                        .map(title -> new ReplyButton(id, title))
                                        .toArray(ReplyButton[]::new))
                        .withFooter(footer),
                () -> request(Map.of(
                        "type",
                        "button",
                        "body",
                        Map.of("text", body),
                        "footer",
                        Map.of("text", footer),
                        "action",
                        Map.of(
                                "buttons",
                                titles.stream()
                                        .map(title -> Bodies.reply(id, title))
                                        .toList()))));
    }

    @Property(tries = 300)
    void a_place(@ForAll double latitude, @ForAll double longitude, @ForAll String name, @ForAll String address) {
        same(
                () -> LocationMessage.of(latitude, longitude).named(name, address),
                () -> MessageReader.cloudApi(Bodies.request(
                        "location",
                        Map.of("latitude", latitude, "longitude", longitude, "name", name, "address", address))));
    }

    @Property(tries = 300)
    void a_picture_that_quotes(@ForAll String id, @ForAll String caption, @ForAll String quoted) {
        same(
                () -> ImageMessage.id(id).withCaption(caption).inReplyTo(quoted),
                () -> MessageReader.cloudApi(Map.of(
                        "type",
                        "image",
                        "image",
                        Map.of("id", id, "caption", caption),
                        "context",
                        Map.of("message_id", quoted))));
    }

    private static MessageContent request(Map<String, Object> interactive) {
        return MessageReader.cloudApi(Bodies.request("interactive", interactive));
    }

    private interface Making<T> {
        T make();
    }

    private static void same(Making<OutboundMessage> typed, Making<MessageContent> map) {
        assertThat(outcome(() -> typed.make().content())).isEqualTo(outcome(map));
    }

    /** Which limit is told first depends on the order in which a message was put together; that one is told does not. */
    private static Object outcome(Making<MessageContent> making) {
        try {
            return making.make();
        } catch (InvalidMessageException refused) {
            return InvalidMessageException.class;
        }
    }
}

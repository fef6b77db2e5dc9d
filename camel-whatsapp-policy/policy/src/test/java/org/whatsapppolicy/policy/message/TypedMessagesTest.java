package org.whatsapppolicy.policy.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every typed message looks on the wire as the platform documents it, quotes, and keeps what it says to itself. */
class TypedMessagesTest {

    static Stream<Typed> all() {
        return Typed.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void looks_as_documented_on_the_wire(Typed typed) {
        MessageContent content = typed.message().content();

        assertThat(content.body().get(content.type())).isEqualTo(typed.wire());
        assertThat(content.freeForm()).isTrue();
        assertThat(MessageReader.cloudApi(content.body())).isEqualTo(content);
    }

    @ParameterizedTest
    @MethodSource("all")
    void tells_nobody_what_it_says(Typed typed) {
        assertThat(typed.message().toString())
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("5511900000000");
    }

    @ParameterizedTest
    @MethodSource("all")
    void quotes_another_message_unless_it_is_a_reaction(Typed typed) {
        if (typed.message() instanceof ReactionMessage) {
            refuses(
                    () -> typed.message().inReplyTo("wamid.Q"),
                    "context: not possible with a reaction: it names its message itself");
            return;
        }
        MessageContent quoting = typed.message().inReplyTo("wamid.Q").content();

        assertThat(quoting.body()).containsEntry("context", Map.of("message_id", "wamid.Q"));
        assertThat(quoting.body().get(quoting.type())).isEqualTo(typed.wire());
    }

    @Test
    void there_is_one_of_every_type_here() {
        List<Class<?>> missing = new ArrayList<>(Arrays.asList(OutboundMessage.class.getPermittedSubclasses()));
        missing.removeAll(all().map(typed -> typed.message().getClass()).toList());

        assertThat(missing).containsExactlyInAnyOrder(TemplateMessage.class, Reply.class);
    }

    @Test
    void what_breaks_a_limit_is_refused_when_it_is_made() {
        refuses(
                () -> ImageMessage.id("1").withCaption("x".repeat(1025)),
                "image.caption: at most 1024 characters, found 1025");
        refuses(() -> ImageMessage.link("ftp://a"), "image.link: expected an http or https URL, found another text");
        refuses(
                () -> LocationMessage.of(91, 0),
                "location.latitude: expected a number from -90 to 90, found one outside");
        refuses(
                () -> ContactsMessage.of(Bodies.times(6, i -> Typed.card()).toArray(ContactCard[]::new)),
                "contacts: at most 5 contacts, found 6");
        refuses(
                () -> ReplyButtonsMessage.of("Body", new ReplyButton("a", "x".repeat(21))),
                "interactive.action.buttons[0].reply.title: at most 20 characters, found 21");
        refuses(() -> ReplyButtonsMessage.of("Body"), "interactive.action.buttons: at least 1 buttons, found 0");
        refuses(
                () -> ReplyButtonsMessage.of("Body", new ReplyButton("a", "A")).withFooter("x".repeat(61)),
                "interactive.footer.text: at most 60 characters, found 61");
        refuses(
                () -> ListMessage.of(
                        "Body",
                        "Go",
                        ListSection.of(
                                "S",
                                Bodies.times(11, i -> ListRow.of("r" + i, "R")).toArray(ListRow[]::new))),
                "interactive.action.sections[0].rows: at most 10 rows, found 11");
        refuses(
                () -> ListMessage.of("Body", "Go", ListSection.of(ListRow.of("a", "A")))
                        .withHeader(InteractiveHeader.image(Media.id("1"))),
                "interactive.header.type: expected one of text, found image");
        refuses(
                () -> CallToActionMessage.of("Body", "x".repeat(21), "https://a.example"),
                "interactive.action.parameters.display_text: at most 20 characters, found 21");
        refuses(
                () -> FlowMessage.id("1", "Body", "Go 😀").build(),
                "interactive.action.parameters.flow_cta: expected no emoji, found one");
        refuses(() -> LocationRequestMessage.of(" "), "interactive.body.text: expected a text, found an empty one");
        refuses(
                () -> CarouselMessage.of("Body", CarouselCard.product("1", "2")),
                "interactive.action.cards: at least 2 cards, found 1");
        refuses(() -> TextMessage.of("x").inReplyTo(" "), "context.message_id: expected a text, found an empty one");
    }

    @Test
    void a_document_tells_its_kind_wherever_it_stands() {
        assertThat(DocumentMessage.id("1", "Slip.PDF").content().attachment()).isEqualTo("pdf");
        assertThat(CallToActionMessage.of("Body", "Open", "https://a.example")
                        .withHeader(InteractiveHeader.document(Media.id("1").named("a.xlsx")))
                        .content()
                        .attachment())
                .isEqualTo("xlsx");
        assertThat(ImageMessage.id("1").content().attachment()).isNull();
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(call)
                .withMessage(message);
    }
}

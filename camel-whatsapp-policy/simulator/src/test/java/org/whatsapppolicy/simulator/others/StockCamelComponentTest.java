package org.whatsapppolicy.simulator.others;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.simulator.check.SimulatorAssertions.assertThatPerson;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.whatsapp.model.Action;
import org.apache.camel.component.whatsapp.model.BaseMessage;
import org.apache.camel.component.whatsapp.model.Body;
import org.apache.camel.component.whatsapp.model.Button;
import org.apache.camel.component.whatsapp.model.InteractiveMessage;
import org.apache.camel.component.whatsapp.model.InteractiveMessageRequest;
import org.apache.camel.component.whatsapp.model.Language;
import org.apache.camel.component.whatsapp.model.LocationMessage;
import org.apache.camel.component.whatsapp.model.LocationMessageRequest;
import org.apache.camel.component.whatsapp.model.MediaMessage;
import org.apache.camel.component.whatsapp.model.MediaMessageRequest;
import org.apache.camel.component.whatsapp.model.MessageResponse;
import org.apache.camel.component.whatsapp.model.Reply;
import org.apache.camel.component.whatsapp.model.TemplateMessage;
import org.apache.camel.component.whatsapp.model.TemplateMessageRequest;
import org.apache.camel.component.whatsapp.model.TextMessage;
import org.apache.camel.component.whatsapp.model.TextMessageRequest;
import org.apache.camel.component.whatsapp.model.UploadMedia;
import org.apache.camel.component.whatsapp.model.UploadMediaRequest;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.junit.WhatsAppSimulator;
import org.whatsapppolicy.simulator.junit.WhatsAppTemplate;

/** Apache Camel's own {@code camel-whatsapp}, which attempts an upgrade to HTTP/2, against the simulator. */
@WhatsAppSimulator(token = "secret", templates = @WhatsAppTemplate(name = "parcel_sent"))
class StockCamelComponentTest {

    private static final String ANNA = "15550101001";

    private final CamelContext camel = new SimpleCamelContext();
    private final Simulator simulator;
    private final ProducerTemplate producer;

    StockCamelComponentTest(Simulator simulator) {
        this.simulator = simulator;
        this.producer = camel.createProducerTemplate();
    }

    @BeforeEach
    void start() {
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private Exchange send(BaseMessage message, String type) {
        message.setTo(ANNA);
        message.setType(type);
        return producer.send(
                "whatsapp:200000000000001?authorizationToken=secret&apiVersion=v23.0&baseUri=" + simulator.baseUri(),
                exchange -> exchange.getMessage().setBody(message));
    }

    private static MessageResponse answer(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(MessageResponse.class);
    }

    private static TextMessageRequest text(String body) {
        TextMessage text = new TextMessage();
        text.setBody(body);
        TextMessageRequest request = new TextMessageRequest();
        request.setText(text);
        return request;
    }

    @Test
    void sends_a_text_and_understands_the_answer() {
        MessageResponse answer = answer(send(text("Hello"), "text"));

        assertThat(answer.getMessages()).singleElement().satisfies(message -> assertThat(message.getId())
                .startsWith("wamid."));
        assertThat(answer.getContacts()).singleElement().satisfies(contact -> assertThat(contact.getWaId())
                .isEqualTo(ANNA));
        assertThatPerson(simulator, ANNA).received("text").containing("Hello").once();
    }

    @Test
    void sends_a_template() {
        Language language = new Language();
        language.setCode("en_US");
        TemplateMessage template = new TemplateMessage();
        template.setName("parcel_sent");
        template.setLanguage(language);
        TemplateMessageRequest request = new TemplateMessageRequest();
        request.setTemplate(template);

        answer(send(request, "template"));

        assertThatPerson(simulator, ANNA)
                .received("template")
                .ofTemplate("parcel_sent")
                .once();
    }

    @Test
    void sends_a_location_and_buttons() {
        LocationMessage location = new LocationMessage();
        location.setLatitude("53.0");
        location.setLongitude("-2.2");
        location.setName("Kiln");
        location.setAddress("8 Kiln Lane");
        LocationMessageRequest place = new LocationMessageRequest();
        place.setLocation(location);
        answer(send(place, "location"));

        Reply reply = new Reply();
        reply.setId("yes");
        reply.setTitle("Yes");
        Button button = new Button();
        button.setType("reply");
        button.setReply(reply);
        Action action = new Action();
        action.setButtons(List.of(button));
        Body body = new Body();
        body.setText("Shall we?");
        InteractiveMessage interactive = new InteractiveMessage();
        interactive.setType("button");
        interactive.setBody(body);
        interactive.setAction(action);
        InteractiveMessageRequest question = new InteractiveMessageRequest();
        question.setInteractive(interactive);
        answer(send(question, "interactive"));

        assertThatPerson(simulator, ANNA)
                .received("location")
                .once()
                .received("interactive")
                .once();
    }

    @Test
    void uploads_a_document_and_sends_it() {
        UploadMediaRequest upload = new UploadMediaRequest();
        upload.setUploadMedia(new UploadMedia(
                "bill.txt", new ByteArrayInputStream("A bill".getBytes(StandardCharsets.UTF_8)), "text/plain"));
        String id = answer(send(upload, "document")).getId();

        MediaMessage document = new MediaMessage();
        document.setId(id);
        document.setFilename("bill.txt");
        answer(send(new MediaMessageRequest("document", document), "document"));

        assertThatPerson(simulator, ANNA).received("document").containing(id).once();
    }

    @Test
    void is_told_of_a_refusal() {
        Exchange exchange = send(text(""), "text");

        // Camel's exception has the answer's text and no code of its own.
        assertThatThrownBy(() -> {
                    throw exchange.getException();
                })
                .hasMessageContaining("400")
                .hasMessageContaining("131008");
        assertThatPerson(simulator, ANNA).received().never().wasRefused(131008).once();
    }
}

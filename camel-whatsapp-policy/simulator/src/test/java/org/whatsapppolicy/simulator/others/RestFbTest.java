package org.whatsapppolicy.simulator.others;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.simulator.check.SimulatorAssertions.assertThatPerson;

import com.restfb.BinaryAttachment;
import com.restfb.Connection;
import com.restfb.DefaultFacebookClient;
import com.restfb.FacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.json.JsonObject;
import com.restfb.types.whatsapp.WhatsAppBusinessPhoneNumber;
import com.restfb.types.whatsapp.WhatsAppMessageTemplate;
import com.restfb.types.whatsapp.platform.send.Text;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.junit.WhatsAppSimulator;
import org.whatsapppolicy.simulator.junit.WhatsAppTemplate;

/** RestFB, which sends forms and puts its token into the query or the form, against the simulator. */
@WhatsAppSimulator(token = "secret", templates = @WhatsAppTemplate(name = "parcel_sent"))
class RestFbTest {

    private static final String ANNA = "15550101001";
    private static final String NUMBER = "200000000000001";

    private final Simulator simulator;
    private final FacebookClient client;

    RestFbTest(Simulator simulator) {
        this.simulator = simulator;
        this.client = client(simulator, "secret");
    }

    @BeforeEach
    void greet() {
        simulator.people().person(ANNA).writes("Hello?");
    }

    private static FacebookClient client(Simulator simulator, String token) {
        DefaultFacebookClient client = new DefaultFacebookClient(token, Version.VERSION_23_0);
        client.setFacebookEndpointUrls(new FacebookEndpoints() {
            @Override
            public String getGraphEndpoint() {
                return simulator.baseUri();
            }
        });
        return client;
    }

    private JsonObject sendText(FacebookClient by, String to, String text) {
        return by.publish(
                NUMBER + "/messages",
                JsonObject.class,
                Parameter.with("messaging_product", "whatsapp"),
                Parameter.with("to", to),
                Parameter.with("type", "text"),
                Parameter.with("text", new Text(text)));
    }

    @Test
    void sends_a_text_as_a_form() {
        JsonObject answer = sendText(client, ANNA, "Hello & good-bye");

        assertThat(answer.get("messages").asArray().get(0).asObject().getString("id", ""))
                .startsWith("wamid.");
        assertThatPerson(simulator, ANNA).received("text").once();
    }

    @Test
    void is_told_of_a_refusal_with_its_code() {
        assertThatThrownBy(() -> sendText(client, "nobody", "Hello"))
                .isInstanceOfSatisfying(FacebookOAuthException.class, refused -> assertThat(refused.getErrorCode())
                        .isEqualTo(131009));
    }

    @Test
    void is_told_that_its_token_is_not_valid() {
        assertThatThrownBy(() -> sendText(client(simulator, "another"), ANNA, "Hello"))
                .isInstanceOfSatisfying(FacebookOAuthException.class, refused -> assertThat(refused.getErrorCode())
                        .isEqualTo(190));
    }

    @Test
    void reads_a_number_and_the_templates_of_its_account() {
        WhatsAppBusinessPhoneNumber number = client.fetchObject(NUMBER, WhatsAppBusinessPhoneNumber.class);
        Connection<WhatsAppMessageTemplate> templates =
                client.fetchConnection("100000000000001/message_templates", WhatsAppMessageTemplate.class);

        assertThat(number.getId()).isEqualTo(NUMBER);
        assertThat(number.getVerifiedName()).isNotEmpty();
        assertThat(templates.getData()).singleElement().satisfies(template -> {
            assertThat(template.getName()).isEqualTo("parcel_sent");
            assertThat(template.getLanguage()).isEqualTo("en_US");
        });
    }

    @Test
    void uploads_media() {
        JsonObject answer = client.publish(
                NUMBER + "/media",
                JsonObject.class,
                BinaryAttachment.with("file", "bill.txt", "A bill".getBytes(StandardCharsets.UTF_8), "text/plain"),
                Parameter.with("messaging_product", "whatsapp"),
                Parameter.with("type", "text/plain"));

        assertThat(answer.getString("id", "")).matches("\\d+");
    }
}

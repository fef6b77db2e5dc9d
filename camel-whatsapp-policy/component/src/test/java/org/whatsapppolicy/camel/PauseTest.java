package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.CARLA;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.token.Tokens;

@DisplayName("S-20: marketing pauses while the platform is not heard")
class PauseTest {

    private final Listening listening = new Listening(Rig.POLICY.replace("optOut: { intake: external }\n", ""));
    private final Rig rig = listening.rig;

    @BeforeEach
    void start() throws Exception {
        listening.start();
        for (String person : List.of(ANA, BRUNO, CARLA)) {
            rig.agreed(person, "slip").agreed(person, "offers");
        }
    }

    @AfterEach
    void stop() {
        listening.close();
    }

    private Exchange offer(String phone) {
        return rig.send(
                "whatsapp-policy:send?purpose=offers&template=offer&templateLanguage=pt_BR&parameter.nome=Ana",
                null,
                Map.of(WhatsAppPolicyConstants.RECIPIENT, phone));
    }

    private @Nullable String paused() {
        rig.component.tellHearing();
        return rig.component.service().ear().paused();
    }

    @Test
    void when_messages_were_accepted_and_no_status_arrived() {
        rig.simulator.webhooks().pause();
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        assertThat(paused()).isNull();
        rig.store().moveClock(Rig.MORNING.plus(Duration.ofMinutes(14)));
        assertThat(header(offer(BRUNO), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        rig.store().moveClock(Rig.MORNING.plus(Duration.ofMinutes(15)));
        assertThat(paused()).contains("no status");
        assertThat(header(offer(CARLA), WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("no-status"));
        // What is not marketing goes on.
        assertThat(header(rig.slip(CARLA), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        rig.simulator.webhooks().resume();
        await().atMost(SOON).until(() -> paused() == null);
        assertThat(header(offer(CARLA), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
    }

    @Test
    void when_the_app_is_not_subscribed_to_what_people_choose_in_the_menu() throws Exception {
        subscribe("messages");
        pausesOnceTheSubscriptionIsRead();
    }

    @Test
    void when_the_app_is_subscribed_to_nothing() throws Exception {
        subscriptions("DELETE", HttpRequest.BodyPublishers.noBody());
        pausesOnceTheSubscriptionIsRead();
    }

    private void pausesOnceTheSubscriptionIsRead() throws Exception {
        rig.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:hook")
                        .to("whatsapp-policy:webhook?appSecret=RAW(" + Listening.SECRET + ")&verifyToken=word&appId="
                                + Tokens.APP_ID);
            }
        });
        await().atMost(SOON).until(() -> paused() != null);
        assertThat(paused()).contains("user_preferences");
        assertThat(header(offer(ANA), WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("not-subscribed"));
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
    }

    private void subscribe(String fields) throws Exception {
        String form = "object=whatsapp_business_account&verify_token=word&fields=" + fields + "&callback_url="
                + URLEncoder.encode(listening.hook.toString(), StandardCharsets.UTF_8);
        subscriptions("POST", HttpRequest.BodyPublishers.ofString(form));
    }

    private void subscriptions(String method, HttpRequest.BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(rig.simulator.baseUri() + "/v25.0/" + Tokens.APP_ID + "/subscriptions"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + Tokens.APP_ID + "|" + Listening.SECRET)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, body)
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}

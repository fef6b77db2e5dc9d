package org.whatsapppolicy.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.ledger.Asked;
import org.whatsapppolicy.simulator.message.Outcome;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.twilio.TwilioAnswer;
import org.whatsapppolicy.simulator.twilio.TwilioForm;
import org.whatsapppolicy.simulator.twilio.TwilioRefusal;

/**
 * The Twilio face: {@code POST /2010-04-01/Accounts/{sid}/Messages.json} with a form. The message itself is one of the
 * platform's. What only a callback would tell there, a closed window, is refused at once.
 */
final class TwilioRoute {

    private static final Pattern PATH = Pattern.compile("/2010-04-01/Accounts/(\\w{1,64})/Messages\\.json");
    private static final String BASIC = "Basic ";

    private final Platform platform;
    private final Answering answering;

    TwilioRoute(Platform platform) {
        this.platform = platform;
        this.answering = new Answering(platform);
    }

    boolean serves(HttpServerRequest request, String path) {
        return path.startsWith("/2010-04-01/")
                && HttpMethod.POST.equals(request.method())
                && PATH.matcher(path).matches();
    }

    void handle(HttpServerRequest request, String path) {
        Matcher matcher = PATH.matcher(path);
        String account = matcher.matches() ? matcher.group(1) : "";
        IncomingBody.read(request, body -> answer(request, account, body.parameters()));
    }

    private void answer(HttpServerRequest request, String account, ObjectNode fields) {
        TwilioForm form = new TwilioForm(fields);
        String token = password(request);
        SimulatedNumber sender = null;
        JsonNode message = fields;
        TwilioRefusal refusal = null;
        try {
            sender = form.sender(platform.numbers());
            message = form.message(platform.twilioContents());
        } catch (TwilioRefusal refused) {
            refusal = refused;
        }
        Asked asked = AskedReader.message(
                platform.clock().now(),
                new GraphPath("", sender == null ? account : sender.id(), "messages"),
                token != null,
                message,
                message.toString(),
                false);
        Sending sending = new Sending(account, form, token, sender, message, refusal);
        answering.answer(request, asked, () -> new JsonDecided(decide(sending)));
    }

    private record Sending(
            String account,
            TwilioForm form,
            @Nullable String token,
            @Nullable SimulatedNumber sender,
            JsonNode message,
            @Nullable TwilioRefusal refusal) {}

    private Outcome decide(Sending sending) {
        try {
            return accepted(sending);
        } catch (TwilioRefusal refused) {
            return Outcome.managed(refused.status(), refused.json().toString(), refused.code());
        }
    }

    private Outcome accepted(Sending sending) {
        SimulatedNumber sender = sending.sender();
        if (sending.refusal() != null) {
            throw sending.refusal();
        }
        if (sender == null) {
            throw TwilioRefusal.unknownSender();
        }
        try {
            platform.tokens().check(sending.token(), sender.id(), true);
        } catch (Refused refused) {
            throw TwilioRefusal.unauthorized();
        }
        try {
            if (!sending.form().templated() && !windowOpen(sending.form().to(), sender)) {
                throw TwilioRefusal.windowClosed();
            }
            Outcome outcome = platform.desk().send(sender, sending.message(), false);
            String wamid = Objects.requireNonNull(outcome.wamid());
            ObjectNode answer = TwilioAnswer.queued(
                    sending.account(), sending.form(), wamid, platform.clock().now());
            return outcome.inOtherWords(201, answer.toString());
        } catch (Refused refused) {
            throw TwilioRefusal.of(refused.error());
        }
    }

    private boolean windowOpen(String to, SimulatedNumber sender) {
        Recipient recipient = Recipient.isUserId(to) ? Recipient.userId(to) : Recipient.phone(to, sender);
        Person person = recipient == null ? null : platform.people().find(recipient.address());
        return person != null && person.windowOpen(sender.id());
    }

    /** The second half of the credentials, which stands for the token; null without any. */
    private static @Nullable String password(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith(BASIC)) {
            return null;
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).trim()), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

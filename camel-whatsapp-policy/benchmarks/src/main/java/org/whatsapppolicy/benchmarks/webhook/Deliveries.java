package org.whatsapppolicy.benchmarks.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed deliveries of one event each, no two alike: by turns what somebody wrote and where a message stands. Thread-safe. */
final class Deliveries {

    private static final int PEOPLE = 20_000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final List<String> TEXTS = List.of(
            "Bom dia, vocês entregam em Niterói?",
            "Segue o comprovante do pagamento",
            "ok thanks",
            "Can I change the appointment to Thursday at 3?",
            "Hola, quiero saber el precio del envío a Puebla");

    private final SecretKeySpec secret = new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), ALGORITHM);
    private final AtomicLong made = new AtomicLong();
    private final String run = Long.toString(System.nanoTime(), 36);

    /** The next one, as bytes of an HTTP request. */
    byte[] next(int port) {
        long number = made.incrementAndGet();
        byte[] body = body(number).getBytes(StandardCharsets.UTF_8);
        String head = "POST /camel-whatsapp/webhook HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: application/json\r\n" + "X-Hub-Signature-256: sha256=" + signature(body)
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private String body(long number) {
        String phone = "55119" + (80_000_000 + number * 7_919 % PEOPLE);
        String id = "wamid." + run + number;
        long second = System.currentTimeMillis() / 1_000;
        String event = number % 2 == 0
                ? "\"messages\":[{\"from\":\"" + phone + "\",\"id\":\"" + id + "\",\"timestamp\":\"" + second
                        + "\",\"type\":\"text\",\"text\":{\"body\":\"" + TEXTS.get((int) (number / 2 % TEXTS.size()))
                        + "\"}}]"
                : "\"statuses\":[{\"id\":\"" + id + "\",\"status\":\"delivered\",\"timestamp\":\"" + second
                        + "\",\"recipient_id\":\"" + phone + "\"}]";
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"102290129340398\",\"changes\":[{\"value\":"
                + "{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"551140000001\","
                + "\"phone_number_id\":\"106540352242922\"},\"contacts\":[{\"profile\":{\"name\":\"Ana\"},\"wa_id\":\""
                + phone
                + "\"}]," + event + "},\"field\":\"messages\"}]}]}";
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

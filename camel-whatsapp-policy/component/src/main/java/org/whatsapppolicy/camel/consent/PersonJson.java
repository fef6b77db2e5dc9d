package org.whatsapppolicy.camel.consent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.store.PersonalData.KeptMessage;
import org.whatsapppolicy.store.PersonalData.PastAct;
import org.whatsapppolicy.store.PersonalData.PersonRecord;

/** What is kept of a person as JSON, for the person to read (S-47). Instants are ISO-8601 in UTC. */
public final class PersonJson {

    private PersonJson() {}

    /** The record as JSON; of a stranger one without addresses. */
    public static String of(Optional<PersonRecord> record) {
        return Json.text(record.map(PersonJson::whole).orElse(Map.of("addresses", List.of())));
    }

    private static Map<String, Object> whole(PersonRecord record) {
        PersonFacts facts = record.facts();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("addresses", record.addresses().stream().map(PersonJson::text).toList());
        put(json, "withheldUntil", record.withheldUntil());
        put(json, "zone", facts.zone());
        put(json, "lastInbound", facts.lastInbound());
        put(json, "questionedUntil", facts.questionedUntil());
        put(json, "quarantinedSince", facts.quarantinedSince());
        json.put("quietHours", facts.own().quietHours().texts());
        json.put("frequency", facts.own().caps().stream().map(Object::toString).toList());
        put(json, "language", facts.own().language());
        json.put(
                "grants",
                facts.consents().grants().stream()
                        .map(g -> {
                            Map<String, Object> one = evidence(g.evidence());
                            one.put("purpose", g.purpose());
                            put(one, "confirmed", g.confirmed());
                            put(one, "expires", g.expires());
                            one.put("imported", g.imported());
                            return one;
                        })
                        .toList());
        json.put(
                "optOuts",
                facts.consents().optOuts().stream()
                        .map(o -> {
                            Map<String, Object> one = evidence(o.evidence());
                            one.put("scope", o.scope().text());
                            return one;
                        })
                        .toList());
        json.put("history", record.history().stream().map(PersonJson::act).toList());
        json.put("messages", record.messages().stream().map(PersonJson::message).toList());
        json.put("inbox", record.inbox().stream().map(PersonJson::parsed).toList());
        return json;
    }

    private static String text(Recipient address) {
        return address instanceof PhoneNumber phone ? phone.e164() : ((UserId) address).value();
    }

    private static Map<String, Object> evidence(Evidence e) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("actedAt", e.act().toString());
        json.put("source", e.source());
        put(json, "actor", e.actor());
        put(json, "document", e.document());
        put(json, "language", e.language());
        put(json, "reference", e.reference());
        return json;
    }

    private static Map<String, Object> act(PastAct act) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("act", act.act());
        json.put("scope", act.scope());
        json.put("actedAt", act.at().toString());
        json.put("source", act.source());
        put(json, "actor", act.actor());
        put(json, "document", act.document());
        put(json, "language", act.language());
        put(json, "reference", act.reference());
        put(json, "until", act.until());
        json.put("imported", act.imported());
        json.put("effect", act.effect());
        json.put("recorded", act.recorded().toString());
        return json;
    }

    private static Map<String, Object> message(KeptMessage message) {
        var row = message.row();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.asked().id().toString());
        json.put("purpose", row.asked().purpose());
        put(json, "key", row.asked().key());
        put(json, "sender", row.asked().sender());
        json.put("type", row.asked().type());
        put(json, "template", row.asked().template());
        put(json, "language", row.asked().language());
        put(json, "context", row.asked().context());
        json.put("taken", row.asked().taken().toString());
        put(json, "expires", row.asked().expires());
        json.put("decided", row.judged().at().toString());
        json.put("category", row.judged().category().name());
        json.put("proactive", row.judged().proactive());
        json.put("policy", row.judged().policyHash());
        json.put("state", row.progress().state().name());
        json.put("since", row.progress().changed().toString());
        put(json, "notBefore", row.progress().notBefore());
        put(
                json,
                "errorCode",
                row.progress().errorCode() == 0 ? null : row.progress().errorCode());
        json.put("reasons", row.judged().codes());
        put(json, "wamid", row.progress().wamid());
        if (message.content() != null) {
            json.put("content", parsed(message.content()));
        }
        return json;
    }

    private static Object parsed(String text) {
        Map<String, Object> object = Json.object(text);
        return object == null ? text : object;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }
}

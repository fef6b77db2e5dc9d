package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.camel.Rig.ANA;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.component.whatsapp.model.TextMessage;
import org.apache.camel.component.whatsapp.model.TextMessageRequest;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.fault.Fault;

/** What Camel's own components do, and ours does not. */
class StockComponentsTest {

    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void the_stock_whatsapp_component_never_completes_an_exchange_whose_connection_is_refused_and_ours_does()
            throws Exception {
        rig.start().agreed(ANA, "slip");
        rig.simulator.faults().refuseConnections();
        TextMessageRequest text = new TextMessageRequest();
        text.setTo(ANA);
        text.setText(new TextMessage());
        text.getText().setBody("Oi");
        Exchange stock = new DefaultExchange(rig.camel);
        stock.getIn().setBody(text);

        CompletableFuture<Exchange> hanging = rig.camel
                .createProducerTemplate()
                .asyncSend(
                        "whatsapp:1001?authorizationToken=first-token&apiVersion=v25.0&baseUri="
                                + rig.simulator.baseUri(),
                        stock);

        assertThat(rig.slip(ANA).getException()).isNull();
        assertThatThrownBy(() -> hanging.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void stock_camel_http_sends_a_post_answered_503_twice_and_ours_once() throws Exception {
        rig.start().agreed(ANA, "slip");
        rig.simulator.faults().next(4, Fault.badGateway(503));
        Map<String, Object> headers = new HashMap<>();
        headers.put("Authorization", "Bearer first-token");
        headers.put(Exchange.CONTENT_TYPE, "application/json");
        rig.send(
                rig.simulator.baseUri() + "/v25.0/1001/messages",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"" + ANA + "\",\"text\":{\"body\":\"Oi\"}}",
                headers);
        assertThat(rig.requests()).hasSize(2);
        rig.simulator.ledger().clear();

        rig.slip(ANA);

        assertThat(rig.requests()).hasSize(1);
    }
}

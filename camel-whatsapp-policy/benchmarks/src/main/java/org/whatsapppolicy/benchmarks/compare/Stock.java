package org.whatsapppolicy.benchmarks.compare;

import org.apache.camel.Processor;

/** The stock component, unguarded: {@code routes/stock.yaml}. */
final class Stock {

    private Stock() {}

    static Contestant start(Setting setting) throws Exception {
        return new CamelContestant(
                        "stock", "stock whatsapp component, unguarded", "nothing is kept", setting.inFlight(), () -> {})
                .bind("stockRequest", (Processor) exchange -> {
                    Letter letter = CamelContestant.letter(exchange);
                    exchange.getMessage().setBody(Slip.stock(letter.phone(), letter.key()));
                })
                .property("platform", setting.platform().baseUri())
                .property("number", setting.platform().number())
                .property("token", setting.platform().token())
                .start("stock.yaml");
    }
}

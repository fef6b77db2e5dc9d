package org.whatsapppolicy.quickstart;

import java.net.URI;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.SimulatorBuilder;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** The simulated platform with the demo's number, token and templates. */
final class DemoSimulator {

    private static final String APP_SECRET = "demo-secret";

    private DemoSimulator() {}

    static Simulator start(Settings settings) {
        SimulatorBuilder builder = Simulator.builder()
                .port(settings.simulatorPort())
                .token("demo-token")
                .number("200000000000001", "+55 11 4000-0001", "300000000000001")
                .template(SimulatedTemplate.of("slip_due", "pt_BR", "UTILITY")
                        .withBody("Olá {{1}}, seu boleto de R$ {{2}} vence em {{3}}.")
                        .withQuickReplies("Já paguei", "Falar com alguém"))
                .template(SimulatedTemplate.of("slip_due_pix", "pt_BR", "UTILITY")
                        .withBody("Olá {{1}}, pague R$ {{2}} por Pix até {{3}}.")
                        .withStatus("PAUSED"))
                .template(SimulatedTemplate.of("spring_offers", "pt_BR", "MARKETING")
                        .withBody("Olá {{1}}, as ofertas da primavera chegaram à loja."))
                .template(SimulatedTemplate.of("price_drop", "pt_BR", "MARKETING")
                        .withBody("Olá {{1}}, a geladeira que você acompanha baixou para R$ {{2}}."));
        if (settings.virtualTime()) {
            builder.clock(SimulatorClock.realFrom(Demo.START));
        }
        URI webhook = settings.webhookUrl();
        if (webhook != null) {
            builder.webhook(webhook, APP_SECRET);
        }
        Simulator simulator = builder.build();
        if (settings.demo()) {
            DemoPeople.moveIn(simulator.people());
        }
        try {
            return simulator.start();
        } catch (IllegalStateException e) {
            throw new Refusal(
                    "The simulator does not start: " + e.getMessage() + "; -Dsimulator.port=… chooses another.");
        }
    }
}

package org.whatsapppolicy.benchmarks.compare;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * A route from a file under {@code routes/}. All begin alike: {@code direct:campaign} takes the letters and a parallel split
 * hands them out, so that the load costs each of them the same.
 */
final class CamelContestant implements Contestant {

    private static final String LETTER = "letter";

    private final String name;
    private final String description;
    private final String durability;
    private final CamelContext context = new DefaultCamelContext();
    private final ExecutorService threads;
    private final Closeable database;
    private ProducerTemplate template;

    CamelContestant(String name, String description, String durability, int inFlight, Closeable database) {
        this.name = name;
        this.description = description;
        this.durability = durability;
        this.database = database;
        // One more than may be in flight: the splitter waits for a free place on one of them.
        this.threads = Executors.newFixedThreadPool(inFlight + 1);
        this.template = context.createProducerTemplate();
        bind("campaignThreads", threads);
        bind(LETTER, (Processor) CamelContestant::begin);
        bind("accepted", (Processor) exchange -> letter(exchange).accepted());
    }

    CamelContestant bind(String reference, Object bean) {
        context.getRegistry().bind(reference, bean);
        return this;
    }

    CamelContestant property(String key, String value) {
        context.getPropertiesComponent().addInitialProperty(key, value);
        return this;
    }

    CamelContext context() {
        return context;
    }

    CamelContestant start(String routeFile) throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(PluginHelper.getResourceLoader(context).resolveResource("classpath:routes/" + routeFile));
        context.start();
        template = context.createProducerTemplate();
        return this;
    }

    /** The letter that the exchange is about. */
    static Letter letter(Exchange exchange) {
        return exchange.getProperty(LETTER, Letter.class);
    }

    private static void begin(Exchange exchange) {
        Letter letter = exchange.getMessage().getBody(Letter.class);
        exchange.setProperty(LETTER, letter);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                letter.ended();
            }
        });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String durability() {
        return durability;
    }

    @Override
    public void send(Iterator<Letter> letters) {
        template.sendBody("direct:campaign", letters);
    }

    @Override
    public void close() throws IOException {
        context.stop();
        threads.shutdown();
        database.close();
    }
}

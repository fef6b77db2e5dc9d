package org.whatsapppolicy.camel;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.consent.OutsideConsents;
import org.whatsapppolicy.camel.document.PolicyInForce;
import org.whatsapppolicy.camel.document.PolicyLocation;
import org.whatsapppolicy.camel.document.PolicyReload;
import org.whatsapppolicy.camel.send.Later;
import org.whatsapppolicy.camel.send.Messenger;
import org.whatsapppolicy.camel.send.Workshop;
import org.whatsapppolicy.camel.storage.StoreChoice;
import org.whatsapppolicy.camel.template.TemplateSync;
import org.whatsapppolicy.camel.template.Templates;
import org.whatsapppolicy.camel.transaction.RouteTransactions;
import org.whatsapppolicy.camel.transport.GraphReader;
import org.whatsapppolicy.camel.transport.Transport;
import org.whatsapppolicy.camel.transport.Transports;
import org.whatsapppolicy.camel.upkeep.Chores;
import org.whatsapppolicy.camel.upkeep.LedgerUpkeep;
import org.whatsapppolicy.camel.webhook.Ear;
import org.whatsapppolicy.camel.webhook.UnderWay;
import org.whatsapppolicy.store.MessageIds;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;

/** Everything that runs behind the endpoints of one component, from its start to its stop. */
final class PolicyService {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyService.class);
    private static final long FOLLOW_EVERY = 1_000;
    private static final long FOLLOW_LATER = 10_000;
    private static final long LAPSES_EVERY = 3_600_000;
    private static final long LAPSES_PAUSE = 100;
    private static final int LAPSES_AT_ONCE = 500;

    private final CamelContext context;
    private final ContextServices services;
    private final WhatsAppPolicyComponent options;
    private final MessageIds ids = new MessageIds(InstantSource.system(), RandomGenerator.getDefault());
    private final Templates templates = new Templates();
    private final UnaryOperator<String> placeholders;
    private final PolicyInForce policy;
    private final PolicyReload reload;
    private final StoreChoice choice;
    private final Threads threads;
    private final Later later;
    private final Chores chores;
    private final GraphReader graph;
    private final TemplateSync sync;
    private final TemplateNews templateNews;
    private final OutsideConsents consents;
    private final Transport transport;
    private final Enforceable enforceable;
    private final HelpDesk helpDesk;
    private final Ear ear;
    private final Reception reception;
    private final PolicyControl control;
    private final LedgerUpkeep upkeep;
    private @Nullable Messenger messenger;

    /**
     * Reads the policy and opens the store.
     *
     * @throws RuntimeException for every mistake of the operator, saying what to do
     */
    PolicyService(CamelContext context, WhatsAppPolicyComponent options, BooleanSupplier hears) {
        this.context = context;
        this.services = new ContextServices(context, ContextServices.nameOf(options));
        this.helpDesk = new HelpDesk(context, this);
        this.options = options;
        this.enforceable = new Enforceable(options.getPolicy(), hears);
        this.placeholders = context::resolvePropertyPlaceholders;
        PolicyLocation location = location();
        String text = location.text();
        Duration answer = Duration.ofMillis(options.getTimeout());
        Duration way = StoreOptions.DEFAULTS.sendLease().plus(answer);
        this.policy = new PolicyInForce(location.name(), text, way, placeholders, hears, enforceable);
        this.threads = new Threads(context, this, options.getTransportThreads(), options.getCallbackThreads());
        StoreChoice opened = null;
        try {
            this.transport = Transports.of(
                    options.getTransport(),
                    context,
                    threads.requests(),
                    options.getTransportThreads(),
                    options.getTimeout());
            opened = StoreChoice.of(
                    context,
                    options.getStore(),
                    options.getDatabase(),
                    options.getDataSource(),
                    options.isApplySchema(),
                    answer,
                    options.keys());
            this.choice = opened;
            this.reload = new PolicyReload(() -> location().text(), text, policy, store(), name());
            this.ear = new Ear(store(), policy::document);
            this.later = new Later(threads.timer());
            this.chores = new Chores(later, threads.blocking());
            String base = base();
            this.graph = new GraphReader(context, Math.min(options.getTimeout(), 10_000));
            this.sync = new TemplateSync(context, store(), templates, graph, base, placeholders);
            this.templateNews =
                    new TemplateNews(sync, policy::document, threads.blocking(), options.getTemplateInterval());
            this.reception = new Reception(this, helpDesk, templateNews, chores, graph, base, choice.writers());
            this.consents = new OutsideConsents(
                    context, threads.consents(), threads.timer(), store()::now, options.getConsentTimeout());
            this.control = new PolicyControl(store(), policy, () -> messenger().wake());
            this.upkeep = new LedgerUpkeep(
                    context,
                    store(),
                    () -> policy.latest(store()).retention(),
                    options.getArchiveTo(),
                    ids.next().toString(),
                    chores,
                    System::nanoTime);
        } catch (RuntimeException | Error e) {
            // Nobody gets this one, so nobody else would stop it.
            threads.stopTimer();
            threads.stop();
            if (opened != null && opened.owned()) {
                opened.store().close();
            }
            throw e;
        }
    }

    private PolicyLocation location() {
        return new PolicyLocation(context, options.getPolicy());
    }

    private String base() {
        String uri = options.getBaseUri();
        return (uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri) + "/" + options.getGraphVersion();
    }

    void start() throws Exception {
        upkeep.check();
        policy.activate(store(), name());
        graph.start();
        sync.declared(policy.document().senders().values());
        transport.start();
        messenger = new Messenger(policy, workshop(), ear::accepted);
        chores.in(templateNews.next(), "read the templates", templateNews::next);
        messenger.start();
        reception.start();
        services.add(control);
        services.add(upkeep);
        if (options.getPolicyInterval() > 0) {
            chores.every(options.getPolicyInterval(), "read the policy document again", this::readPolicy);
        }
        chores.now(FOLLOW_LATER, "see whether another node brought a policy document", this::follow);
        new DataProtection(store().personalData(), chores).start();
        chores.now(LAPSES_EVERY, "tell of consents that will lapse", this::tellLapsing);
        LOG.info("Policy in force, store is {}: {}", choice.name(), store().durability());
    }

    /** What decides nothing has to be told in its own time. */
    private long follow() {
        String before = policy.document().hash();
        if (!policy.latest(store()).hash().equals(before)) {
            templates.read(store());
            messenger().wake();
        }
        return FOLLOW_EVERY;
    }

    /** A little at a time, and an hour later again when all were told. */
    private long tellLapsing() {
        return store().feed().tellLapsing(policy.document(), LAPSES_AT_ONCE) > 0 ? LAPSES_PAUSE : LAPSES_EVERY;
    }

    private String name() {
        return context.getManagementName() == null ? context.getName() : context.getManagementName();
    }

    /** What became of changes of the policy document. */
    PolicyReload reload() {
        return reload;
    }

    private void readPolicy() {
        if (reload.look()) {
            sync.declared(policy.document().senders().values());
            messenger().wake();
        }
    }

    private Workshop workshop() {
        return new Workshop(
                store(),
                transport,
                consents,
                threads.blocking(),
                threads.callbacks(),
                later,
                placeholders,
                System::nanoTime,
                base(),
                options.getTransportThreads(),
                options.getWaitingLimit(),
                options.getMaxAttempts(),
                Duration.ofMillis(options.getTimeout()),
                Duration.ofMillis(options.getUnknownHorizon()),
                choice.writers());
    }

    /** Refuses a document whose promises this installation cannot keep, now that it is known what there is. */
    void enforce() {
        enforceable.accept(policy.document());
    }

    /** Waits after an opt-out. */
    UnderWay underWay() {
        return new UnderWay(store(), threads.blocking(), later);
    }

    /** Takes in what the platform tells. */
    Reception reception() {
        return reception;
    }

    PolicyControl control() {
        return control;
    }

    /** Takes messages in the transactions of routes, where there can be any. */
    RouteTransactions transactions() {
        return RouteTransactions.of(
                context, store(), choice.name(), policy, () -> messenger().wake());
    }

    /** What this node hears, and what it waits for. */
    Ear ear() {
        return ear;
    }

    /** Reads the templates of the platform now. Blocks. */
    boolean syncTemplates() {
        return templateNews.read();
    }

    /** The routes are there: what is held may leave. */
    void routesRun() {
        messenger().depart();
    }

    /** The routes will be stopped: nothing of what is held leaves any more. */
    void routesEnd() {
        messenger().holdBack();
    }

    void stop() {
        services.remove(control);
        services.remove(upkeep);
        upkeep.stop();
        if (messenger != null) {
            messenger.stop();
        }
        reception.stop();
        threads.stopTimer();
        later.stop();
        transport.stop();
        graph.stop();
        consents.stop();
        helpDesk.stop();
        threads.stop();
        if (choice.owned()) {
            store().close();
        }
    }

    Messenger messenger() {
        Messenger running = messenger;
        if (running == null) {
            throw new IllegalStateException("whatsapp-policy is not started");
        }
        return running;
    }

    PolicyInForce policy() {
        return policy;
    }

    PolicyStore store() {
        return choice.store();
    }

    Templates templates() {
        return templates;
    }

    MessageIds ids() {
        return ids;
    }

    /** For what blocks on the store. */
    Executor blocking() {
        return threads.blocking();
    }

    Later later() {
        return later;
    }

    Executor callbacks() {
        return threads.callbacks();
    }

    /** For routes that take events. */
    Executor eventThreads() {
        return threads.events();
    }
}

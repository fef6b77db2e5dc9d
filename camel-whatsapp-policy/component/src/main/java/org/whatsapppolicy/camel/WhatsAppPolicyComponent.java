package org.whatsapppolicy.camel;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.StartupListener;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.util.PropertiesHelper;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.seal.KeyProvider;
import org.whatsapppolicy.store.seal.WrittenKeys;

/** Sends WhatsApp messages through the policy of one document; one component has one policy and one store. */
@Component("whatsapp-policy")
public class WhatsAppPolicyComponent extends HealthCheckComponent {

    private static final String SECRET_OPTION = "encryptionKeys";

    @Metadata(description = "Defaults of the endpoints.")
    private WhatsAppPolicyConfiguration configuration = new WhatsAppPolicyConfiguration();

    @Metadata(
            defaultValue = "classpath:whatsapp-policy.yaml",
            supportFileReference = true,
            description = "Where the policy document is: classpath:, file: or any other resource location.")
    private String policy = "classpath:whatsapp-policy.yaml";

    @Metadata(
            label = "advanced",
            defaultValue = "0",
            javaType = "java.time.Duration",
            description = "How often the policy document is read again; 0 for only at start. A changed document with a"
                    + " higher revision is in force at once, for all nodes; one that is invalid changes nothing, and the log"
                    + " and the health check say why.")
    private long policyInterval;

    @Metadata(
            description =
                    "Adapters by which existing endpoints are guarded. Comes with a later release: must be empty.")
    private @Nullable String guard;

    @Metadata(
            autowired = true,
            description = "The data source of the store: PostgreSQL or SQLite. The only one in the"
                    + " registry is used when neither this nor database is set.")
    private @Nullable DataSource dataSource;

    @Metadata(description = "The SQLite file of the store, made when it is not there. Wins over a data source.")
    private @Nullable String database;

    @Metadata(
            label = "advanced",
            autowired = true,
            description =
                    "A store of one's own; wins over database and" + " dataSource, and is not closed by the component.")
    private @Nullable PolicyStore store;

    @Metadata(
            label = "advanced",
            defaultValue = "true",
            description = "Whether missing schema scripts are applied to the" + " database at start.")
    private boolean applySchema = true;

    @Metadata(
            label = "advanced",
            description =
                    "Endpoint that gets what is past its retention before it is removed: one exchange a batch, its"
                            + " body JSON lines, the header CamelWhatsAppPolicyArchived says whether they are payload or"
                            + " decision. What the endpoint did not take is not removed.")
    private @Nullable String archiveTo;

    @Metadata(
            label = "security",
            secret = true,
            description =
                    "Keys that encrypt what can be erased: texts, parameters, raw JSON and evidence. Written as id:key,"
                            + " separated by commas, the current one first; a key is 32 random bytes in Base64. From a vault: {{aws:...}}.")
    private @Nullable String encryptionKeys;

    @Metadata(
            label = "security",
            autowired = true,
            description =
                    "Gives the keys that encrypt what can be erased; the only one in the registry is used. Wins over"
                            + " encryptionKeys.")
    private @Nullable KeyProvider keyProvider;

    @Metadata(
            defaultValue = "http",
            description = "How requests reach the platform: http (camel-http, by a component of"
                    + " its own that takes proxy and TLS settings over from the registered http component), vertx-http"
                    + " (camel-vertx-http, no blocking thread), or the URI of an endpoint that gets JSON as body,"
                    + " CamelHttpUri and Authorization as headers, and answers with body and CamelHttpResponseCode.")
    private String transport = "http";

    @Metadata(
            defaultValue = "64",
            description = "How many requests may be under way at once: size of the connection pool"
                    + " and, for transports that block, of the thread pool.")
    private int transportThreads = 64;

    @Metadata(
            label = "advanced",
            defaultValue = "16",
            description = "How many threads run the steps of routes after a send; as many more run routes that take the"
                    + " webhook's events.")
    private int callbackThreads = 16;

    @Metadata(
            defaultValue = "30s",
            javaType = "java.time.Duration",
            description = "How long a request waits for the" + " platform's answer. After that the outcome is unknown.")
    private long timeout = 30_000;

    @Metadata(defaultValue = "https://graph.facebook.com", description = "Where the platform is, without the version.")
    private String baseUri = "https://graph.facebook.com";

    @Metadata(defaultValue = "v25.0", description = "Version of the Graph API.")
    private String graphVersion = "v25.0";

    @Metadata(
            label = "advanced",
            defaultValue = "5m",
            javaType = "java.time.Duration",
            description = "How often the" + " templates are read from the platform.")
    private long templateInterval = 300_000;

    @Metadata(
            label = "advanced",
            defaultValue = "1h",
            javaType = "java.time.Duration",
            description =
                    "For how long it may stay unknown whether a message was sent, before whenUnknown of its purpose"
                            + " counts. Statuses that come later still tell the truth.")
    private long unknownHorizon = 3_600_000;

    @Metadata(
            label = "advanced",
            defaultValue = "10000",
            description = "How many messages may wait in memory for"
                    + " throughput. For more than that the purpose's whenLimited decides at once.")
    private int waitingLimit = 10_000;

    @Metadata(
            label = "advanced",
            defaultValue = "5",
            description = "How many times a message is tried at most, where refusals or whenUnknown: resend"
                    + " allow a later attempt; attempts that were never begun do not count.")
    private int maxAttempts = 5;

    @Metadata(
            label = "advanced",
            defaultValue = "5s",
            javaType = "java.time.Duration",
            description = "How long an"
                    + " endpoint that is asked for consent (consent: { from: ... } of a purpose) may take to answer.")
    private long consentTimeout = 5_000;

    @Metadata(
            label = "security",
            description =
                    "Names of CamelWhatsAppPolicy headers, separated by commas, that a route takes from outside (HTTP,"
                            + " JMS, Kafka, ...). All others are dropped before the first step of the route.")
    private String allowedHeaders = "";

    private volatile boolean hears;
    private volatile boolean settled;
    private volatile @Nullable PolicyService service;
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final CopyOnWriteArrayList<Dependent> dependents = new CopyOnWriteArrayList<>();
    private final Held held = new Held();
    private @Nullable WhatsAppPolicyHealthCheck health;

    public WhatsAppPolicyComponent() {}

    public WhatsAppPolicyComponent(CamelContext context) {
        super(context);
    }

    /** Camel Main prints what it configures, but for options whose names it knows to be secret. */
    @Override
    public void setCamelContext(CamelContext context) {
        super.setCamelContext(context);
        ExtendedCamelContext extended = context.getCamelContextExtension();
        String known = extended.getAdditionalSensitiveKeywords();
        if (known == null) {
            extended.setAdditionalSensitiveKeywords(SECRET_OPTION);
        } else if (!known.contains(SECRET_OPTION)) {
            extended.setAdditionalSensitiveKeywords(known + "," + SECRET_OPTION);
        }
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Operation operation = Operation.of(remaining);
        WhatsAppPolicyEndpoint endpoint = new WhatsAppPolicyEndpoint(
                uri,
                this,
                operation,
                configuration.copy(),
                new ConsentConfiguration(),
                new WebhookConfiguration(),
                new ControlConfiguration(),
                new EventsConfiguration());
        Map<String, Object> filled = PropertiesHelper.extractProperties(parameters, "parameter.");
        if (!filled.isEmpty()) {
            endpoint.getConfiguration().setParameters(filled);
        }
        setProperties(endpoint, parameters);
        endpoint.validate();
        hears |= operation == Operation.WEBHOOK
                || (operation == Operation.OPT_OUT && endpoint.getConsent().isRecord());
        return endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        getCamelContext().addLifecycleStrategy(held);
        OutsideHeaders.watch(getCamelContext());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (guard != null && !guard.isBlank()) {
            throw new IllegalArgumentException(
                    "guard=" + guard + " comes with a later release; leave it out and send by whatsapp-policy:send");
        }
        spans();
        PolicyService starting = new PolicyService(getCamelContext(), this, this::mayHear);
        try {
            starting.start();
        } catch (Exception | Error e) {
            starting.stop();
            throw e;
        }
        service = starting;
        getCamelContext().addStartupListener(new Hearing());
        HealthCheckRegistry registry = HealthCheckRegistry.get(getCamelContext());
        if (registry != null) {
            String name = ContextServices.nameOf(this);
            WhatsAppPolicyHealthCheck check = new WhatsAppPolicyHealthCheck(
                    starting, name.equals(ContextServices.USUAL) ? name : ContextServices.USUAL + "-" + name);
            registry.register(check);
            health = check;
        }
        for (Dependent one : dependents) {
            one.follows(starting);
        }
        // One that starts says so when its routes run; one that was started before this component was there does not
        // any more.
        ServiceStatus status = getCamelContext().getStatus();
        if (held.routesRun || status.isStarted() || status.isSuspending() || status.isSuspended()) {
            starting.routesRun();
        }
    }

    /** What is too long for a clock would only show when it is added to one. */
    private void spans() {
        span("timeout", timeout, 1, Duration.ofHours(1));
        span("unknownHorizon", unknownHorizon, 0, LONGEST);
        span("templateInterval", templateInterval, 1, LONGEST);
        span("policyInterval", policyInterval, 0, LONGEST);
        span("consentTimeout", consentTimeout, 1, Duration.ofHours(1));
    }

    private static void span(String option, long millis, long least, Duration most) {
        if (millis < least || millis > most.toMillis()) {
            throw new IllegalArgumentException(option + ": found " + millis + " ms, expected at least " + least
                    + " and at most " + most.toMillis() + " ms");
        }
    }

    @Override
    protected void doShutdown() throws Exception {
        getCamelContext().getLifecycleStrategies().remove(held);
        super.doShutdown();
    }

    @Override
    protected void doStop() throws Exception {
        PolicyService running = service;
        dependents.forEach(Dependent::stopping);
        service = null;
        HealthCheckRegistry registry = HealthCheckRegistry.get(getCamelContext());
        if (registry != null && health != null) {
            registry.unregister(health);
            health = null;
        }
        if (running != null) {
            running.stop();
        }
        super.doStop();
    }

    /** That one goes on with the next service, should this component be started again under it. */
    void join(Dependent one) {
        dependents.addIfAbsent(one);
    }

    /** That one no longer does. */
    void leave(Dependent one) {
        dependents.remove(one);
    }

    /** Until all routes are there, one of them may still be the one that hears opt-outs (S-20). */
    private boolean mayHear() {
        return hears || !settled;
    }

    /** Looks once more when all routes are known, and before the first of them runs. */
    private final class Hearing implements StartupListener {
        @Override
        public void onCamelContextStarting(CamelContext context, boolean alreadyStarted) {
            look();
        }

        @Override
        public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
            look();
        }

        private void look() {
            settled = true;
            PolicyService running = service;
            if (running != null) {
                running.enforce();
            }
        }
    }

    /**
     * Held messages leave while the routes run: one of these may be asked about consent, or carry what goes to the platform. A
     * startup listener would be told too early, when the consumers do not run yet.
     */
    private final class Held extends LifecycleStrategySupport {

        private volatile boolean routesRun;

        @Override
        public void onContextStarted(CamelContext context) {
            routesRun = true;
            PolicyService running = service;
            if (running != null) {
                running.routesRun();
            }
        }

        @Override
        public void onContextStopping(CamelContext context) {
            routesRun = false;
            PolicyService running = service;
            if (running != null) {
                running.routesEnd();
            }
        }
    }

    PolicyService service() {
        PolicyService running = service;
        if (running == null) {
            throw new IllegalStateException("the component whatsapp-policy is not started");
        }
        return running;
    }

    /** Reads the templates from the platform now, instead of at the next interval. Blocks; false when not all could be read. */
    public boolean syncTemplates() {
        return service().syncTemplates();
    }

    /** Tells the other nodes now what this one heard, instead of within seconds. Blocks. */
    public void tellHearing() {
        service().ear().tell();
    }

    public WhatsAppPolicyConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(WhatsAppPolicyConfiguration configuration) {
        this.configuration = configuration;
    }

    public String getPolicy() {
        return policy;
    }

    public void setPolicy(String policy) {
        this.policy = policy;
    }

    public long getPolicyInterval() {
        return policyInterval;
    }

    public void setPolicyInterval(long policyInterval) {
        this.policyInterval = policyInterval;
    }

    public @Nullable String getGuard() {
        return guard;
    }

    public void setGuard(@Nullable String guard) {
        this.guard = guard;
    }

    public @Nullable DataSource getDataSource() {
        return dataSource;
    }

    public void setDataSource(@Nullable DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public @Nullable String getDatabase() {
        return database;
    }

    public void setDatabase(@Nullable String database) {
        this.database = database;
    }

    public @Nullable PolicyStore getStore() {
        return store;
    }

    public void setStore(@Nullable PolicyStore store) {
        this.store = store;
    }

    public @Nullable String getEncryptionKeys() {
        return encryptionKeys;
    }

    public void setEncryptionKeys(@Nullable String encryptionKeys) {
        this.encryptionKeys = encryptionKeys;
    }

    public @Nullable KeyProvider getKeyProvider() {
        return keyProvider;
    }

    public void setKeyProvider(@Nullable KeyProvider keyProvider) {
        this.keyProvider = keyProvider;
    }

    /** What encrypts, or null when nothing does. */
    @Nullable
    KeyProvider keys() {
        KeyProvider found =
                keyProvider == null ? getCamelContext().getRegistry().findSingleByType(KeyProvider.class) : keyProvider;
        if (found != null) {
            return found;
        }
        return encryptionKeys == null || encryptionKeys.isBlank() ? null : WrittenKeys.of(encryptionKeys);
    }

    public String getAllowedHeaders() {
        return allowedHeaders;
    }

    public void setAllowedHeaders(String allowedHeaders) {
        this.allowedHeaders = allowedHeaders;
    }

    public boolean isApplySchema() {
        return applySchema;
    }

    public void setApplySchema(boolean applySchema) {
        this.applySchema = applySchema;
    }

    public String getTransport() {
        return transport;
    }

    public void setTransport(String transport) {
        this.transport = transport;
    }

    public @Nullable String getArchiveTo() {
        return archiveTo;
    }

    public void setArchiveTo(@Nullable String archiveTo) {
        this.archiveTo = archiveTo;
    }

    public int getTransportThreads() {
        return transportThreads;
    }

    public void setTransportThreads(int transportThreads) {
        this.transportThreads = transportThreads;
    }

    public int getCallbackThreads() {
        return callbackThreads;
    }

    public void setCallbackThreads(int callbackThreads) {
        this.callbackThreads = callbackThreads;
    }

    public long getTimeout() {
        return timeout;
    }

    public void setTimeout(long timeout) {
        this.timeout = timeout;
    }

    public String getBaseUri() {
        return baseUri;
    }

    public void setBaseUri(String baseUri) {
        this.baseUri = baseUri;
    }

    public String getGraphVersion() {
        return graphVersion;
    }

    public void setGraphVersion(String graphVersion) {
        this.graphVersion = graphVersion;
    }

    public long getTemplateInterval() {
        return templateInterval;
    }

    public void setTemplateInterval(long templateInterval) {
        this.templateInterval = templateInterval;
    }

    public int getWaitingLimit() {
        return waitingLimit;
    }

    public void setWaitingLimit(int waitingLimit) {
        this.waitingLimit = waitingLimit;
    }

    public int getMaxAttempts() {
        return maxAttempts;
    }

    public void setMaxAttempts(int maxAttempts) {
        this.maxAttempts = maxAttempts;
    }

    public long getConsentTimeout() {
        return consentTimeout;
    }

    public void setConsentTimeout(long consentTimeout) {
        this.consentTimeout = consentTimeout;
    }

    public long getUnknownHorizon() {
        return unknownHorizon;
    }

    public void setUnknownHorizon(long unknownHorizon) {
        this.unknownHorizon = unknownHorizon;
    }
}

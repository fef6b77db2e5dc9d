package org.whatsapppolicy.camel.template;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.token.AccessToken;
import org.whatsapppolicy.camel.transport.GraphReader;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.Sender;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.TemplateWord;

/**
 * Brings the templates of all senders to the store: declared ones from their resource, the others of senders with an account
 * from the platform (S-4). What cannot be read stays as it was known; an unknown template is denied.
 */
public final class TemplateSync {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateSync.class);

    private final CamelContext context;
    private final PolicyStore store;
    private final Templates templates;
    private final GraphReader graph;
    private final String base;
    private final UnaryOperator<String> placeholders;
    private final Map<String, AccessToken> tokens = new HashMap<>();

    /** @param base base URI and Graph version, without a slash at the end */
    public TemplateSync(
            CamelContext context,
            PolicyStore store,
            Templates templates,
            GraphReader graph,
            String base,
            UnaryOperator<String> placeholders) {
        this.context = context;
        this.store = store;
        this.templates = templates;
        this.graph = graph;
        this.base = base;
        this.placeholders = placeholders;
    }

    /**
     * Reads declared templates.
     *
     * @throws IllegalArgumentException for a resource that cannot be used: the operator's mistake stops the start
     */
    public synchronized void declared(Collection<Sender> senders) {
        for (Sender sender : senders) {
            String location = sender.templates();
            if (location != null) {
                String account = Templates.account(sender);
                store.templates(
                        account,
                        ToldTemplates.corrected(
                                DeclaredTemplates.read(context, sender, location), store.told(account)));
            }
        }
        templates.read(store);
    }

    /** Whether any of the senders declares its templates, so that {@link #told} has something to do. */
    public static boolean declares(Collection<Sender> senders) {
        return senders.stream().anyMatch(sender -> sender.templates() != null);
    }

    /** Keeps what the platform told of declared templates, so that it counts at once and after a restart. Blocks. */
    public synchronized void told(Collection<InboundEvent> news, Collection<Sender> senders) {
        List<Sender> declaring =
                senders.stream().filter(sender -> sender.templates() != null).toList();
        List<TemplateWord> words = ToldTemplates.words(news, declaring, store.now());
        if (!words.isEmpty()) {
            store.told(words);
            try {
                declared(declaring);
            } catch (IllegalArgumentException e) {
                LOG.warn(
                        "The platform told of declared templates, and their file cannot be read any more: {}",
                        e.getMessage());
                words.stream().map(TemplateWord::account).distinct().forEach(this::correct);
            }
        }
    }

    /** As the store knows them: it may only become stricter without the file. */
    private void correct(String account) {
        List<Template> known = store.templates().stream()
                .filter(template -> template.account().equals(account))
                .toList();
        store.templates(account, ToldTemplates.corrected(known, store.told(account)));
        templates.read(store);
    }

    /**
     * Reads from the platform. Blocks, never throws.
     *
     * @return whether all accounts could be read
     */
    public synchronized boolean sync(Collection<Sender> senders) {
        Map<String, Sender> accounts = new HashMap<>();
        for (Sender sender : senders) {
            if (sender.templates() == null && sender.account() != null) {
                accounts.putIfAbsent(sender.account(), sender);
            }
        }
        boolean all = true;
        for (Map.Entry<String, Sender> account : accounts.entrySet()) {
            all &= sync(account.getKey(), account.getValue());
        }
        try {
            templates.read(store);
        } catch (RuntimeException e) {
            LOG.warn("Known templates cannot be read from the store just now: {}", e.toString());
            return false;
        }
        return all;
    }

    private boolean sync(String account, Sender sender) {
        try {
            AccessToken token = tokens.computeIfAbsent(
                    sender.accessToken(), written -> new AccessToken(written, placeholders, System::nanoTime));
            var found = graph.read(
                    base + "/" + account + "/message_templates", token, reader -> GraphTemplates.read(account, reader));
            store.templates(account, found);
            LOG.debug("{} templates of sender {} are known", found.size(), sender.name());
            return true;
        } catch (Exception e) {
            LOG.warn(
                    "Templates of sender {} could not be read: {}. Those that are not known are denied until they are",
                    sender.name(),
                    e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            return false;
        }
    }
}

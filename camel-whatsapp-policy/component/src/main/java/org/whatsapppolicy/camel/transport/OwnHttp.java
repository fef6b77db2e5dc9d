package org.whatsapppolicy.camel.transport;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * An {@code HttpComponent} that stands in no registry, so that no route can change it. Proxy and TLS settings are those of the
 * registered {@code http} or {@code https} component, when there is one (M-3).
 */
final class OwnHttp {

    static final int CONNECT = 5_000;

    private OwnHttp() {}

    static HttpComponent component(CamelContext context, int connections, long timeout) {
        HttpComponent own = new HttpComponent();
        own.setCamelContext(context);
        own.setAutomaticRetriesDisabled(true);
        own.setMaxTotalConnections(connections);
        own.setConnectionsPerRoute(connections);
        own.setConnectTimeout(CONNECT);
        own.setConnectionRequestTimeout(CONNECT);
        own.setSoTimeout(timeout);
        own.setResponseTimeout(timeout);
        own.setSkipRequestHeaders(true);
        own.setSkipControlHeaders(true);
        own.setSkipResponseHeaders(true);
        own.setCopyHeaders(false);
        own.setCookieManagementDisabled(true);
        own.setAuthCachingDisabled(true);
        own.setContentCompressionDisabled(true);
        own.setRedirectHandlingDisabled(true);
        own.setResponsePayloadStreamingThreshold(1 << 20);
        HttpComponent theirs = registered(context);
        if (theirs != null) {
            takeOver(theirs, own);
        }
        return own;
    }

    /** An endpoint of that component, not in the context's registry. */
    static HttpEndpoint endpoint(HttpComponent own, String url, String method) throws Exception {
        Map<String, Object> options = new HashMap<>();
        options.put("httpMethod", method);
        options.put("throwExceptionOnFailure", "false");
        return (HttpEndpoint) own.createEndpoint(url, options);
    }

    static @Nullable HttpComponent registered(CamelContext context) {
        for (String name : new String[] {"https", "http"}) {
            Component component = context.hasComponent(name);
            if (component instanceof HttpComponent http) {
                return http;
            }
        }
        return null;
    }

    @SuppressWarnings("deprecation")
    private static void takeOver(HttpComponent theirs, HttpComponent own) {
        own.setSslContextParameters(theirs.getSslContextParameters());
        own.setUseGlobalSslContextParameters(theirs.isUseGlobalSslContextParameters());
        own.setX509HostnameVerifier(theirs.getX509HostnameVerifier());
        own.setUseSystemProperties(theirs.isUseSystemProperties());
        own.setProxyHost(theirs.getProxyHost());
        own.setProxyPort(theirs.getProxyPort());
        own.setNonProxyHosts(theirs.getNonProxyHosts());
        own.setProxyAuthScheme(theirs.getProxyAuthScheme());
        own.setProxyAuthMethod(theirs.getProxyAuthMethod());
        own.setProxyAuthUsername(theirs.getProxyAuthUsername());
        own.setProxyAuthPassword(theirs.getProxyAuthPassword());
        own.setProxyAuthHost(theirs.getProxyAuthHost());
        own.setProxyAuthPort(theirs.getProxyAuthPort());
        own.setProxyAuthDomain(theirs.getProxyAuthDomain());
        own.setProxyAuthNtHost(theirs.getProxyAuthNtHost());
    }
}

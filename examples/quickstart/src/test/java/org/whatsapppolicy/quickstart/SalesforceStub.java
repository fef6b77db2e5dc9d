package org.whatsapppolicy.quickstart;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.UUID;
import org.apache.camel.component.salesforce.SalesforceComponent;

/** The part of Salesforce's HTTP API that the examples use. */
final class SalesforceStub implements AutoCloseable {

    private static final String ORGANISATION = "00D000000000000AAA";

    final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    SalesforceStub() {
        server.start();
        String url = server.baseUrl();
        server.stubFor(post(urlPathEqualTo("/services/oauth2/token"))
                .willReturn(okJson("""
                {"access_token":"t","instance_url":"%s","id":"%s/id/%s/005000000000000AAA"}
                """.formatted(url, url, ORGANISATION))));
        server.stubFor(get(urlPathEqualTo("/services/oauth2/revoke")).willReturn(aResponse()));
        server.stubFor(patch(urlPathMatching("/services/data/v[0-9.]+/sobjects/.*"))
                .willReturn(aResponse().withStatus(204)));
    }

    /** What any query answers. */
    SalesforceStub answering(String json) {
        server.stubFor(get(urlPathMatching("/services/data/v[0-9.]+/query/?")).willReturn(okJson(json)));
        return this;
    }

    /** A component that talks to it. */
    SalesforceComponent component() {
        SalesforceComponent component = new SalesforceComponent();
        component.setLoginUrl(server.baseUrl());
        component.setInstanceUrl(server.baseUrl());
        component.setClientId("client");
        component.setClientSecret(UUID.randomUUID().toString());
        component.setUserName("user");
        component.setPassword(UUID.randomUUID().toString());
        return component;
    }

    @Override
    public void close() {
        server.stop();
    }
}

package org.whatsapppolicy.camel;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of {@code whatsapp-policy:webhook}: where it listens, and how it knows the platform. */
@UriParams
@Configurer
public class WebhookConfiguration implements Cloneable {

    @UriParam(
            label = "webhook",
            defaultValue = "/whatsapp/webhook",
            description = "Path under which platform-http takes what the platform posts.")
    private String path = "/whatsapp/webhook";

    @UriParam(
            label = "webhook,security",
            description = "The app's secret, with which the platform signs what it posts. Several, separated by"
                    + " commas, while it is being rotated.")
    @Metadata(secret = true)
    private @Nullable String appSecret;

    @UriParam(
            label = "webhook,security",
            description = "The word by which the platform is recognised when it asks on subscription.")
    @Metadata(secret = true)
    private @Nullable String verifyToken;

    @UriParam(
            label = "webhook",
            description =
                    "The app's id. With it the fields to which the app is subscribed are read every five minutes; while"
                            + " user_preferences is not among them marketing pauses.")
    private @Nullable String appId;

    @UriParam(
            label = "webhook",
            defaultValue = "3145728",
            description = "How many bytes a delivery may have. The platform's own limit is 3 MB.")
    private int maxBody = 3 * 1024 * 1024;

    @UriParam(
            label = "webhook",
            defaultValue = "true",
            description = "Whether from whatsapp-policy:webhook listens by itself, on platform-http. With false another"
                    + " route receives the request and passes it to whatsapp-policy:webhook; this one gets the events.")
    private boolean listen = true;

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public @Nullable String getAppSecret() {
        return appSecret;
    }

    public void setAppSecret(@Nullable String appSecret) {
        this.appSecret = appSecret;
    }

    public @Nullable String getVerifyToken() {
        return verifyToken;
    }

    public void setVerifyToken(@Nullable String verifyToken) {
        this.verifyToken = verifyToken;
    }

    public @Nullable String getAppId() {
        return appId;
    }

    public void setAppId(@Nullable String appId) {
        this.appId = appId;
    }

    public int getMaxBody() {
        return maxBody;
    }

    public void setMaxBody(int maxBody) {
        this.maxBody = maxBody;
    }

    public boolean isListen() {
        return listen;
    }

    public void setListen(boolean listen) {
        this.listen = listen;
    }

    /** A copy that shares nothing changeable. */
    public WebhookConfiguration copy() {
        try {
            return (WebhookConfiguration) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }
}

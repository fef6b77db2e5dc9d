package org.whatsapppolicy.camel;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of {@code whatsapp-policy:consent}: which act, and its evidence. */
@UriParams
@Configurer
public class ConsentConfiguration implements Cloneable {

    @UriParam(
            label = "consent,control",
            enums =
                    "lookup,grant,confirm,withdraw,request,relate,settings,import,export,forget,stop,resume,settle,release,status",
            description = "What whatsapp-policy:consent does (lookup to forget), or whatsapp-policy:control"
                    + " (stop, resume, settle, release, status).")
    private @Nullable String action;

    @UriParam(
            label = "consent,control",
            enums = "all,marketing,purpose",
            description =
                    "What a withdrawal covers. Without it: for consent the purpose when one is given, else all; for optOut all."
                            + " For control: all stops or resumes everything.")
    private @Nullable String scope;

    @UriParam(
            label = "consent",
            description = "When the person acted, at the source of the record: an ISO-8601 instant"
                    + " with zone or offset, or a java.time value. A Simple expression, evaluated per message. Wins over the"
                    + " header CamelWhatsAppPolicyActedAt and over actedAt in a map as body.")
    private @Nullable String actedAt;

    @UriParam(
            label = "consent",
            description = "By which road the act is known: keyword, button, signup, double-opt-in,"
                    + " crm, import, email, sms. A Simple expression, evaluated per message. Wins over the header"
                    + " CamelWhatsAppPolicySource and over source in a map as body.")
    private @Nullable String source;

    @UriParam(
            label = "consent",
            description =
                    "Who entered the act, when it was not the person. A Simple expression,"
                            + " evaluated per message. Wins over the header CamelWhatsAppPolicyActor and over actor in a map as body.")
    private @Nullable String actor;

    @UriParam(
            label = "consent",
            description = "The wording or document version agreed to. A Simple expression,"
                    + " evaluated per message. Wins over the header CamelWhatsAppPolicyDocument and over document in a map as"
                    + " body.")
    private @Nullable String document;

    @UriParam(
            label = "consent",
            description =
                    "Language of the wording agreed to; for optOut a hint, which decides where languages disagree. A Simple expression, evaluated per"
                            + " message. Wins over the header CamelWhatsAppPolicyLanguage and over language in a map as body.")
    private @Nullable String language;

    @UriParam(
            label = "consent",
            description =
                    "What proves the act, such as a form id. A Simple expression, evaluated"
                            + " per message. Wins over the header CamelWhatsAppPolicyReference and over reference in a map as body.")
    private @Nullable String reference;

    @UriParam(
            label = "consent",
            description = "When a grant lapses by itself: an ISO-8601 instant with zone or offset,"
                    + " or a java.time value. A Simple expression, evaluated per message. Wins over the header"
                    + " CamelWhatsAppPolicyExpires and over expires in a map as body.")
    private @Nullable String expires;

    @UriParam(
            label = "consent",
            description =
                    "For action=relate: what the relation is, such as customer. A Simple expression, evaluated per message. Counts also as kind in a map as body.")
    private @Nullable String kind;

    @UriParam(
            label = "consent",
            description =
                    "For action=settings: when the person wants no messages, as in the policy document and separated by commas, such as 20:00-10:00, sun. A Simple expression, evaluated per message. Counts also as quietHours in a map as body.")
    private @Nullable String quietHours;

    @UriParam(
            label = "consent",
            description =
                    "For action=settings: how often at most the person wants messages, as caps in the policy document and separated by commas, such as 1/7d. A Simple expression, evaluated per message. Counts also as frequency in a map as body.")
    private @Nullable String frequency;

    @UriParam(
            label = "consent",
            defaultValue = "grants",
            enums = "grants,optOuts",
            description = "For action=import: what the rows are.")
    private String rows = "grants";

    @UriParam(
            label = "consent",
            description =
                    "For action=import: a file that gets the rows that were not taken, with row number and reason."
                            + " It is written anew by each import. Without it they are only counted.")
    private @Nullable String rejects;

    @UriParam(
            label = "optOut",
            defaultValue = "true",
            description =
                    "Whether whatsapp-policy:optOut records what it finds. With false it only says what a text means.")
    private boolean record = true;

    public @Nullable String getAction() {
        return action;
    }

    public void setAction(@Nullable String action) {
        this.action = action;
    }

    public @Nullable String getScope() {
        return scope;
    }

    public void setScope(@Nullable String scope) {
        this.scope = scope;
    }

    public @Nullable String getActedAt() {
        return actedAt;
    }

    public void setActedAt(@Nullable String actedAt) {
        this.actedAt = actedAt;
    }

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source;
    }

    public @Nullable String getActor() {
        return actor;
    }

    public void setActor(@Nullable String actor) {
        this.actor = actor;
    }

    public @Nullable String getDocument() {
        return document;
    }

    public void setDocument(@Nullable String document) {
        this.document = document;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String reference) {
        this.reference = reference;
    }

    public @Nullable String getExpires() {
        return expires;
    }

    public void setExpires(@Nullable String expires) {
        this.expires = expires;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getQuietHours() {
        return quietHours;
    }

    public void setQuietHours(@Nullable String quietHours) {
        this.quietHours = quietHours;
    }

    public @Nullable String getFrequency() {
        return frequency;
    }

    public void setFrequency(@Nullable String frequency) {
        this.frequency = frequency;
    }

    public @Nullable String getRejects() {
        return rejects;
    }

    public void setRejects(@Nullable String rejects) {
        this.rejects = rejects;
    }

    public String getRows() {
        return rows;
    }

    public void setRows(String rows) {
        this.rows = rows;
    }

    public boolean isRecord() {
        return record;
    }

    public void setRecord(boolean record) {
        this.record = record;
    }

    /** A copy that shares nothing changeable. */
    public ConsentConfiguration copy() {
        try {
            return (ConsentConfiguration) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }
}

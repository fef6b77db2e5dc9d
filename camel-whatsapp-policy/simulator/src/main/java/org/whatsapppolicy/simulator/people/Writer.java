package org.whatsapppolicy.simulator.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.inbound.Audio;
import org.whatsapppolicy.simulator.webhook.inbound.ButtonTap;
import org.whatsapppolicy.simulator.webhook.inbound.CallPermission;
import org.whatsapppolicy.simulator.webhook.inbound.Circumstances;
import org.whatsapppolicy.simulator.webhook.inbound.Content;
import org.whatsapppolicy.simulator.webhook.inbound.Document;
import org.whatsapppolicy.simulator.webhook.inbound.Edit;
import org.whatsapppolicy.simulator.webhook.inbound.FormReply;
import org.whatsapppolicy.simulator.webhook.inbound.Forwarding;
import org.whatsapppolicy.simulator.webhook.inbound.Image;
import org.whatsapppolicy.simulator.webhook.inbound.ListPick;
import org.whatsapppolicy.simulator.webhook.inbound.Location;
import org.whatsapppolicy.simulator.webhook.inbound.Order;
import org.whatsapppolicy.simulator.webhook.inbound.Product;
import org.whatsapppolicy.simulator.webhook.inbound.Reaction;
import org.whatsapppolicy.simulator.webhook.inbound.ReceivedMedia;
import org.whatsapppolicy.simulator.webhook.inbound.ReplyTap;
import org.whatsapppolicy.simulator.webhook.inbound.Revocation;
import org.whatsapppolicy.simulator.webhook.inbound.Sticker;
import org.whatsapppolicy.simulator.webhook.inbound.Text;
import org.whatsapppolicy.simulator.webhook.inbound.Unsupported;
import org.whatsapppolicy.simulator.webhook.inbound.Video;
import org.whatsapppolicy.simulator.webhook.inbound.Welcome;

/**
 * Everything a person can send to a business. Each method comes down to {@link #sends(Content, Circumstances)} and returns
 * the id of the message.
 */
public interface Writer {

    /** Sends anything, under any circumstances. */
    String sends(Content content, Circumstances circumstances);

    /** Puts a file where the business can fetch it, to be sent in a content of one's own. */
    ReceivedMedia file(String mimeType, byte[] bytes);

    /** Sends anything. */
    default String sends(Content content) {
        return sends(content, Circumstances.NONE);
    }

    /** Writes a text. */
    default String writes(String text) {
        return sends(new Text(text));
    }

    /** Writes a text as an answer to a message of the business. */
    default String replies(String text, @Nullable String toMessage) {
        return sends(new Text(text), Circumstances.replyTo(toMessage));
    }

    /** Passes a text on. */
    default String forwards(String text, Forwarding how) {
        return sends(new Text(text), Circumstances.NONE.forwarded(how));
    }

    /** Asks about a product seen in the catalogue. */
    default String asksAbout(Product product, String text, @Nullable String ofMessage) {
        return sends(new Text(text), Circumstances.replyTo(ofMessage).about(product));
    }

    /** Taps a quick-reply button of a template. */
    default String taps(String payload, String label, @Nullable String ofMessage) {
        return sends(new ButtonTap(payload, label), Circumstances.replyTo(ofMessage));
    }

    /** Taps a reply button of an interactive message. */
    default String tapsReply(String id, String title, @Nullable String ofMessage) {
        return sends(new ReplyTap(id, title), Circumstances.replyTo(ofMessage));
    }

    /** Picks a row of a list. */
    default String picks(String id, String title, @Nullable String ofMessage) {
        return sends(new ListPick(id, title, null), Circumstances.replyTo(ofMessage));
    }

    /**
     * Finishes a flow.
     *
     * @param responseJson the answers as JSON, told as a text
     */
    default String fillsIn(String responseJson, @Nullable String ofMessage) {
        return sends(FormReply.flow(responseJson), Circumstances.replyTo(ofMessage));
    }

    /** Gives an address that was asked for. */
    default String givesAddress(String shown, String responseJson, @Nullable String ofMessage) {
        return sends(FormReply.address(shown, responseJson), Circumstances.replyTo(ofMessage));
    }

    /** Does not allow the business to call. */
    default String refusesCalls(@Nullable String ofMessage) {
        return sends(new CallPermission(false, null), Circumstances.replyTo(ofMessage));
    }

    /** Sends a picture. */
    default String sendsImage(@Nullable String caption) {
        return sends(new Image(file("image/jpeg", Samples.PICTURE), caption));
    }

    /** Sends a film. */
    default String sendsVideo(@Nullable String caption) {
        return sends(new Video(file("video/mp4", Samples.FILE), caption));
    }

    /** Sends a sound. */
    default String sendsAudio() {
        return sends(new Audio(file("audio/mpeg", Samples.FILE), false));
    }

    /** Records a voice message. */
    default String speaks() {
        return sends(new Audio(file("audio/ogg; codecs=opus", Samples.FILE), true));
    }

    /** Sends a document. */
    default String sendsDocument(String filename, @Nullable String caption) {
        return sends(new Document(file("application/pdf", Samples.FILE), caption, filename));
    }

    /** Sends a sticker. */
    default String sendsSticker() {
        return sends(new Sticker(file("image/webp", Samples.STICKER), false));
    }

    /** Sends a place. */
    default String sharesLocation(Location location) {
        return sends(location);
    }

    /** Sends a place that was asked for. */
    default String sharesLocation(Location location, @Nullable String ofMessage) {
        return sends(location, Circumstances.replyTo(ofMessage));
    }

    /** Puts an emoji on a message. */
    default String reacts(String emoji, String toMessage) {
        return sends(new Reaction(toMessage, emoji));
    }

    /** Takes the emoji away. */
    default String takesReactionBack(String fromMessage) {
        return sends(new Reaction(fromMessage, null));
    }

    /** Sends a cart. */
    default String orders(String catalogId, Order.Item... items) {
        return sends(new Order(catalogId, "", List.of(items)));
    }

    /** Changes the text of an own message. */
    default String edits(String ownMessage, String text) {
        return sends(new Edit(ownMessage, null, new Text(text)));
    }

    /** Deletes an own message for everybody. */
    default String revokes(String ownMessage) {
        return sends(new Revocation(ownMessage));
    }

    /**
     * Sends something that webhooks do not hand on.
     *
     * @param kind such as {@code poll_creation}; null leaves it out
     */
    default String sendsUnsupported(@Nullable String kind) {
        return sends(new Unsupported(kind, 131051));
    }

    /** Opens the chat for the first time, in the days when that was told. */
    default String opens() {
        return sends(new Welcome());
    }

    /** Taps a quick-reply button of a template. */
    default String taps(String payload, String label) {
        return taps(payload, label, null);
    }

    /** Picks a row of a list. */
    default String picks(String id, String title) {
        return picks(id, title, null);
    }

    /** Finishes a flow with these answers, given as JSON. */
    default String fillsIn(String responseJson) {
        return fillsIn(responseJson, null);
    }

    /** Sends a mere pin on the map. */
    default String sharesLocation(double latitude, double longitude) {
        return sharesLocation(Location.pin(latitude, longitude));
    }
}

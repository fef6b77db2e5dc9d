package org.whatsapppolicy.simulator.message.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.shown.ShownCard;
import org.whatsapppolicy.simulator.shown.ShownContent;

/**
 * Media by id or by link, wherever it stands: a message of its own, a header, a card. An id has to exist at once;
 * whether the content is any good the platform finds out later.
 */
public final class MediaCheck {

    private static final int LONGEST_CAPTION = 1024;
    private static final int LONGEST_LINK = 2048;
    private static final Set<String> KNOWN = Set.of("id", "link", "caption", "filename", "voice", "provider");
    private static final Map<String, Set<String>> MIME_TYPES = Map.of(
            "image", Set.of("image/jpeg", "image/png"),
            "sticker", Set.of("image/webp"),
            "video", Set.of("video/mp4", "video/3gpp"),
            "audio", Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"));

    private final MediaLookup uploaded;
    private final LinkedMedia linked;

    /** A check against these media. */
    public MediaCheck(MediaLookup uploaded, LinkedMedia linked) {
        this.uploaded = uploaded;
        this.linked = linked;
    }

    /**
     * Checks the object.
     *
     * @param kind image, video, audio, document or sticker
     * @param where what the object is called in refusals
     */
    public ShownContent.Media check(JsonNode object, String kind, String where) {
        Fields.object(object, where);
        Fields.onlyKnown(object, KNOWN, where);
        String id = Fields.absent(object.path("id")) ? null : id(object.path("id"), where);
        String link = Fields.optionalText(object.path("link"), where + ".link", LONGEST_LINK);
        if (id == null && link == null) {
            throw GraphErrors.missing(where + ".id");
        }
        if (link != null && !link.startsWith("https://") && !link.startsWith("http://")) {
            throw GraphErrors.invalid(where + ".link");
        }
        String caption = Fields.optionalText(object.path("caption"), where + ".caption", LONGEST_CAPTION);
        unwanted(caption != null && (kind.equals("audio") || kind.equals("sticker")), "caption", where);
        String filename = Fields.optionalText(object.path("filename"), where + ".filename", LONGEST_LINK);
        unwanted(filename != null && !kind.equals("document"), "filename", where);
        boolean voice = Fields.optionalBoolean(object.path("voice"), where + ".voice");
        unwanted(voice && !kind.equals("audio"), "voice", where);
        return new ShownContent.Media(kind, id, link, caption, filename, voice);
    }

    private String id(JsonNode node, String where) {
        String id = Fields.id(node, where + ".id");
        if (uploaded.mimeType(id) == null || !digits(id)) {
            throw GraphErrors.badParameter("Param " + where + ".id is not the id of media of this account.");
        }
        return id;
    }

    private static boolean digits(String id) {
        return id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static void unwanted(boolean there, String key, String where) {
        if (there) {
            throw GraphErrors.badParameter("Unexpected key \"" + key + "\" on param \"" + where + "\".");
        }
    }

    /** What the platform finds out about the media of a message only after it took it; null when they are fine. */
    public @Nullable GraphError laterFailure(ShownContent content) {
        if (content instanceof ShownContent.Media media) {
            return media(media);
        }
        if (!(content instanceof ShownContent.Rich rich)) {
            return null;
        }
        GraphError failure = rich.header() == null ? null : laterFailure(rich.header());
        for (ShownCard card : rich.cards()) {
            if (failure == null && card.header() != null) {
                failure = laterFailure(card.header());
            }
        }
        return failure;
    }

    private @Nullable GraphError media(ShownContent.Media media) {
        if (media.id() == null) {
            return media.link() == null || linked.good(media.link())
                    ? null
                    : GraphErrors.of(131053, "The media could not be fetched from the link.");
        }
        String mimeType = uploaded.mimeType(media.id());
        return mimeType == null || fits(media, mimeType)
                ? null
                : GraphErrors.of(131053, "Media of type " + mimeType + " cannot be sent as " + media.kind() + ".");
    }

    private static boolean fits(ShownContent.Media media, String mimeType) {
        int parameters = mimeType.indexOf(';');
        String bare =
                parameters < 0 ? mimeType : mimeType.substring(0, parameters).trim();
        if (bare.equals(MediaLookup.ANY)) {
            return true;
        }
        Set<String> wanted = MIME_TYPES.get(media.kind());
        return (wanted == null || wanted.contains(bare)) && (!media.voice() || bare.equals("audio/ogg"));
    }
}

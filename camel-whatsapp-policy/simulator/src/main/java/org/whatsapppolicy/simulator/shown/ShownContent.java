package org.whatsapppolicy.simulator.shown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in a bubble. Immutable; variables are filled in, limits are checked. */
public sealed interface ShownContent {

    /** One line of plain text that tells what it is, for lists of chats and for stories of a failed test. */
    String summary();

    /**
     * A text.
     *
     * @param preview whether the first link in it is shown with a preview
     */
    record Text(String body, boolean preview) implements ShownContent {

        @Override
        public String summary() {
            return body;
        }
    }

    /**
     * A picture, film, sound, file or sticker. One of {@code id} and {@code link} is there; the id wins.
     *
     * @param kind image, video, audio, document or sticker
     * @param id the media id in the simulator
     * @param link where the business keeps it
     * @param voice whether a sound is shown as a voice note
     */
    record Media(
            String kind,
            @Nullable String id,
            @Nullable String link,
            @Nullable String caption,
            @Nullable String filename,
            boolean voice)
            implements ShownContent {

        @Override
        public String summary() {
            return "[" + (voice ? "voice" : kind) + "]" + (caption != null ? " " + caption : "");
        }
    }

    /** A place on the map. Degrees as they were written. */
    record Location(
            double latitude,
            double longitude,
            @Nullable String name,
            @Nullable String address) implements ShownContent {

        @Override
        public String summary() {
            return "[location]" + (name != null ? " " + name : "");
        }
    }

    /** Cards of people. */
    record Contacts(List<ShownContact> cards) implements ShownContent {

        /** Copies the list. */
        public Contacts {
            cards = List.copyOf(cards);
        }

        @Override
        public String summary() {
            return "[contacts] "
                    + String.join(", ", cards.stream().map(ShownContact::name).toList());
        }
    }

    /**
     * An emoji stuck to an earlier message; it has no bubble of its own.
     *
     * @param emoji empty when an earlier reaction is taken back
     */
    record Reaction(String messageId, String emoji) implements ShownContent {

        @Override
        public String summary() {
            return emoji.isEmpty() ? "[reaction removed]" : "[reaction] " + emoji;
        }
    }

    /**
     * Header, body, footer and what can be tapped: every interactive message and every template.
     *
     * @param kind the interactive type, such as {@code list}; {@code template} for templates
     * @param header a {@link Text}, {@link Media}, {@link Location} or {@link Product}, null for none
     * @param body filled in; empty where the type has none
     * @param buttons in the order shown
     * @param sections what the list button opens; empty for other types
     * @param cards what is shown side by side below the body; empty for other types
     * @param template null for interactive messages
     */
    record Rich(
            String kind,
            @Nullable ShownContent header,
            String body,
            @Nullable String footer,
            List<ShownButton> buttons,
            List<ShownSection> sections,
            List<ShownCard> cards,
            @Nullable ShownTemplate template)
            implements ShownContent {

        /** Copies the lists. */
        public Rich {
            buttons = List.copyOf(buttons);
            sections = List.copyOf(sections);
            cards = List.copyOf(cards);
        }

        @Override
        public String summary() {
            return body.isEmpty() ? "[" + kind + "]" : body;
        }
    }

    /** A product of a catalog. */
    record Product(String catalogId, String retailerId) implements ShownContent {

        @Override
        public String summary() {
            return "[product] " + retailerId;
        }
    }

    /**
     * A tap or a pick of the person, shown as the label.
     *
     * @param id what the business gets back: the payload, or the id of the button or row
     */
    record Tapped(String label, String id) implements ShownContent {

        @Override
        public String summary() {
            return label;
        }
    }

    /** Anything else, such as an order or a filled-in form: its type and its JSON. */
    record Other(String type, String json) implements ShownContent {

        @Override
        public String summary() {
            return "[" + type + "]";
        }
    }
}

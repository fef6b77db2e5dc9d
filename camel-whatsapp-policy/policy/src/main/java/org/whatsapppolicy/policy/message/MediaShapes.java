package org.whatsapppolicy.policy.message;

/** Media and places, which messages, headers and template parameters share. */
final class MediaShapes {

    private static final int CAPTION = 1024;

    static final ObjectShape MEDIA = Shape.object()
            .optional("id", Shape.text())
            .optional("link", Shape.url())
            .exactlyOne("id", "link");

    static final ObjectShape CAPTIONED = MEDIA.optional("caption", Shape.upTo(CAPTION));

    static final ObjectShape DOCUMENT = CAPTIONED.optional("filename", Shape.text());

    static final ObjectShape AUDIO =
            MEDIA.optional("voice", Shape.flag()).never("caption", "for audio: send the words as a text of their own");

    static final ObjectShape LOCATION = Shape.object()
            .required("latitude", Shape.coordinate(90))
            .required("longitude", Shape.coordinate(180))
            .optional("name", Shape.text())
            .optional("address", Shape.text());

    private MediaShapes() {}
}

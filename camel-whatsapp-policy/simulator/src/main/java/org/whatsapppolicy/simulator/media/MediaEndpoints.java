package org.whatsapppolicy.simulator.media;

import java.util.List;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.number.Numbers;

/** What can be asked about media on the Graph paths. */
public final class MediaEndpoints {

    private MediaEndpoints() {}

    /** One of each. */
    public static List<Endpoint> of(Media media, Numbers numbers, MediaUrl urls) {
        return List.of(
                new UploadMedia(media, numbers), new ReadMedia(media, numbers, urls), new DeleteMedia(media, numbers));
    }
}

package org.whatsapppolicy.simulator.http;

import java.util.List;
import java.util.stream.Stream;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.media.MediaEndpoints;
import org.whatsapppolicy.simulator.number.NumberEndpoints;
import org.whatsapppolicy.simulator.template.TemplateEndpoints;

/**
 * The one list of everything that can be asked for on the Graph paths, apart from messages. Where two share a path, the
 * first that knows the id answers; numbers come last, as any id is taken for one while none is declared.
 */
final class Endpoints {

    private Endpoints() {}

    static List<Endpoint> of(Platform platform) {
        return Stream.of(
                        MediaEndpoints.of(platform.media(), platform.numbers(), platform.mediaUrls()),
                        TemplateEndpoints.of(platform.templates(), platform.numbers()),
                        NumberEndpoints.of(platform.numbers()))
                .flatMap(List::stream)
                .toList();
    }
}

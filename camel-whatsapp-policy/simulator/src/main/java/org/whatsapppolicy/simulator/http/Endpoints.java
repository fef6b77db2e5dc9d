package org.whatsapppolicy.simulator.http;

import java.util.List;
import java.util.stream.Stream;
import org.whatsapppolicy.simulator.account.AccountEndpoints;
import org.whatsapppolicy.simulator.account.HealthStatus;
import org.whatsapppolicy.simulator.app.AppEndpoints;
import org.whatsapppolicy.simulator.block.BlockEndpoints;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.media.MediaEndpoints;
import org.whatsapppolicy.simulator.number.NumberEndpoints;
import org.whatsapppolicy.simulator.number.NumberFields;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.template.TemplateEndpoints;
import org.whatsapppolicy.simulator.thread.ThreadEndpoints;

/**
 * The one list of everything that can be asked for on the Graph paths, apart from messages. Where two share a path, the
 * first that knows the id answers; numbers come last, as any id is taken for one while none is declared.
 */
final class Endpoints {

    private Endpoints() {}

    static List<Endpoint> of(Platform platform) {
        Numbers numbers = platform.numbers();
        HealthStatus health = new HealthStatus(platform.accounts());
        NumberFields fields = new NumberFields(platform.clock(), health);
        return Stream.of(
                        AppEndpoints.of(platform.tokens()),
                        MediaEndpoints.of(platform.media(), numbers, platform.mediaUrls()),
                        TemplateEndpoints.of(platform.templates(), numbers),
                        AccountEndpoints.of(platform.accounts(), numbers, fields, health),
                        BlockEndpoints.of(platform.blockLists(), platform.people(), numbers),
                        ThreadEndpoints.of(platform.threads(), platform.people(), numbers),
                        NumberEndpoints.of(numbers, platform.clock(), fields, platform.numberListener()))
                .flatMap(List::stream)
                .toList();
    }
}

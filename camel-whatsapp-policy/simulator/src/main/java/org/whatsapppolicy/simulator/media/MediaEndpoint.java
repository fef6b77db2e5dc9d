package org.whatsapppolicy.simulator.media;

import java.util.List;
import java.util.Locale;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** An endpoint on the id of a media. {@code phone_number_id}, when given, has to be the number it belongs to. */
abstract class MediaEndpoint implements Endpoint {

    private final Media media;
    private final Numbers numbers;

    MediaEndpoint(Media media, Numbers numbers) {
        this.media = media;
        this.numbers = numbers;
    }

    @Override
    public final boolean knows(String id) {
        return media.gaveOut(id);
    }

    @Override
    public final List<String> assets(String id) {
        StoredMedia stored = media.find(id);
        SimulatedNumber number = stored == null ? null : numbers.find(stored.phoneNumberId());
        return number == null ? List.of(id) : List.of(number.id(), number.accountId());
    }

    @Override
    public final Reply answer(Call call) {
        StoredMedia stored = media.find(call.id());
        String number = call.text("phone_number_id");
        if (stored == null || (number != null && !number.equals(stored.phoneNumberId()))) {
            throw new Refused(GraphErrors.unknownObject(route().method().toLowerCase(Locale.ROOT), call.id()));
        }
        return answer(call, stored);
    }

    abstract Reply answer(Call call, StoredMedia stored);
}

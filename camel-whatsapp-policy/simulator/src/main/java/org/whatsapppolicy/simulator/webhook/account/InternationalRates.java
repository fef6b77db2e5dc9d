package org.whatsapppolicy.simulator.webhook.account;

import java.util.Map;
import java.util.TreeMap;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * From when authentication messages cost the international rate: {@code auth_international_rate_eligibility}.
 *
 * @param start in seconds since 1970
 * @param exceptions countries with a start of their own
 */
public record InternationalRates(long start, Map<String, Long> exceptions) implements AccountUpdate.Detail {

    /** Copies the map. */
    public InternationalRates {
        exceptions = Map.copyOf(exceptions);
    }

    @Override
    public void write(JsonBytes json) {
        json.object("auth_international_rate_eligibility")
                .put("start_time", start)
                .array("exception_countries");
        new TreeMap<>(exceptions).forEach((country, from) -> json.object()
                .put("country_code", country)
                .put("start_time", from)
                .end());
        json.end().end();
    }
}

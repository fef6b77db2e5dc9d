package org.whatsapppolicy.simulator.webhook.account;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * Whether the account is banned: {@code ban_info}.
 *
 * @param state {@code SCHEDULE_FOR_DISABLE}, {@code DISABLE} or {@code REINSTATE}
 * @param date told in words: {@code November 25, 2026}
 */
public record Ban(String state, LocalDate date) implements AccountUpdate.Detail {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

    @Override
    public void write(JsonBytes json) {
        json.object("ban_info")
                .put("waba_ban_state", state)
                .put("waba_ban_date", WORDS.format(date))
                .end();
    }
}

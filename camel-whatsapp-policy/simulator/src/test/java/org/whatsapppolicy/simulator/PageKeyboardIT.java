package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.whatsapppolicy.simulator.people.Chat;
import org.whatsapppolicy.simulator.shown.ShownMessage;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

@DisplayName("The page, by keyboard alone,")
class PageKeyboardIT {

    private static final String ANNA = "+15550101001";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private final Simulator simulator = aSimulator()
            .template(SimulatedTemplate.of("parcel_sent", "en_US", "UTILITY").withQuickReplies("Thanks"))
            .build()
            .start();
    private final Chat chat = simulator.people().person(ANNA).named("Anna Berg").chat();

    @BeforeEach
    void message() throws Exception {
        simulator.people().person("+15550101002").named("Bert Cole").writes("Hello?");
        new Client(simulator).send(Client.template(ANNA, "parcel_sent", "en_US", "[]"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void leads_from_the_list_to_an_answer_and_a_tap() {
        Phones phones = BROWSER.open(simulator);
        phones.person("Anna Berg");

        phones.tabTo("#people-list", false).press(Keys.ARROW_DOWN, Keys.HOME, Keys.ENTER);
        phones.shows("#chat-name", "Anna Berg");
        phones.await("the focus to be where one writes", page -> focused(phones).equals("write"));
        phones.press("Hello", Keys.ENTER).newest("Hello");
        phones.tabTo(".tap", true).press(Keys.ENTER).newest("Thanks");

        assertThat(chat.messages()).extracting(ShownMessage::fromBusiness).containsExactly(true, false, false);
        assertThat(chat.messages().get(2).repliesTo())
                .isEqualTo(chat.messages().get(0).id());
    }

    @Test
    void skips_to_the_chat() {
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");
        phones.js("document.activeElement.blur()");

        phones.tabTo(".skip a[href='#write']", false).press(Keys.ENTER);

        assertThat(focused(phones)).isEqualTo("write");
    }

    @Test
    void closes_a_dialog_with_escape_and_is_back_where_it_was() {
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");

        phones.tabTo("#chat-more", true).press(Keys.ENTER).find("dialog[open]");
        phones.press(Keys.ESCAPE);

        phones.await("the focus to be back", page -> focused(phones).equals("chat-more"));
    }

    @Test
    void tells_a_screen_reader_what_arrives() throws Exception {
        Phones phones = BROWSER.open(simulator).openPhoneOf("Bert Cole");
        phones.newest("Hello?");

        new Client(simulator).send(Client.text("+15550101002", "Yes?"));

        phones.await("an announcement", page -> String.valueOf(
                        phones.js("return document.querySelector('[role=status]').textContent"))
                .equals("Message from the business: Yes?"));
    }

    private static String focused(Phones phones) {
        return String.valueOf(phones.js("return document.activeElement.id"));
    }
}

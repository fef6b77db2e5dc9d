package org.whatsapppolicy.simulator.conformance;

import java.util.List;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** The templates that the sample requests fill in. */
final class StudioTemplates {

    private StudioTemplates() {}

    static List<SimulatedTemplate> all() {
        return List.of(
                marketing("autumn_glazes").withMediaHeader("IMAGE").withBody("Dear {{guest}}, {{rebate}} off."),
                utility("bowl_ready").withVariables(2),
                utility("studio_open"),
                utility("studio_bill").withVariables(3),
                utility("care_leaflet").withMediaHeader("DOCUMENT"),
                utility("shelf_photo").withMediaHeader("IMAGE"),
                utility("wheel_film").withMediaHeader("VIDEO"),
                utility("cart_on_its_way").withMediaHeader("LOCATION"),
                SimulatedTemplate.of("door_code", "en_US", "AUTHENTICATION").withVariables(1),
                marketing("class_offer").withQuickReplies("More"),
                marketing("shelf_cards").withVariables(1),
                marketing("autumn_news"),
                marketing("tile_catalog"),
                marketing("tile_choice"),
                utility("class_booking"),
                marketing("last_days").withMediaHeader("IMAGE").withVariables(2));
    }

    private static SimulatedTemplate marketing(String name) {
        return SimulatedTemplate.of(name, "en_US", "MARKETING");
    }

    private static SimulatedTemplate utility(String name) {
        return SimulatedTemplate.of(name, "en_US", "UTILITY");
    }
}

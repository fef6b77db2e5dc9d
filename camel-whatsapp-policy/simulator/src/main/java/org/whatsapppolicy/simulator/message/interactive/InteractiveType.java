package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Content;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.message.type.MessageType;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code interactive}: header, body, footer and something to tap. */
public final class InteractiveType implements MessageType {

    private static final Set<String> KNOWN = Set.of("type", "header", "body", "footer", "action");
    private static final Map<String, InteractiveKind> KINDS = Stream.of(
                    new ReplyButtons(),
                    new OptionList(),
                    new CallToAction(),
                    new FlowButton(),
                    new SingleProduct(),
                    new ProductList(),
                    new CatalogMessage(),
                    new Asking("location_request_message", "send_location", "SEND_LOCATION"),
                    new Asking("contact_request", "request_contact_info", "CONTACT_INFO"),
                    new Asking("call_permission_request", "call_permission_request", "CALL_PERMISSION"),
                    new AddressForm(),
                    new Carousel(),
                    new Payment("order_details", "review_and_pay"),
                    new Payment("order_status", "review_order"))
            .collect(Collectors.toUnmodifiableMap(InteractiveKind::name, Function.identity()));

    private final MediaCheck media;

    /** A type whose headers hold these media. */
    public InteractiveType(MediaCheck media) {
        this.media = media;
    }

    @Override
    public String name() {
        return "interactive";
    }

    @Override
    public Content check(JsonNode object) {
        Fields.object(object, "interactive");
        Fields.onlyKnown(object, KNOWN, "interactive");
        InteractiveKind kind = KINDS.get(Fields.text(object.path("type"), "interactive.type", 64));
        if (kind == null) {
            throw GraphErrors.invalid("interactive.type");
        }
        ShownContent.Rich shown = kind.check(object, media);
        return Content.freeForm(shown);
    }

    /** What the person's app cannot show: the platform says so later, or never. Null when it can. */
    public static @Nullable GraphError incapable(ShownContent shown, String waId) {
        return shown instanceof ShownContent.Rich rich
                        && rich.kind().equals("address_message")
                        && !waId.startsWith("91")
                ? GraphErrors.of(1026, "The recipient's app cannot show this message.")
                : null;
    }
}

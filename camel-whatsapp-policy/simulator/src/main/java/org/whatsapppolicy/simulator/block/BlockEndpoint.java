package org.whatsapppolicy.simulator.block;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.number.NumberEndpoint;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.people.Person;

/** Changes a block list person by person; what cannot be done is listed with its error beside what was done. */
abstract class BlockEndpoint extends NumberEndpoint {

    private static final String PARENT_PREFIX = "ENT.";

    private final BlockLists lists;
    private final People people;
    private final String done;

    BlockEndpoint(BlockLists lists, People people, Numbers numbers, String done) {
        super(numbers);
        this.lists = lists;
        this.people = people;
        this.done = done;
    }

    @Override
    protected Reply answer(Call call, SimulatedNumber number) {
        call.whatsapp();
        JsonNode users = call.parameters().path("block_users");
        if (!users.isArray() || users.isEmpty()) {
            throw GraphErrors.badParameter("Param block_users must be a list of users.");
        }
        lists.failIfTold();
        before(lists, number, users.size());
        ArrayNode changed = JsonNodeFactory.instance.arrayNode();
        ArrayNode failed = JsonNodeFactory.instance.arrayNode();
        for (JsonNode user : users) {
            one(number, user, changed, failed);
        }
        return reply(changed, failed);
    }

    private void one(SimulatedNumber number, JsonNode user, ArrayNode changed, ArrayNode failed) {
        String input = user.path("user").asText(user.path("user_id").asText(""));
        Recipient who = recipient(input, number);
        Person person = who == null ? null : people.find(who.address());
        GraphError error = who == null
                ? GraphErrors.of(131009, "The user is no phone number and no business-scoped user id.")
                : change(lists, number, person);
        if (who == null || error != null) {
            fail(failed, input, error != null ? error : GraphErrors.of(131009));
            return;
        }
        changed.addObject()
                .put("input", input)
                .put(who.kind() == Recipient.Kind.USER_ID ? "user_id" : "wa_id", who.address());
    }

    private static @Nullable Recipient recipient(String input, SimulatedNumber number) {
        Recipient byUserId = Recipient.userId(input);
        if (byUserId == null) {
            return Recipient.phone(input, number);
        }
        return input.startsWith(PARENT_PREFIX, 3) ? null : byUserId;
    }

    private static void fail(ArrayNode failed, String input, GraphError error) {
        ObjectNode entry = failed.addObject().put("input", input);
        ObjectNode detail = entry.putArray("errors").addObject();
        detail.put("message", error.message()).put("code", error.code());
        detail.putObject("error_data").put("details", error.details());
    }

    private Reply reply(ArrayNode changed, ArrayNode failed) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
        ObjectNode users = answer.putObject("block_users");
        users.set(done, changed);
        if (failed.isEmpty()) {
            return Reply.of(answer);
        }
        users.set("failed_users", failed);
        GraphError partly = GraphErrors.of(139100);
        answer.putObject("errors")
                .put("message", partly.message())
                .put("type", partly.type())
                .put("code", partly.code())
                .putObject("error_data")
                .put("details", partly.details());
        return new Reply(partly.status(), answer.toString(), partly.code());
    }

    /** Refuses all of it. */
    abstract void before(BlockLists blockLists, SimulatedNumber number, int users);

    /** Does it for one person, null for somebody never heard of, or says why not. */
    abstract @Nullable GraphError change(BlockLists blockLists, SimulatedNumber number, @Nullable Person person);
}

package org.whatsapppolicy.simulator.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell the receiver.
 *
 * @param field the subscribed field
 * @param kind status or message type, for the ledger
 * @param id the message it is about
 * @param body the whole payload
 */
record Event(String field, String kind, @Nullable String id, JsonNode body) {}

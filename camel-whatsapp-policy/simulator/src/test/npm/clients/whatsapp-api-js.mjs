import assert from "node:assert";
import { WhatsAppAPI } from "whatsapp-api-js";
import { Text } from "whatsapp-api-js/messages/text";
import { Location } from "whatsapp-api-js/messages/location";

export const name = "whatsapp-api-js";
export const sends = 2;

export async function run({ number, token, version, to }) {
  const client = new WhatsAppAPI({ token, appSecret: "secret", v: version, ponyfill: { fetch: globalThis.fetch } });
  const text = await client.sendMessage(number, to, new Text("Hello"));
  assert.match(text.messages[0].id, /^wamid\./);
  const location = await client.sendMessage(number, to, new Location(-2.2, 53.0, "Kiln", "8 Kiln Lane"));
  assert.match(location.messages[0].id, /^wamid\./);
}

import assert from "node:assert";
import { WABAClient } from "whatsapp-business";

export const name = "whatsapp-business";
export const sends = 1;

export async function run({ number, account, token, to }) {
  const client = new WABAClient({ accountId: account, apiToken: token, phoneId: number });
  const text = await client.sendMessage({ to, type: "text", text: { body: "Hello" } });
  assert.match(text.messages[0].id, /^wamid\./);
}

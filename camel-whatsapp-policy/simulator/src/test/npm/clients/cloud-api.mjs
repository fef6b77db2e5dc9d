import assert from "node:assert";
import { createBot } from "whatsapp-cloud-api";

export const name = "whatsapp-cloud-api";
export const sends = 3;

export async function run({ number, token, to }) {
  const bot = createBot(number, token);
  const text = await bot.sendText(to, "Hello");
  assert.match(text.messageId, /^wamid\./);
  assert.equal(text.whatsappId, to);
  await bot.sendReplyButtons(to, "Blue or green?", { blue: "Blue", green: "Green" });
  await bot.sendLocation(to, 53.0, -2.2, { name: "Kiln", address: "8 Kiln Lane" });
}

import assert from "node:assert";
import { WhatsAppClient } from "@kapso/whatsapp-cloud-api";

export const name = "@kapso/whatsapp-cloud-api";
export const sends = 3;

export async function run({ base, number, token, to }) {
  const client = new WhatsAppClient({ accessToken: token, baseUrl: base });
  const text = await client.messages.sendText({ phoneNumberId: number, to, body: "Hello" });
  assert.match(text.messages[0].id, /^wamid\./);
  await client.messages.sendImage({
    phoneNumberId: number,
    to,
    image: { link: "https://files.example/bowl.jpg", caption: "A bowl" },
  });
  await client.messages.sendInteractiveButtons({
    phoneNumberId: number,
    to,
    bodyText: "Blue or green?",
    buttons: [
      { id: "blue", title: "Blue" },
      { id: "green", title: "Green" },
    ],
  });
  await assert.rejects(client.messages.sendText({ phoneNumberId: number, to: "nobody", body: "Hello" }));
}

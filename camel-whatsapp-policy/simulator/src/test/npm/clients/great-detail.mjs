import assert from "node:assert";
import { Client } from "@great-detail/whatsapp";

export const name = "@great-detail/whatsapp";
export const sends = 2;

export async function run({ base, number, token, version, to }) {
  const client = new Client({ baseUrl: base, graphVersion: `${version}/`, request: { headers: { Authorization: `Bearer ${token}` } } });
  const text = await client.message
    .createMessage({ phoneNumberID: number, to, type: "text", text: { body: "Hello" } })
    .json();
  assert.match(text.messages[0].id, /^wamid\./);
  await client.message
    .createMessage({
      phoneNumberID: number,
      to,
      type: "location",
      location: { latitude: 53.0, longitude: -2.2, name: "Kiln", address: "8 Kiln Lane" },
    })
    .json();
  const about = await client.phoneNumbers.getPhoneNumber({ phoneNumberID: number }).json();
  assert.equal(about.id, number);
}

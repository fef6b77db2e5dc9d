import assert from "node:assert";
import bizSdk from "facebook-nodejs-business-sdk";

export const name = "facebook-nodejs-business-sdk";
export const sends = 1;

export async function run({ number, token, to }) {
  const api = new bizSdk.FacebookAdsApi(token, "en_US", false);
  const answer = await api.call("POST", [number, "messages"], {
    messaging_product: "whatsapp",
    to,
    type: "text",
    text: { body: "Hello" },
  });
  assert.match(answer.messages[0].id, /^wamid\./);
  const about = await api.call("GET", [number], { fields: "display_phone_number,quality_rating" });
  assert.equal(about.id, number);
}

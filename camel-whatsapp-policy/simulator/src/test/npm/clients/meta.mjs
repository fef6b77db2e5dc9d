import assert from "node:assert";

export const name = "whatsapp";
export const sends = 2;

export async function run({ number, token, version, to }) {
  Object.assign(process.env, {
    WA_BASE_URL: "graph.facebook.com",
    M4D_APP_ID: "1",
    M4D_APP_SECRET: "secret",
    WA_PHONE_NUMBER_ID: number,
    WA_BUSINESS_ACCOUNT_ID: "100000000000001",
    CLOUD_API_VERSION: version,
    CLOUD_API_ACCESS_TOKEN: token,
    WEBHOOK_ENDPOINT: "hook",
    WEBHOOK_VERIFICATION_TOKEN: "token",
    LISTENER_PORT: "0",
  });
  const { default: module } = await import("whatsapp");
  const WhatsApp = module.default ?? module;
  const client = new WhatsApp(Number(number));
  const text = await client.messages.text({ body: "Hello" }, Number(to));
  assert.equal(text.statusCode(), 200);
  assert.match((await text.responseBodyToJSON()).messages[0].id, /^wamid\./);
  const location = await client.messages.location({ latitude: 53, longitude: -2, name: "Kiln", address: "8 Kiln Lane" }, Number(to));
  assert.equal(location.statusCode(), 200);
}

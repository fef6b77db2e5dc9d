import assert from "node:assert";
import WhatsappCloudAPI from "whatsappcloudapi_wrapper";

export const name = "whatsappcloudapi_wrapper";
export const sends = 2;

export async function run({ base, number, account, token, version, to }) {
  const client = new WhatsappCloudAPI({
    accessToken: token,
    graphAPIVersion: version,
    senderPhoneNumberId: number,
    WABA_ID: account,
  });
  client.baseUrl = `${base}/${version}/${number}`;
  const text = await client.sendText({ recipientPhone: to, message: "Hello" });
  assert.equal(text.status, "success");
  await client.sendSimpleButtons({
    recipientPhone: to,
    message: "Blue or green?",
    listOfButtons: [
      { title: "Blue", id: "blue" },
      { title: "Green", id: "green" },
    ],
  });
}

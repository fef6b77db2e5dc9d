// Runs every client against the simulator at the address given, and fails if one fails or fewer than four ran.
import { readdir, readFile } from "node:fs/promises";
import { redirect } from "./redirect.mjs";

const FEWEST = 4;
const base = process.argv[2];
const business = { base, number: "200000000000001", account: "100000000000001", token: "npm-token", version: "v23.0" };
redirect(base);

async function accepted() {
  const ledger = await fetch(`${base}/simulator/ledger`);
  const lines = (await ledger.text()).split("\n").filter(Boolean).map((line) => JSON.parse(line));
  return lines.filter((line) => line.accepted);
}

let passed = 0;
let failed = 0;
for (const file of (await readdir(new URL("clients/", import.meta.url))).sort()) {
  const client = await import(`./clients/${file}`);
  const { version } = JSON.parse(
    await readFile(new URL(`node_modules/${client.name}/package.json`, import.meta.url), "utf8"),
  );
  const before = await accepted();
  try {
    await client.run({ ...business, to: `1555020${String(passed + failed).padStart(4, "0")}` });
    const sent = (await accepted()).slice(before.length).map((line) => line.type ?? "text");
    if (sent.length < client.sends) {
      throw new Error(`${client.sends} messages were to be accepted, the ledger shows ${sent.length}`);
    }
    passed++;
    console.log(`ok      ${client.name} ${version}: ${sent.join(", ")}`);
  } catch (failure) {
    failed++;
    console.log(`failed  ${client.name} ${version}: ${failure?.stack ?? JSON.stringify(failure)}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed < FEWEST ? 1 : 0);

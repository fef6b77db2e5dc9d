// How much of each limit is used up.

import { h } from "./dom.js";

const NAMES = {
  throughput: "Throughput, this second",
  pair_rate: "Pair rate",
  portfolio: "Messaging limit, people in 24 h",
  marketing: "Marketing per person, 24 h",
  us_marketing: "Marketing to the US",
  upgrades: "Towards the next tier",
};

export function limits(body) {
  return ({ limits: all }) => {
    if (all.length === 0) {
      body.replaceChildren(h("p", { class: "quiet" }, "No limit is in force."));
      return;
    }
    body.replaceChildren(h("ul", { class: "rows" }, all.map(row)));
  };
}

function row(limit) {
  const name = NAMES[limit.name] ?? limit.name;
  const used = limit.used.toLocaleString();
  const text = limit.of === null ? used : used + " of " + limit.of.toLocaleString();
  return h("li", {},
    h("span", { class: "row-name" }, name),
    h("span", { class: "row-value" }, text),
    limit.of ? h("progress", { max: limit.of, value: Math.min(limit.used, limit.of), "aria-label": name + ": " + text }) : null,
    h("span", { class: "row-about quiet" }, limit.subject + (limit.refused ? " · " + limit.refused.toLocaleString() + " refused" : "")));
}

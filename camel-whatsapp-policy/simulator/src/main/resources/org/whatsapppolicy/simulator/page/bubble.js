// One message as the app shows it.

import { h, icon } from "./dom.js";
import { buttons, drawn } from "./content.js";
import { hour, whole } from "./format.js";
import { summary } from "./summary.js";
import { ticks } from "./ticks.js";

export function bubble(message, { quoted, reactions, tap, reply, react }) {
  const business = message.from === "business";
  const failed = message.progress === "failed";
  const content = message.content;
  return h("li", {
    class: "message from-" + message.from + (failed ? " failed" : ""),
    "data-id": message.id,
    "data-progress": message.progress,
  },
  h("div", { class: "bubble" },
    h("span", { class: "unseen" }, business ? "Business: " : "Person: "),
    content.template ? h("p", { class: "origin" }, [content.template.name, content.template.language,
      content.template.category.toLowerCase()].join(" · ")) : null,
    quoted ? h("blockquote", { class: "quote" }, summary(quoted.content)) : null,
    drawn(content, (button) => tap(message, button)),
    h("p", { class: "foot" },
      h("time", { datetime: message.at, title: whole(message.at) }, hour(message.at)),
      business ? ticks(message) : null),
    failed ? h("p", { class: "why" }, h("strong", {}, String(message.failure)), " " + (message.why ?? "not delivered")) : null,
    reactions?.length ? h("p", { class: "reactions", "aria-label": "Reactions" }, reactions.join(" ")) : null),
  content.type === "rich" ? buttons(content.buttons, content, (button) => tap(message, button)) : null,
  h("div", { class: "on-message" },
    h("button", { type: "button", class: "plain", "aria-label": "Answer to this message", onclick: () => reply(message) }, icon("reply")),
    business ? h("button", { type: "button", class: "plain", "aria-label": "React to this message", onclick: () => react(message) }, icon("smile")) : null));
}

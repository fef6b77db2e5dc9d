// The last webhooks and how the receiver took them.

import { post } from "./api.js";
import { h } from "./dom.js";
import { hour, whole } from "./format.js";

const TROUBLE = [["late", "Next one late"], ["repeat", "Next one twice"], ["reorder", "Reorder next two"], ["lose", "Lose next one"]];

export function webhooks(body) {
  const none = h("p", { class: "quiet" });
  const problem = h("p", { class: "problem", role: "alert", hidden: true });
  const buttons = h("div", { class: "buttons", role: "group", "aria-label": "Trouble with webhooks" }, TROUBLE.map(([what, label]) =>
    h("button", {
      type: "button",
      class: "pill",
      onclick: () => post("/webhooks/" + what).then(() => (problem.hidden = true), (failed) => {
        problem.textContent = failed.message;
        problem.hidden = false;
      }),
    }, label)));
  const list = h("ol", { class: "hooks" });
  const shown = new Map();
  body.append(none, buttons, problem, list);
  return (answer) => {
    none.hidden = answer.last.length > 0 && answer.enabled;
    none.textContent = answer.enabled ? "None was sent yet." : "Nobody listens: the simulator was started without a webhook address.";
    buttons.hidden = !answer.enabled;
    const wanted = new Set(answer.last.map((hook) => hook.number));
    for (const [key, element] of shown) {
      if (!wanted.has(key)) {
        element.remove();
        shown.delete(key);
      }
    }
    for (const hook of [...answer.last].reverse()) {
      if (!shown.has(hook.number)) {
        const element = one(hook);
        shown.set(hook.number, element);
        list.prepend(element);
      }
    }
  };
}

function one(hook) {
  const good = hook.status === 200;
  const result = hook.fault === "lost" ? "lost" : hook.status === 0 ? "no answer" : String(hook.status);
  const details = h("details", {},
    h("summary", {},
      h("span", { class: "badge " + (good ? "good" : "bad") }, result),
      h("span", { class: "hook-kind" }, hook.field === "messages" ? hook.kind : hook.field + " " + hook.kind),
      hook.fault ? h("span", { class: "mark" }, hook.fault) : null,
      hook.attempt > 1 ? h("span", { class: "mark" }, "attempt " + hook.attempt) : null,
      h("time", { datetime: hook.at, title: whole(hook.at), class: "quiet" }, hour(hook.at))));
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) {
      details.append(h("pre", { class: "json", tabindex: "0", "aria-label": "Body" }, pretty(hook.body)));
    }
  });
  return h("li", {}, details);
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

// What goes wrong on purpose.

import { post, remove } from "./api.js";
import { h, icon } from "./dom.js";

// What "messages" stands for.
const MESSAGES = ["message", "marketing_message", "read"];

export function faults(body) {
  const kind = h("select", { id: "fault-kind" });
  const what = h("select", { id: "fault-operation" });
  const times = h("input", { id: "fault-times", type: "number", min: "1", max: "100000", value: "1" });
  const who = h("input", { id: "fault-recipient", type: "text", placeholder: "everybody", autocomplete: "off" });
  const problem = h("p", { class: "problem", role: "alert", hidden: true });
  const form = h("form", {
    class: "fault-form",
    onsubmit: async (event) => {
      event.preventDefault();
      const asked = { fault: kind.value, times: Number(times.value) };
      if (what.value) {
        asked.operation = what.value;
      } else if (who.value.trim()) {
        asked.recipient = who.value.trim();
      }
      await post("/faults", asked).then(() => (problem.hidden = true), (failed) => {
        problem.textContent = failed.message;
        problem.hidden = false;
      });
    },
  },
  h("label", { for: "fault-kind" }, "Fault"), kind,
  h("label", { for: "fault-operation" }, "Of"), what,
  h("label", { for: "fault-times" }, "Times"), times,
  h("label", { for: "fault-recipient" }, "Only to"), who,
  h("button", { type: "submit", class: "pill" }, "Add"));
  const list = h("ul", { class: "rows" });
  const none = h("p", { class: "quiet" }, "Everything works.");
  body.append(none, list, form, problem);
  return (answer) => {
    if (kind.options.length === 0) {
      kind.append(...answer.known.map((name) => h("option", { value: name }, name)));
      what.append(h("option", { value: "" }, "messages"),
        ...answer.operations.filter((name) => !MESSAGES.includes(name)).map((name) => h("option", { value: name }, name.replace("_", " "))));
    }
    none.hidden = answer.faults.length > 0;
    list.replaceChildren(...answer.faults.map((rule) => h("li", {},
      h("span", { class: "row-name" }, rule.faults.join(", ")),
      h("span", { class: "row-value" },
        h("button", { type: "button", class: "plain", "aria-label": "Remove " + rule.faults.join(", "),
          onclick: () => remove("/faults/" + rule.id) }, icon("close"))),
      h("span", { class: "row-about quiet" }, about(rule)))));
  };
}

function about(rule) {
  const often = rule.chance !== undefined ? Math.round(rule.chance * 1000) / 10 + " % of messages, seed " + rule.seed
    : rule.left === undefined ? "always" : rule.left === 1 ? "once" : rule.left + " times";
  return often + (rule.operations ? ", " + rule.operations.join(", ").replace("_", " ") : "") + (rule.recipient ? ", to " + rule.recipient : "");
}

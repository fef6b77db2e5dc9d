// The time the simulator lives by, and the buttons that move it.

import { post } from "./api.js";
import { h } from "./dom.js";
import { whole } from "./format.js";

const STEPS = [["PT1M", "+1 min"], ["PT1H", "+1 h"], ["PT24H", "+24 h"], ["P7D", "+7 days"]];

export function clock(body) {
  const time = h("p", { class: "clock", id: "clock-now" });
  const kind = h("p", { class: "quiet" });
  const problem = h("p", { class: "problem", role: "alert", hidden: true });
  const busy = (on) => buttons.querySelectorAll("button").forEach((button) => button.toggleAttribute("disabled", on));
  const buttons = h("div", { class: "buttons", role: "group", "aria-label": "Move the clock", hidden: true },
    STEPS.map(([advance, label]) => h("button", {
      type: "button",
      class: "pill",
      onclick: async () => {
        busy(true);
        await post("/clock", { advance }).then(() => (problem.hidden = true), (failed) => {
          problem.textContent = failed.message;
          problem.hidden = false;
        });
        busy(false);
      },
    }, label)));
  body.append(time, kind, buttons, problem);
  let ticking = null;
  return (now) => {
    clearInterval(ticking);
    time.textContent = whole(now.now);
    time.title = now.now;
    buttons.hidden = !now.virtual;
    kind.textContent = now.virtual ? "Stands still until it is moved." : "Runs with this machine's clock.";
    if (!now.virtual) {
      const ahead = new Date(now.now) - Date.now();
      ticking = setInterval(() => (time.textContent = whole(Date.now() + ahead)), 1000);
    }
  };
}

// The simulator itself: clock, limits, quality, faults and webhooks. Each section is one small file that draws itself anew when
// the counters it names have moved.

import { get } from "./api.js";
import { byId, h } from "./dom.js";
import { calmly } from "./live.js";
import { clock } from "./panel-clock.js";
import { faults } from "./panel-faults.js";
import { limits } from "./panel-limits.js";
import { numbers } from "./panel-numbers.js";
import { totals } from "./panel-totals.js";
import { webhooks } from "./panel-webhooks.js";

const SECTIONS = [
  { title: "Clock", id: "clock", path: "/clock", on: ["clock"], draw: clock },
  { title: "Traffic", id: "totals", path: null, on: ["requests", "accepted", "webhooks"], draw: totals },
  { title: "Limits in use", id: "limits", path: "/limits", on: ["requests", "limits", "clock"], draw: limits },
  { title: "Business numbers", id: "numbers", path: "/numbers", on: ["numbers", "requests"], draw: numbers },
  { title: "Faults", id: "faults", path: "/faults", on: ["faults"], draw: faults },
  { title: "Last webhooks", id: "webhooks", path: "/webhooks?limit=25", on: ["webhooks"], draw: webhooks },
];

export function panel() {
  const sections = SECTIONS.map((section) => {
    const body = h("div", { class: "section-body" });
    byId("panel-scroll").append(
      h("details", { open: true, id: "panel-" + section.id }, h("summary", {}, h("h3", {}, section.title)), body));
    let state = null;
    const update = section.draw(body);
    const run = calmly(500, async () => update(section.path ? await get(section.path) : null, state));
    return (now, moved) => {
      state = now;
      if (moved("run") || section.on.some(moved)) {
        run();
      }
    };
  });
  return { update: (state, moved) => sections.forEach((section) => section(state, moved)) };
}

// The page: people, the open phone, the panel, and the stream that keeps them up to date.

import { byId } from "./dom.js";
import { chat } from "./chat.js";
import { live } from "./live.js";
import { panel } from "./panel.js";
import { people } from "./people.js";

let pulse = { clock: {} };
let seen = {};
const now = () => pulse.clock.now ?? new Date().toISOString();

const phone = chat({
  now,
  opened(person) {
    seen[person.key] = person.arrived;
    sessionStorage.setItem("seen " + pulse.run, JSON.stringify(seen));
    list.draw();
  },
  closed: () => list.focus(),
});
const list = people({
  now,
  open: (person) => phone.open(person),
  unread: (person) => Math.max(0, person.arrived - (seen[person.key] ?? 0)),
});
const side = panel();

live({
  lost(now) {
    byId("lost").hidden = !now;
    const mark = byId("live");
    mark.dataset.on = now ? "false" : "true";
    mark.textContent = now ? "not connected" : "live";
  },
  changed(state, moved) {
    if (moved("run")) {
      seen = JSON.parse(sessionStorage.getItem("seen " + state.run) ?? "{}");
    }
    pulse = state;
    if (moved("people") || moved("run")) {
      list.refresh();
      phone.refresh();
    } else if (moved("clock")) {
      phone.refresh();
    }
    side.update(state, moved);
  },
});

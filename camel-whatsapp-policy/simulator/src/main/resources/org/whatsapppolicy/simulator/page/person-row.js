// One person in the list.

import { h } from "./dom.js";
import { hue, initials, phone, recently } from "./format.js";
import { ticks } from "./ticks.js";

export const ROW_HEIGHT = 68;

export function row(person, index, total, { active, selected, unread, now }) {
  const element = h("div", {
    id: "person-" + index,
    class: "person" + (active ? " active" : "") + (selected ? " selected" : "") + (unread ? " unread" : ""),
    role: "option",
    "aria-selected": selected ? "true" : "false",
    "aria-setsize": total,
    "aria-posinset": index + 1,
  });
  element.style.transform = `translateY(${index * ROW_HEIGHT}px)`;
  if (!person) {
    element.classList.add("waiting");
    element.append(h("span", { class: "unseen" }, "Loading"));
    return element;
  }
  element.dataset.key = person.key;
  const last = person.last;
  element.append(
    h("span", { class: "avatar " + hue(person.key), "aria-hidden": "true" }, initials(person.name)),
    h("span", { class: "person-name" }, person.name),
    h("span", { class: "person-time" }, last ? recently(last.at, now) : ""),
    h("span", { class: "person-last" },
      last && last.from === "person" ? "They: " : "",
      last && last.from === "business" ? ticks(last) : null,
      last ? last.summary : phone(person.key)),
    h("span", { class: "person-marks" },
      person.blocked ? h("span", { class: "mark danger" }, "blocked") : null,
      person.offersStopped ? h("span", { class: "mark" }, "no offers") : null,
      unread ? h("span", { class: "count" }, String(unread), h("span", { class: "unseen" }, " unread")) : null),
  );
  return element;
}

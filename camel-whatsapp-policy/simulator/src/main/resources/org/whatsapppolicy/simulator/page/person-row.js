// One person in the list.

import { h } from "./dom.js";
import { hue, initials, phone, recently } from "./format.js";
import { ticks } from "./ticks.js";

export const ROW_HEIGHT = 68;

// A row stays the same element for as long as it is in sight: what is replaced between press and release of the mouse button is
// never clicked.
export function row(index) {
  const element = h("div", { id: "person-" + index, role: "option", "aria-posinset": index + 1 });
  element.style.transform = `translateY(${index * ROW_HEIGHT}px)`;
  return element;
}

export function fill(element, person, total, { active, selected, unread, now }) {
  element.className = "person" + (active ? " active" : "") + (selected ? " selected" : "") + (unread ? " unread" : "")
    + (person ? "" : " waiting");
  element.setAttribute("aria-selected", selected ? "true" : "false");
  element.setAttribute("aria-setsize", total);
  if (!person) {
    delete element.dataset.key;
    element.replaceChildren(h("span", { class: "unseen" }, "Loading"));
    return;
  }
  element.dataset.key = person.key;
  const last = person.last;
  element.replaceChildren(
    h("span", { class: "avatar " + hue(person.key), "aria-hidden": "true" }, initials(person.name)),
    h("span", { class: "person-name" }, person.name),
    h("span", { class: "person-time" }, last ? recently(last.at, now) : ""),
    h("span", { class: "person-last" }, ...said(last, person)),
    h("span", { class: "person-marks" }, ...marks(person, unread)),
  );
}

function said(last, person) {
  if (!last) {
    return [phone(person.key)];
  }
  return [last.from === "business" ? ticks(last) : "They: ", last.summary];
}

function marks(person, unread) {
  return [
    person.blocked ? h("span", { class: "mark danger" }, "blocked") : "",
    person.offersStopped ? h("span", { class: "mark" }, "no offers") : "",
    unread ? h("span", { class: "count" }, String(unread), h("span", { class: "unseen" }, " unread")) : "",
  ];
}

// How far a message of the business got.

import { h, icon } from "./dom.js";

const SHOWN = {
  accepted: ["clock", "accepted, not sent yet"],
  sent: ["tick", "sent"],
  delivered: ["ticks", "delivered"],
  read: ["ticks", "read"],
  played: ["ticks", "played"],
  failed: ["failed", "failed"],
};

export function ticks({ progress, failure }) {
  const [shape, label] = SHOWN[progress] ?? SHOWN.accepted;
  const text = failure ? label + " with " + failure : label;
  return h("span", { class: "ticks " + progress, title: text }, icon(shape), h("span", { class: "unseen" }, text));
}

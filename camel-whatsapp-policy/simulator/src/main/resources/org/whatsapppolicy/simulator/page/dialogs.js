// What is asked in a dialog. Each resolves to the answer, or to null when it was closed without one.

import { byId, h, icon } from "./dom.js";

function ask(title, build) {
  const dialog = byId("dialog");
  return new Promise((resolve) => {
    let answer = null;
    const done = (value) => {
      answer = value;
      dialog.close();
    };
    const form = h("form", { method: "dialog", class: "sheet" },
      h("header", {}, h("h2", { id: "dialog-title" }, title),
        h("button", { type: "button", class: "plain", "aria-label": "Close", onclick: () => done(null) }, icon("close"))),
      build(done));
    dialog.replaceChildren(form);
    dialog.addEventListener("close", () => resolve(answer), { once: true });
    dialog.showModal();
    dialog.querySelector(".choice, input")?.focus();
  });
}

export function pickRow(content) {
  return ask(content.buttons.find((button) => button.kind === "list")?.label ?? "List", (done) =>
    content.sections.map((section) => h("section", {}, section.title ? h("h3", {}, section.title) : null,
      section.rows.map((row) => h("button", { type: "button", class: "choice", onclick: () => done(row) },
        h("strong", {}, row.title), row.description ? h("span", { class: "quiet" }, row.description) : null)))));
}

const EMOJI = [["👍", "Thumbs up"], ["❤️", "Heart"], ["😂", "Laughing"], ["😮", "Surprised"], ["😢", "Sad"], ["🙏", "Thanks"]];

export function pickEmoji() {
  return ask("React", (done) => h("div", { class: "emoji" },
    EMOJI.map(([emoji, name]) => h("button", { type: "button", class: "choice", "aria-label": name, onclick: () => done(emoji) }, emoji)),
    h("button", { type: "button", class: "choice", onclick: () => done("") }, "Take it back")));
}

const KINDS = ["image", "video", "audio", "voice", "document", "sticker", "location", "contact"];

export function pickMedia() {
  return ask("Send as this person", (done) => h("div", { class: "choices" },
    KINDS.map((kind) => h("button", { type: "button", class: "choice", onclick: () => done({ kind }) },
      icon({ voice: "audio", sticker: "smile", location: "pin", contact: "person", document: "file" }[kind] ?? kind), kind))));
}

export async function moreActions(person, act) {
  const what = await ask(person.name, (done) => {
    const other = h("input", { id: "other-number", type: "tel", placeholder: "+55 11 90000-0000", autocomplete: "off" });
    return h("div", { class: "choices" },
      h("label", { for: "other-number" }, "New phone number"), other,
      h("button", { type: "button", class: "choice", onclick: () => other.value.trim() && done({ change: other.value.trim() }) }, "Change number"),
      h("button", { type: "button", class: "choice", onclick: () => done({ report: true }) }, "Block and report as spam"));
  });
  if (what?.change) {
    await act("change-number", { to: what.change });
  } else if (what?.report) {
    await act("report");
  }
}

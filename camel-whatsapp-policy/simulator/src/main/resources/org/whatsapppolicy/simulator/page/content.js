// What stands in a bubble, by its type. One more type is one more line here.

import { h, icon } from "./dom.js";
import { formatted, link } from "./format.js";
import { media } from "./media.js";

const DRAWN = {
  text: (content) => h("p", { class: "text" }, formatted(content.text)),
  media,
  location: (content) => h("div", { class: "place" }, icon("pin"),
    h("span", {}, h("strong", {}, content.name ?? "Location"), h("br"),
      content.address ? [content.address, h("br")] : null, content.latitude + ", " + content.longitude)),
  contacts: (content) => h("ul", { class: "cards" }, content.cards.map((card) =>
    h("li", { class: "place" }, icon("person"),
      h("span", {}, h("strong", {}, card.name), card.organisation ? [h("br"), card.organisation] : null,
        [...card.phones, ...card.emails].map((line) => [h("br"), line]).flat())))),
  product: (content) => h("div", { class: "place" }, icon("file"), h("span", {}, "Product " + content.retailerId)),
  tapped: (content) => h("p", { class: "text tapped" }, icon("reply"), content.label),
  rich,
  other: (content) => h("div", {}, h("p", { class: "quiet" }, content.kind), h("pre", { class: "json" }, content.json)),
};

export function drawn(content, act) {
  return (DRAWN[content.type] ?? DRAWN.other)(content, act);
}

function rich(content, act) {
  return h("div", { class: "rich" },
    content.header ? h("div", { class: "rich-header" }, drawn(content.header, act)) : null,
    content.body ? h("p", { class: "text" }, formatted(content.body)) : null,
    content.footer ? h("p", { class: "rich-footer" }, content.footer) : null,
    content.cards.length ? h("ul", { class: "carousel", tabindex: "0", "aria-label": "Cards" }, content.cards.map((card) =>
      h("li", {}, card.header ? drawn(card.header, act) : null, h("p", { class: "text" }, formatted(card.body)),
        buttons(card.buttons, content, act)))) : null);
}

const SHAPE = { url: "link", phone_number: "phone", voice_call: "phone", copy_code: "copy", list: "list", flow: "file" };

export function buttons(list, content, act) {
  return list.length === 0 ? null : h("div", { class: "taps" }, list.map((button) => {
    if (button.kind === "url" && /^https?:\/\//i.test(button.value)) {
      const address = link(button.value, "");
      address.classList.add("tap");
      address.append(icon("link"), button.label);
      return address;
    }
    return h("button", {
      type: "button",
      class: "tap",
      "aria-haspopup": button.kind === "list" ? "dialog" : null,
      title: button.value || null,
      onclick: () => act(button, content),
    }, icon(SHAPE[button.kind] ?? "reply"), button.label);
  }));
}

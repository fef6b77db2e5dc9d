// The business's numbers and their quality.

import { post } from "./api.js";
import { h } from "./dom.js";

const RATINGS = ["GREEN", "YELLOW", "RED", "UNKNOWN"];

export function numbers(body) {
  let shown = "";
  return ({ numbers: all }) => {
    const mark = JSON.stringify(all);
    if (mark === shown || body.contains(document.activeElement)) {
      return;
    }
    shown = mark;
    body.replaceChildren(all.length === 0
      ? h("p", { class: "quiet" }, "Every number is taken for one of the business.")
      : h("ul", { class: "rows" }, all.map(number)));
  };
}

function number(one) {
  const select = h("select", {
    "aria-label": "Quality of " + one.display,
    onchange: () => post("/numbers/" + encodeURIComponent(one.id), { quality: select.value }),
  }, RATINGS.map((rating) => h("option", { value: rating, selected: rating === one.quality }, rating.toLowerCase())));
  return h("li", {},
    h("span", { class: "row-name" }, h("span", { class: "dot " + one.quality.toLowerCase(), "aria-hidden": "true" }), one.display),
    h("span", { class: "row-value" }, select),
    h("span", { class: "row-about quiet" }, [one.limit, one.registered ? null : "not registered", one.status].filter(Boolean).join(" · ")));
}

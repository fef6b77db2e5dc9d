// How much of each limit is used up.

import { h } from "./dom.js";

export function limits(body) {
  return ({ limits: all }) => {
    if (all.length === 0) {
      body.replaceChildren(h("p", { class: "quiet" }, "No limit is in force."));
      return;
    }
    body.replaceChildren(h("ul", { class: "rows" }, all.map((limit) => {
      const text = limit.used === null ? limit.of : limit.used.toLocaleString() + " of " + limit.of.toLocaleString();
      return h("li", {},
        h("span", { class: "row-name" }, limit.name),
        h("span", { class: "row-value" }, text),
        limit.used === null ? null : h("progress", { max: limit.of, value: Math.min(limit.used, limit.of), "aria-label": limit.name + ": " + text }),
        limit.about ? h("span", { class: "row-about quiet" }, limit.about) : null);
    })));
  };
}

// What was asked and told so far.

import { h } from "./dom.js";

const FIGURES = [["requests", "requests"], ["accepted", "messages accepted"], ["taken", "webhooks taken"], ["lost", "webhooks lost"]];

export function totals(body) {
  const shown = FIGURES.map(([key, label]) => {
    const value = h("dd", { id: "total-" + key }, "0");
    return { key, value, row: h("div", {}, h("dt", {}, label), value) };
  });
  body.append(h("dl", { class: "figures" }, shown.map((one) => one.row)));
  return (_, state) => shown.forEach(({ key, value }) => (value.textContent = (state[key] ?? 0).toLocaleString()));
}

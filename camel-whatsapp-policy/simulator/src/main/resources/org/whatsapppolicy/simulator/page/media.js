// Pictures, films, sounds and files. Only what the simulator itself keeps is shown; nothing is fetched from elsewhere.

import { h, icon } from "./dom.js";
import { formatted } from "./format.js";

const SHOWN = {
  image: (source, content) => h("img", { src: source, alt: content.caption || "Picture", loading: "lazy" }),
  sticker: (source) => h("img", { src: source, alt: "Sticker", class: "sticker", loading: "lazy" }),
  video: (source, content) => h("video", { src: source, controls: true, preload: "none", "aria-label": content.caption || "Video" }),
  audio: (source) => h("audio", { src: source, controls: true, preload: "none", "aria-label": "Sound" }),
};

export function media(content) {
  const source = content.id ? "/simulator/media/" + encodeURIComponent(content.id) : null;
  const name = content.filename ?? content.link ?? content.id ?? "";
  const placeholder = () => h("div", { class: "file" }, icon(SHOWN[content.kind] ? content.kind : "file"),
    h("span", {}, h("strong", {}, content.voice ? "voice" : content.kind), h("br"), h("span", { class: "quiet" }, name)));
  let shown = placeholder();
  if (source && SHOWN[content.kind]) {
    shown = SHOWN[content.kind](source, content);
    shown.addEventListener("error", () => shown.replaceWith(placeholder()), { once: true });
  } else if (source) {
    shown = h("a", { class: "file", href: source, download: content.filename ?? "" }, icon("file"), h("span", {}, name));
  }
  return h("div", { class: "media" }, shown, content.caption ? h("p", { class: "text" }, formatted(content.caption)) : null);
}

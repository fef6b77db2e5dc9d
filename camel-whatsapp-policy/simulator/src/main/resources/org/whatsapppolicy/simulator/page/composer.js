// Where the person writes.

import { byId, icon } from "./dom.js";
import { pickMedia } from "./dialogs.js";
import { summary } from "./summary.js";

export function composer({ send, sendMedia }) {
  const field = byId("write");
  let quoted = null;

  function quote(message) {
    quoted = message;
    byId("composer-quote").hidden = !message;
    byId("composer-quote-text").textContent = message ? summary(message.content) : "";
    field.focus();
  }

  byId("composer").addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = field.value;
    if (text.trim() === "") {
      return;
    }
    const about = quoted;
    field.value = "";
    quote(null);
    if (!(await send(text, about))) {
      field.value = text;
    }
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      byId("composer").requestSubmit();
    } else if (event.key === "Escape" && quoted) {
      quote(null);
    }
  });
  byId("composer-quote-off").append(icon("close"));
  byId("composer-quote-off").addEventListener("click", () => quote(null));
  byId("send").append(icon("send"));
  byId("attach").append(icon("plus"));
  byId("attach").addEventListener("click", async () => {
    const what = await pickMedia();
    if (what) {
      await sendMedia(what);
    }
  });

  return {
    quote,
    focus: () => field.focus(),
    clear() {
      field.value = "";
      quoted = null;
      byId("composer-quote").hidden = true;
    },
  };
}

// The open phone: messages, ticks, and everything its person can do.

import { get, ofPerson, post } from "./api.js";
import { bubble } from "./bubble.js";
import { composer } from "./composer.js";
import { byId, h, icon, say } from "./dom.js";
import { day, hour, hue, initials, phone } from "./format.js";
import { calmly } from "./live.js";
import { moreActions, pickEmoji, pickRow } from "./dialogs.js";
import { summary } from "./summary.js";

const STEP = 50;

export function chat({ opened, closed, now }) {
  const scroll = byId("chat-scroll");
  const list = byId("chat-messages");
  const shown = new Map();
  let person = null;
  let number = null;
  let limit = STEP;
  let known = null;

  const write = composer({
    send: (text, quoted) => act("write", { text, repliesTo: quoted?.id }),
    sendMedia: (what) => act("media", what),
  });

  async function act(what, body = {}) {
    const problem = byId("chat-problem");
    try {
      const done = await post(ofPerson(person.key, "/" + what), number ? { number, ...body } : body);
      if (done.key) {
        // Who moved to another number is found under that one from now on.
        person = { ...person, key: done.key };
      }
      problem.hidden = true;
      await load();
      return true;
    } catch (failed) {
      problem.textContent = failed.message;
      problem.hidden = false;
      return false;
    }
  }

  async function tap(message, button) {
    if (button.kind === "list") {
      const row = await pickRow(message.content);
      if (row) {
        await act("pick", { message: message.id, row: row.id });
      }
      return;
    }
    if (await act("tap", { message: message.id, label: button.label, value: button.value })) {
      say("Tapped " + button.label);
    }
  }

  async function react(message) {
    const emoji = await pickEmoji();
    if (emoji !== null) {
      await act("react", { message: message.id, emoji });
    }
  }

  function draw(answer) {
    const byMessage = new Map(answer.messages.map((message) => [message.id, message]));
    const reactions = new Map();
    for (const message of answer.messages.filter((one) => one.content.type === "reaction")) {
      const all = reactions.get(message.content.messageId) ?? {};
      all[message.from] = message.content.emoji;
      reactions.set(message.content.messageId, all);
    }
    const nearEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
    const wanted = new Set();
    const news = [];
    let at = list.firstElementChild;
    let date = "";
    const place = (key, mark, make) => {
      wanted.add(key);
      const before = shown.get(key);
      let element = before?.element;
      if (!before || before.mark !== mark) {
        element = make();
        if (before) {
          if (at === before.element) {
            at = element;
          }
          before.element.replaceWith(element);
        }
        shown.set(key, { element, mark });
      }
      if (at === element) {
        at = at.nextElementSibling;
      } else {
        list.insertBefore(element, at);
      }
      return !before;
    };
    for (const message of answer.messages) {
      if (message.content.type === "reaction" && byMessage.has(message.content.messageId)) {
        continue;
      }
      const today = day(message.at);
      if (today !== date) {
        date = today;
        place("day " + today, today, () => h("li", { class: "day" }, h("span", {}, today)));
      }
      const quoted = message.repliesTo ? byMessage.get(message.repliesTo) : null;
      const emoji = Object.values(reactions.get(message.id) ?? {}).filter((one) => one);
      const mark = JSON.stringify([message, quoted?.id, emoji]);
      if (place(message.id, mark, () => bubble(message, { quoted, reactions: emoji, tap, react, reply: write.quote }))) {
        news.push(message);
      }
    }
    for (const [key, { element }] of shown) {
      if (!wanted.has(key)) {
        element.remove();
        shown.delete(key);
      }
    }
    return { nearEnd, news };
  }

  function head(answer) {
    const about = answer.person;
    byId("chat-name").textContent = about.name;
    const avatar = byId("chat-avatar");
    avatar.textContent = initials(about.name);
    avatar.className = "avatar " + hue(about.key);
    const window = answer.windowUntil ? "service window open until " + hour(answer.windowUntil) : "service window closed";
    const behind = about.behaviour && about.behaviour !== "as told" ? " · " + about.behaviour : "";
    byId("chat-about").textContent = [about.phone ? phone(about.phone) : about.userId, window].join(" · ") + behind;
    toggle("chat-offers", about.offersStopped, "Offers stopped", "Stop offers");
    toggle("chat-block", about.blocked, "Blocked", "Block");
    const select = byId("chat-number");
    select.hidden = answer.numbers.length < 2;
    const mark = JSON.stringify(answer.numbers);
    if (select.dataset.mark !== mark) {
      select.dataset.mark = mark;
      select.replaceChildren(...answer.numbers.map((one) => h("option", { value: one.id }, one.display)));
    }
    select.value = answer.number;
  }

  function toggle(id, on, yes, no) {
    const button = byId(id);
    button.setAttribute("aria-pressed", on ? "true" : "false");
    button.textContent = on ? yes : no;
  }

  async function load() {
    if (!person) {
      return;
    }
    const asked = person.key;
    const query = `?limit=${limit}` + (number ? "&number=" + encodeURIComponent(number) : "");
    const answer = await get(ofPerson(asked, "/chat" + query));
    if (person?.key !== asked) {
      return;
    }
    const first = known !== asked;
    known = asked;
    head(answer);
    const { nearEnd, news } = draw(answer);
    byId("chat-earlier").hidden = !answer.earlier;
    if (first || nearEnd) {
      scroll.scrollTop = scroll.scrollHeight;
    } else if (news.length) {
      byId("chat-newest").hidden = false;
    }
    const arrived = first ? [] : news.filter((message) => message.from === "business");
    if (arrived.length) {
      say(arrived.map((message) => "Message from the business: " + summary(message.content)).join(". "));
    }
    opened(answer.person);
  }

  byId("chat-earlier").addEventListener("click", async () => {
    const height = scroll.scrollHeight;
    limit = Math.min(limit + STEP, 500);
    await load();
    scroll.scrollTop = scroll.scrollHeight - height;
  });
  byId("chat-newest").addEventListener("click", () => {
    scroll.scrollTop = scroll.scrollHeight;
  });
  scroll.addEventListener("scroll", () => {
    if (scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80) {
      byId("chat-newest").hidden = true;
    }
  }, { passive: true });
  byId("chat-offers").addEventListener("click", (event) =>
    act(event.target.getAttribute("aria-pressed") === "true" ? "resume-offers" : "stop-offers"));
  byId("chat-block").addEventListener("click", (event) =>
    act(event.target.getAttribute("aria-pressed") === "true" ? "unblock" : "block"));
  byId("chat-more").addEventListener("click", () => moreActions(person, act));
  byId("chat-number").addEventListener("change", (event) => {
    number = event.target.value;
    known = null;
    load();
  });
  byId("chat-close").append(icon("back"));
  byId("chat-close").addEventListener("click", () => {
    document.body.classList.remove("in-chat");
    person = null;
    byId("chat").hidden = true;
    byId("chat-empty").hidden = false;
    closed();
  });

  return {
    refresh: calmly(250, load),
    async open(other) {
      if (person?.key !== other.key) {
        person = other;
        number = null;
        known = null;
        limit = STEP;
        shown.clear();
        list.replaceChildren();
        write.clear();
        byId("chat-problem").hidden = true;
        byId("chat-newest").hidden = true;
      }
      document.body.classList.add("in-chat");
      byId("chat-empty").hidden = true;
      byId("chat").hidden = false;
      await load();
      write.focus();
      say("Phone of " + byId("chat-name").textContent);
    },
    key: () => person?.key ?? null,
  };
}

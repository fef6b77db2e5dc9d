// The people at the left: only the rows in sight exist, and only their pages are asked for.

import { get } from "./api.js";
import { byId, h, say } from "./dom.js";
import { calmly } from "./live.js";
import { fill, row, ROW_HEIGHT } from "./person-row.js";

const PAGE = 50;
const SPARE = 6;

export function people({ open, unread, now }) {
  const list = byId("people-list");
  const space = h("div", { class: "people-space", role: "presentation" });
  list.append(space);
  const rows = new Map();
  let pages = new Map();
  let total = 0;
  let search = "";
  let active = null;
  let selected = null;

  const personAt = (index) => pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  const indexOf = (key) => {
    for (const [page, found] of pages) {
      const at = found.findIndex((person) => person.key === key);
      if (at >= 0) {
        return page * PAGE + at;
      }
    }
    return -1;
  };
  const sight = () => ({
    from: Math.max(0, Math.floor(list.scrollTop / ROW_HEIGHT) - SPARE),
    to: Math.min(total, Math.ceil((list.scrollTop + list.clientHeight) / ROW_HEIGHT) + SPARE),
  });

  function draw() {
    const { from, to } = sight();
    space.style.height = total * ROW_HEIGHT + "px";
    for (const [index, shown] of rows) {
      if (index < from || index >= to) {
        shown.element.remove();
        rows.delete(index);
      }
    }
    for (let index = from; index < to; index++) {
      const person = personAt(index);
      const state = {
        active: person?.key === active && active !== null,
        selected: person?.key === selected && selected !== null,
        unread: person ? unread(person) : 0,
      };
      const mark = JSON.stringify([person, state, total]);
      const shown = rows.get(index) ?? { element: row(index), mark: "" };
      if (!rows.has(index)) {
        rows.set(index, shown);
        space.append(shown.element);
      }
      if (shown.mark !== mark) {
        shown.mark = mark;
        fill(shown.element, person, total, { ...state, now: now() });
      }
    }
    const at = active === null ? -1 : indexOf(active);
    if (at >= 0 && rows.has(at)) {
      list.setAttribute("aria-activedescendant", "person-" + at);
    } else {
      list.removeAttribute("aria-activedescendant");
    }
  }

  async function fetchPage(page) {
    const wanted = search;
    const answer = await get(`/people?search=${encodeURIComponent(wanted)}&offset=${page * PAGE}&limit=${PAGE}`);
    return { wanted, page, answer };
  }

  async function load(fresh) {
    const { from, to } = sight();
    const wanted = [];
    for (let page = Math.floor(from / PAGE); page <= Math.floor(Math.max(from, to - 1) / PAGE); page++) {
      if (fresh || !pages.has(page)) {
        wanted.push(page);
      }
    }
    const found = await Promise.all(wanted.map(fetchPage));
    if (found.some((one) => one.wanted !== search)) {
      return;
    }
    if (fresh) {
      pages = new Map();
    }
    for (const { page, answer } of found) {
      pages.set(page, answer.people);
      total = answer.total;
      byId("people-count").textContent = answer.all === 1 ? "1 person" : answer.all.toLocaleString() + " people";
    }
    const none = byId("people-none");
    none.hidden = total > 0;
    none.textContent = search ? "Nobody is called that." : "Nobody was written to, and nobody wrote.";
    draw();
  }

  const refresh = calmly(250, () => load(true));
  const complete = calmly(60, () => load(false));

  function choose(person) {
    active = person.key;
    selected = person.key;
    draw();
    open(person);
  }

  function move(step) {
    const at = active === null ? -1 : indexOf(active);
    const next = Math.max(0, Math.min(total - 1, at < 0 ? 0 : at + step));
    reveal(next);
    const person = personAt(next);
    if (person) {
      active = person.key;
      draw();
    } else {
      load(false).then(() => {
        active = personAt(next)?.key ?? active;
        draw();
      });
    }
  }

  function reveal(index) {
    const top = index * ROW_HEIGHT;
    if (top < list.scrollTop) {
      list.scrollTop = top;
    } else if (top + ROW_HEIGHT > list.scrollTop + list.clientHeight) {
      list.scrollTop = top + ROW_HEIGHT - list.clientHeight;
    }
  }

  const screenful = () => Math.max(1, Math.floor(list.clientHeight / ROW_HEIGHT) - 1);
  const KEYS = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(screenful()),
    PageUp: () => move(-screenful()),
    Home: () => move(-total),
    End: () => move(total),
    Enter: () => pickActive(),
    " ": () => pickActive(),
  };
  function pickActive() {
    const person = active === null ? personAt(0) : personAt(indexOf(active));
    if (person) {
      choose(person);
    }
  }
  list.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act();
    }
  });
  list.addEventListener("click", (event) => {
    const key = event.target.closest(".person")?.dataset.key;
    const person = key === undefined ? undefined : personAt(indexOf(key));
    if (person) {
      choose(person);
    }
  });
  list.addEventListener("focus", () => {
    if (active === null && total > 0) {
      active = personAt(0)?.key ?? null;
      draw();
    }
  });
  list.addEventListener("scroll", () => {
    draw();
    complete();
  }, { passive: true });
  new ResizeObserver(() => {
    draw();
    complete();
  }).observe(list);

  const field = byId("search");
  field.addEventListener("input", () => {
    search = field.value.trim();
    list.scrollTop = 0;
    load(true).then(() => say(total === 1 ? "1 person found" : total + " people found"));
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "Enter") {
      event.preventDefault();
      active = personAt(0)?.key ?? null;
      list.focus();
      draw();
    }
  });

  return {
    refresh,
    draw,
    focus: () => list.focus(),
    select(key) {
      selected = key;
      draw();
    },
  };
}

// How the app shows text: *bold*, _italic_, ~struck~, ```code```, and addresses as links.

import { h } from "./dom.js";

const MARKS = /```([^`]+)```|\*([^\s*](?:[^*\n]*[^\s*])?)\*|(?<![\p{L}\p{N}_])_([^\s_](?:[^_\n]*[^\s_])?)_(?![\p{L}\p{N}_])|~([^\s~](?:[^~\n]*[^\s~])?)~|(https?:\/\/[^\s<>"]+)/gu;

export function formatted(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(MARKS)) {
    parts.push(text.slice(from, found.index));
    const [all, code, bold, italic, struck, address] = found;
    if (code) {
      parts.push(h("code", {}, code));
    } else if (bold) {
      parts.push(h("strong", {}, bold));
    } else if (italic) {
      parts.push(h("em", {}, italic));
    } else if (struck) {
      parts.push(h("s", {}, struck));
    } else {
      parts.push(link(address, address));
    }
    from = found.index + all.length;
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part !== "");
}

export function link(address, label) {
  const safe = /^https?:\/\//i.test(address);
  return safe ? h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, label) : h("span", {}, label);
}

const HOUR = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
const SHORT_DAY = new Intl.DateTimeFormat(undefined, { day: "2-digit", month: "2-digit" });
const WHOLE = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

export const hour = (at) => HOUR.format(new Date(at));
export const day = (at) => DAY.format(new Date(at));
export const whole = (at) => WHOLE.format(new Date(at));

export function recently(at, now) {
  const then = new Date(at);
  return then.toDateString() === new Date(now).toDateString() ? HOUR.format(then) : SHORT_DAY.format(then);
}

export const phone = (digits) => (/^\d+$/.test(digits) ? "+" + digits : digits);

export function initials(name) {
  const words = name.trim().split(/\s+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return letters.map((word) => [...word][0].toUpperCase()).join("") || "#";
}

export function hue(key) {
  let sum = 0;
  for (const letter of key) {
    sum = (sum * 31 + letter.codePointAt(0)) % 8;
  }
  return "hue-" + sum;
}

// Builds elements. What a message says goes in as text and never becomes markup.

const SVG = "http://www.w3.org/2000/svg";

export const byId = (id) => document.getElementById(id);

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SHAPES = {
  clock: ["M8 4.500V8l2.500 1.500", "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z"],
  tick: ["M3 8.500 6.500 12 13 4.500"],
  ticks: ["M1 8.500 4.500 12 11 4.500", "M7 11.500 7.500 12 14.500 4.500"],
  failed: ["M8 4.500v4.500", "M8 11.300v.2", "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z"],
  send: ["M2.500 13.500 14 8 2.500 2.500 4 7.500 9 8 4 8.500z"],
  plus: ["M8 3v10", "M3 8h10"],
  back: ["M9.500 3 4.500 8l5 5"],
  close: ["M4 4l8 8", "M12 4l-8 8"],
  reply: ["M6.500 4 2.500 7.500l4 3.500V8.800c3.500-.300 5.500 1 7 3.700C13 8.500 10.500 6.200 6.500 6z"],
  smile: ["M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z", "M5.500 9.500c1.200 2 3.800 2 5 0", "M6 6.200v.300", "M10 6.200v.300"],
  link: ["M9 3h4v4", "M13 3 7.500 8.500", "M11 9.500V13H3V5h3.500"],
  list: ["M3 4.500h10", "M3 8h10", "M3 11.500h10"],
  phone: ["M4 2.500h2l1 3.500-1.500 1c.7 1.600 1.800 2.700 3.500 3.500l1-1.500 3.500 1v2c-4.500 1.500-11-5-9.500-9.500z"],
  copy: ["M5.500 5.500h7v8h-7z", "M10.500 5.500v-3h-7v8h2"],
  pin: ["M8 14.500c-3-3.500-4.500-5.800-4.500-8a4.500 4.500 0 0 1 9 0c0 2.200-1.500 4.500-4.500 8z", "M8 8.200a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400z"],
  person: ["M8 8a2.700 2.700 0 1 0 0-5.400A2.700 2.700 0 0 0 8 8z", "M2.800 14c.5-3 2.600-4.300 5.200-4.300s4.700 1.300 5.200 4.300"],
  file: ["M4 2h5l3.500 3.500V14H4z", "M9 2v3.500h3.500"],
  image: ["M2.500 3h11v10h-11z", "M2.500 11 6 7.500l2.500 2.500 2-2 3 3", "M10.500 5.700v.1"],
  video: ["M2.500 4h7.500v8H2.500z", "M10 7.200 13.500 5v6L10 8.800z"],
  audio: ["M8 2.500v7.500", "M5.500 5v3.500a2.500 2.500 0 0 0 5 0V5a2.500 2.500 0 0 0-5 0z", "M8 13v-2.300"],
  reply_button: ["M6.500 4 2.500 7.500l4 3.500V8.800c3.500-.300 5.500 1 7 3.700C13 8.500 10.500 6.200 6.500 6z"],
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  for (const d of SHAPES[name] ?? SHAPES.file) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

export function say(text) {
  byId("said").textContent = text;
}

import { digest } from "./fingerprint.ts"

/** Drawn for this project on a grid of 24, in strokes; sizes and colour come from the style sheet. */
const drawings = {
  home: "M4 11.2 12 4l8 7.2M6 9.6V20h12V9.6M10 20v-6h4v6",
  question: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.4 9.3a2.7 2.7 0 1 1 3.9 2.5c-.9.5-1.3 1-1.3 2.1M12 17v.1",
  official:
    "m12 2.6 2.3 1.6 2.8-.1.8 2.7 2.3 1.6-1 2.6 1 2.6-2.3 1.6-.8 2.7-2.8-.1L12 19.4l-2.3-1.6-2.8.1-.8-2.7-2.3-1.6 1-2.6-1-2.6 2.3-1.6.8-2.7 2.8.1zM8.6 11.2l2.4 2.4 4.4-4.6M8.5 18.5 7.5 22l4.5-1.6 4.5 1.6-1-3.5",
  check: "m5 12.6 4.6 4.6L19.4 7",
  "check-circle": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12.3l2.8 2.8 5.2-5.5",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5.2l3.4 2",
  edit: "M4 20l.8-4L16 4.8a1.7 1.7 0 0 1 2.4 0l.8.8a1.7 1.7 0 0 1 0 2.4L8 19.2zM14 6.8l3.2 3.2",
  hide: "M4 4l16 16M9.9 5.4A10 10 0 0 1 12 5.2c5 0 8.2 4.2 9 6.8a11 11 0 0 1-2.6 3.9M6.3 7.2A11.5 11.5 0 0 0 3 12c.8 2.6 4 6.8 9 6.8 1.5 0 2.8-.4 4-.9M9.9 9.9a3 3 0 0 0 4.2 4.2",
  trash: "M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5 7.3 20h9.4l.8-13.5M10 10v6.5M14 10v6.5",
  attach: "m19 11.2-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5l8-8a3 3 0 0 1 4.3 4.3l-8 8a1.5 1.5 0 0 1-2.1-2.1l7.2-7.2",
  flag: "M6 21V4M6 4.6c4-2 8 2 12 0v9c-4 2-8-2-12 0",
  bell: "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5a2.2 2.2 0 0 0 4 0M12 5V3",
  announce: "M4 10v4l3 .4L16 19V5L7 9.6zM7 14.4 8.4 20h2.8l-1-4.2M19 9.5a4 4 0 0 1 0 5",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.3 15.3 20 20",
  menu: "M4 6.5h16M4 12h16M4 17.5h16",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6",
  people:
    "M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M2.5 19.5c.5-3.5 3-5.2 6.5-5.2s6 1.7 6.5 5.2M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.8 14.9c2.1.7 3.4 2.2 3.7 4.6",
  department: "M4 9.5 12 4l8 5.5zM5.5 9.5V18M10 9.5V18M14 9.5V18M18.5 9.5V18M4 20.5h16M4 18h16",
  category: "M3.5 19V5.5h6l2 2.5h9v11z",
  comment: "M4 5h16v11h-8.5L7 20v-4H4z",
  helpful:
    "M8 11v9M8 11l3.5-7c1.6 0 2.3 1 2.1 2.4L13 10h5.2c1.3 0 2 1.1 1.7 2.3l-1.5 6c-.3 1.1-1 1.7-2.1 1.7H8zM8 11H4v9h4",
  reuse: "M4 11a7.5 7.5 0 0 1 13-4l2.5 2.5M19.5 4v5.5H14M20 13a7.5 7.5 0 0 1-13 4l-2.5-2.5M4.5 20v-5.5H10",
  share:
    "M17 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M7 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M17 15.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M9.2 10.8l5.6-3.3M9.2 13.2l5.6 3.3",
  copy: "M9 8.5h11V21H9zM15.5 8.5V4H4v12.5h5",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6.5H7z",
  download: "M12 4v11M7 10.5l5 5 5-5M4.5 20h15",
  mail: "M3.5 5.5h17v13h-17zM4 6.5l8 6.5 8-6.5",
  "arrow-left": "M20 12H4.5M11 5.5 4.5 12l6.5 6.5",
  "arrow-right": "M4 12h15.5M13 5.5l6.5 6.5-6.5 6.5",
  "arrow-down": "m6 9.5 6 6 6-6",
  plus: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6 6 18",
  warning: "M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5.5M12 7.8v.1",
  danger: "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5.5M12 16.4v.1",
  lock: "M5.5 11h13v9.5h-13zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 14.5v2.5",
  logout: "M14 4H5v16h9M10 12h10.5M16.5 8l4 4-4 4",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5",
  globe:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3.3 9.5h17.4M3.3 14.5h17.4M12 3c-5 5.5-5 12.5 0 18 5-5.5 5-12.5 0-18",
  link: "M10 14a4 4 0 0 0 5.8 0l3.4-3.4a4.1 4.1 0 0 0-5.8-5.8L12 6.2M14 10a4 4 0 0 0-5.8 0l-3.4 3.4a4.1 4.1 0 0 0 5.8 5.8L12 17.8",
  calendar: "M4 6h16v14.5H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8",
  reply: "M9.5 6 4 11.5 9.5 17M4.5 11.5H14c3.5 0 6 2 6 7",
  settings: "M4 7h9M17 7h3M15 4.5v5M4 17h3M11 17h9M9 14.5v5",
  star: "m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z",
} as const

export type IconName = keyof typeof drawings

const symbols = Object.entries(drawings).map(
  ([name, path]) => `<symbol id="${name}" viewBox="0 0 24 24"><path d="${path}"/></symbol>`,
)
const content = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`

/** All of them in one file that browsers keep for good; a page names what it shows of it. */
export const icons = { name: `icons-${digest(content)}.svg`, content }

export const iconAddress = (name: IconName) => `/assets/${icons.name}#${name}`

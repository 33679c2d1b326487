import { digest } from "./fingerprint.ts"
import { KERN } from "./kern-icons.ts"

/** What KERN has an icon for is shown by that. */
const ofKern = {
  home: KERN.home,
  question: KERN.help,
  check: KERN.check,
  "check-circle": KERN.success,
  edit: KERN.edit,
  hide: KERN["visibility-off"],
  trash: KERN.delete,
  search: KERN.search,
  menu: KERN.dehaze,
  person: KERN["account-circle"],
  reuse: KERN.autorenew,
  copy: KERN["content-copy"],
  download: KERN.download,
  mail: KERN.mail,
  "arrow-left": KERN["arrow-back"],
  "arrow-right": KERN["arrow-forward"],
  "arrow-down": KERN["arrow-down"],
  plus: KERN.add,
  close: KERN.close,
  warning: KERN.warning,
  info: KERN.info,
  danger: KERN.danger,
  logout: KERN.logout,
  sun: KERN["light-mode"],
  moon: KERN["dark-mode"],
  globe: KERN.language,
  calendar: KERN["calendar-today"],
  preview: KERN.visibility,
} as const

/** The rest is drawn for this project on a grid of 24, in strokes; sizes and colour come from the style sheet. */
const drawings = {
  official:
    "m12 2.6 2.3 1.6 2.8-.1.8 2.7 2.3 1.6-1 2.6 1 2.6-2.3 1.6-.8 2.7-2.8-.1L12 19.4l-2.3-1.6-2.8.1-.8-2.7-2.3-1.6 1-2.6-1-2.6 2.3-1.6.8-2.7 2.8.1zM8.6 11.2l2.4 2.4 4.4-4.6M8.5 18.5 7.5 22l4.5-1.6 4.5 1.6-1-3.5",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5.2l3.4 2",
  attach: "m19 11.2-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5l8-8a3 3 0 0 1 4.3 4.3l-8 8a1.5 1.5 0 0 1-2.1-2.1l7.2-7.2",
  flag: "M6 21V4M6 4.6c4-2 8 2 12 0v9c-4 2-8-2-12 0",
  bell: "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5a2.2 2.2 0 0 0 4 0M12 5V3",
  announce: "M4 10v4l3 .4L16 19V5L7 9.6zM7 14.4 8.4 20h2.8l-1-4.2M19 9.5a4 4 0 0 1 0 5",
  people:
    "M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M2.5 19.5c.5-3.5 3-5.2 6.5-5.2s6 1.7 6.5 5.2M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.8 14.9c2.1.7 3.4 2.2 3.7 4.6",
  department: "M4 9.5 12 4l8 5.5zM5.5 9.5V18M10 9.5V18M14 9.5V18M18.5 9.5V18M4 20.5h16M4 18h16",
  category: "M3.5 19V5.5h6l2 2.5h9v11z",
  comment: "M4 5h16v11h-8.5L7 20v-4H4z",
  helpful:
    "M8 11v9M8 11l3.5-7c1.6 0 2.3 1 2.1 2.4L13 10h5.2c1.3 0 2 1.1 1.7 2.3l-1.5 6c-.3 1.1-1 1.7-2.1 1.7H8zM8 11H4v9h4",
  share:
    "M17 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M7 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M17 15.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M9.2 10.8l5.6-3.3M9.2 13.2l5.6 3.3",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6.5H7z",
  lock: "M5.5 11h13v9.5h-13zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 14.5v2.5",
  link: "M10 14a4 4 0 0 0 5.8 0l3.4-3.4a4.1 4.1 0 0 0-5.8-5.8L12 6.2M14 10a4 4 0 0 0-5.8 0l-3.4 3.4a4.1 4.1 0 0 0 5.8 5.8L12 17.8",
  reply: "M9.5 6 4 11.5 9.5 17M4.5 11.5H14c3.5 0 6 2 6 7",
  settings: "M4 7h9M17 7h3M15 4.5v5M4 17h3M11 17h9M9 14.5v5",
  star: "m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z",
  bold: "M7 4.5h6a3.6 3.6 0 0 1 0 7.2H7zM7 11.7h7a3.9 3.9 0 0 1 0 7.8H7z",
  italic: "M10 4.5h8M6 19.5h8M14.5 4.5l-5 15",
  list: "M9.5 6h11M9.5 12h11M9.5 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1",
  numbers:
    "M10.5 6h10M10.5 12h10M10.5 18h10M3.5 4.7 5.2 4v5M3.5 15.2c1.2-1.4 3.2-.6 2.8.8-.3 1-1.8 2-2.8 3.2h3",
  quote: "M4.5 5v14M9 7h11M9 12h11M9 17h7",
  table: "M4 5h16v14H4zM4 9.7h16M4 14.3h16M12 5v14",
  code: "m8.5 7-5 5 5 5M15.5 7l5 5-5 5",
} as const

export type IconName = keyof typeof ofKern | keyof typeof drawings

const surfaces = Object.entries(ofKern).map(
  ([name, path]) =>
    `<symbol id="${name}" viewBox="0 -960 960 960"><path fill="currentColor" stroke="none" d="${path}"/></symbol>`,
)
const strokes = Object.entries(drawings).map(
  ([name, path]) => `<symbol id="${name}" viewBox="0 0 24 24"><path d="${path}"/></symbol>`,
)
const content = `<svg xmlns="http://www.w3.org/2000/svg">${[...surfaces, ...strokes].join("")}</svg>`

/** All of them in one file that browsers keep for good; a page names what it shows of it. */
export const icons = { name: `icons-${digest(content)}.svg`, content }

export const iconAddress = (name: IconName) => `/assets/${icons.name}#${name}`

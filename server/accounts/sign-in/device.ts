/** "Firefox, Windows": enough to tell one's own sessions apart, too little to recognise a person by. */
export function deviceOf(userAgent: string | undefined): string {
  const browser = find(BROWSERS, userAgent ?? "")
  const system = find(SYSTEMS, userAgent ?? "")
  return [browser, system].filter(Boolean).join(", ") || "–"
}

const find = (kinds: [RegExp, string][], userAgent: string) =>
  kinds.find(([pattern]) => pattern.test(userAgent))?.[1]

/** In this order: most browsers also name those that they descend from. */
const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrome\/|\bChromium\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
]

const SYSTEMS: [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b|\biPad\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
]

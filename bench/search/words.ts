/** Text for load, in no way meaningful: German words and compounds, frequent and rare ones as languages have them. */
const FIRST = `wohn miet antrags bewilligungs einkommens leistungs haushalts fach amts rechts kosten heiz neben jahres monats
  kinder familien renten kranken pflege arbeits beschäftigungs ausbildungs unterhalts vermögens steuer bescheid akten
  post frist termin gebühren daten prüf zahl konto bank melde auskunfts mitwirkungs nachweis formular grund haus stadt
  kreis land bundes sozial hilfe dienst personal verwaltungs vollzugs verfahrens sach sonder zusatz grenz höchst mindest
  umzugs wechsel trennungs todes geburts schul studien wehr ersatz rück vor nach unter über zwischen gesamt teil`
const SECOND = `geld antrag bescheid zuschuss zeitraum nachweis erklärung prüfung frist betrag grenze kosten einnahme ausgabe
  mitteilung anzeige auskunft bescheinigung berechnung erhöhung minderung forderung leistung stelle behörde abteilung
  mitglied person fall akte verfahren regelung ausnahme entscheidung begründung anhörung widerspruch klage zahlung
  erstattung verrechnung abtretung pfändung vollmacht urkunde formular gespräch termin schreiben hinweis muster liste`
const PLAIN = `prüfen zahlen bewilligen ablehnen mitteilen nachreichen berechnen ändern aufheben erstatten widersprechen begründen
  anhören entscheiden warten klären fragen antworten vorlegen unterschreiben zustellen bekanntgeben gelten ruhen enden
  beginnen zuständig vollständig rechtzeitig schriftlich vorläufig endgültig angemessen tatsächlich gemeinsam getrennt`
const SMALL = `der die das und oder ein eine von zu mit für auf ist sind wird werden nicht auch wenn dann nach bei im den dem`

const split = (text: string) => text.trim().split(/\s+/)
const compounds = split(FIRST).flatMap((first) => split(SECOND).map((second) => first + second))
const plain = split(PLAIN)
const small = split(SMALL)

/** Numbers from 0 to 1, the same in every run. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5) >>> 0
    const mixed = Math.imul(state ^ (state >>> 7), 61 | state) ^ state
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Few words often, most seldom. */
const rare = (random: () => number, words: string[]) =>
  words[Math.floor(words.length * random() ** 3.2)] ?? "amt"

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

export function sentenceOf(random: () => number, words: number): string {
  const chosen = Array.from({ length: words }, () => {
    const dice = random()
    if (dice < 0.45) return rare(random, small)
    return dice < 0.75 ? capital(rare(random, compounds)) : rare(random, plain)
  })
  return `${capital(chosen.join(" "))}.`
}

export const textOf = (random: () => number) =>
  Array.from({ length: 3 + Math.floor(random() * 8) }, () =>
    sentenceOf(random, 8 + Math.floor(random() * 8)),
  ).join(" ")

/** One of the compounds, most of which are seldom written. */
export const rareWord = (random: () => number) => compounds[Math.floor(compounds.length * random())] ?? "amt"

/** What somebody might look for: two or three words. */
export function queryOf(random: () => number): string {
  const words = Array.from({ length: 1 + Math.ceil(random() * 2) }, () => rare(random, compounds))
  return [...words, rare(random, plain)].join(" ")
}

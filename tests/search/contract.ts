import { describe, expect, it } from "vitest"
import { type Db, newId } from "../../server/kernel/database.ts"
import type { Engine, EngineQuery, SearchDocument } from "../../server/search/model.ts"
import { understand } from "../../server/search/query.ts"
import { searchChanges, searchSynonyms } from "../../server/search/tables.ts"
import { findUnits } from "../../server/search/units.ts"

export const MINE = "00000000-0000-7000-8000-00000000000a"
const OPEN = "00000000-0000-7000-8000-0000000000c1"
const CLOSED = "00000000-0000-7000-8000-0000000000c2"
const DEPARTMENT = "00000000-0000-7000-8000-0000000000d1"

export type Opened = { engine: Engine; db: Db }
/** What the engine is held to. `language`: inflection and typing errors; `compounds`: words within words. */
export type Able = { language: boolean; compounds: boolean }

/** A document; what is not said does not matter to the test. */
export function document(given: Partial<SearchDocument> = {}): SearchDocument {
  return {
    id: newId(),
    kind: "question",
    threadId: newId(),
    categoryId: OPEN,
    departmentId: DEPARTMENT,
    authorId: newId(),
    title: "",
    text: "",
    context: "",
    tags: [],
    state: "open",
    official: false,
    accepted: false,
    outdated: false,
    duplicate: false,
    createdAt: new Date(),
    ...given,
  }
}

type Asked = Partial<Omit<EngineQuery, "understood">> & { understood?: Partial<EngineQuery["understood"]> }

/** What a person who typed these words asks an engine. */
export function query(typed: string, { understood, ...given }: Asked = {}): EngineQuery {
  return {
    understood: {
      words: typed.split(" ").filter(Boolean),
      phrases: [],
      without: [],
      units: [],
      tags: [],
      categories: [],
      mine: false,
      persons: [],
      not: { tags: [], categories: [], mine: false },
      ...understood,
    },
    prefix: false,
    loose: false,
    byTitle: false,
    categoryIds: [OPEN],
    actorId: MINE,
    filter: {},
    sort: "relevance",
    after: null,
    size: 20,
    facets: false,
    ...given,
  }
}

/** Every engine does this. Each test has words of its own, so that they do not meet. */
export function contract(open: () => Opened, able: Able): void {
  const engine = () => open().engine
  const put = async (...documents: SearchDocument[]) => {
    await engine().write(documents, [])
    return documents.map(({ id }) => id)
  }
  const find = async (typed: string, given: Asked = {}) => (await engine().search(query(typed, given))).ids
  const findTyped = (typed: string) => find("", { understood: understand(typed) })

  describe.runIf(able.language)("German", () => {
    it.each([
      ["Bescheid", "Bescheide"],
      ["Bescheide", "Bescheides"],
      ["Bescheides", "Bescheid"],
      ["Widersprüche", "Widerspruch"],
      ["Gebühren", "Gebuehren"],
      ["Gebuehr", "Gebühr"],
      ["Gebuhr", "Gebühr"],
      ["Strasse", "Straße"],
      ["Straße", "Strasse"],
      ["Bescheinigng", "Bescheinigung"],
      ["Genemigung", "Genehmigung"],
    ])("finds by %s what says %s", async (typed, said) => {
      const [id = ""] = await put(document({ title: `${said} in der Praxis` }))
      expect(await find(typed)).toContain(id)
      await engine().write([], [id])
    })

    it("knows a beginning while somebody types", async () => {
      const [id] = await put(document({ title: "Schornsteinfegergebühren" }))
      expect(await find("Schornst", { prefix: true })).toContain(id)
    })
  })

  describe.runIf(able.compounds)("compounds", () => {
    it.each([
      ["Wohngeldantrag", "Antrag auf Wohngeld"],
      ["Antrag auf Wohngeld", "Wohngeldantrag"],
      ["Mietzuschuss", "Zuschuss zur Miete"],
      ["Zuschuss zur Miete", "Mietzuschuss"],
      ["Unterhaltsvorschus", "Unterhaltsvorschuss"],
      ["Unterhlatsvorschuss", "Unterhaltsvorschuss"],
    ])("finds by %s what says %s", async (typed, said) => {
      const [id = ""] = await put(document({ title: said }))
      expect(await find(typed)).toContain(id)
      await engine().write([], [id])
    })
  })

  describe("what looks or means the same", () => {
    const pasted =
      "Last\u00aden\u00adzu\u00adschuss, Kreis\u00adum\u00adlage, WG\u20102026\u201000918, Az. 50\u20132/0816/26"
    it.each([
      ["Lastenzuschuss", pasted],
      ["Kreisum\u00adlage", pasted],
      ["WG-2026-00918", pasted],
      ["WG\u20132026\u201300918", pasted],
      ["50-2/0816/26", pasted],
      ["\u201eLastenzuschuss Kreis\u200bumlage\u201c", pasted],
      ["Pflegegrad", "Der P\ufb02egegrad steht fest."],
      ["60.000", "Ein Betrag von 60000 Euro"],
      ["60000", "Ein Betrag von 60\u202f000 \u20ac"],
      ["60 000", "Ein Betrag von EUR 60.000,--"],
      ["60.000,- Euro", "Ein Betrag von 60'000 Euro"],
      ["60.000,00", "Ein Betrag von 60.000"],
      ["\u201e60.000 Euro\u201c", "Ein Betrag von EUR 60 000,00"],
      ["60000,5", "Ein Betrag von 60.000,50 Euro"],
      ["9.7.2024", "Der Bescheid vom 9. Juli 2024"],
      ["9. Juli 2024", "Der Bescheid vom 09.07.2024"],
      ["2024-07-09", "Der Bescheid vom 9.\u00a07.\u00a02024"],
      ["09.07.24", "Der Bescheid vom 2024-07-09"],
      ["\u201eBescheid vom 9. Juli 2024\u201c", "Der Bescheid vom 09.07.2024 gilt."],
      ["\u201eBescheid vom 9.7.2024\u201c", "Der Bescheid vom 9. Juli 2024 gilt."],
      ["Juli 2024", "Der Bescheid vom 09.07.2024"],
      ["July 9, 2024", "Der Bescheid vom 9. Juli 2024"],
      ["9 July 2024", "Der Bescheid vom 09.07.2024"],
      ["9.7.2024", "Notice of July 9th, 2024"],
      ["„July 9, 2024“", "Der Bescheid vom 9.7.2024"],
      ["60000.00", "Ein Betrag von 60.000 Euro"],
      ["1,234.56", "Ein Betrag von 1.234,56 Euro"],
      ["„€1,234.56“", "Ein Betrag von 1.234,56 Euro"],
      ["1234,56", "An amount of EUR 1234.56"],
      ["Paragraf 21 WoGG", "Nach \u00a7 21 WoGG"],
      ["\u00a7 21 WoGG", "Nach Paragraph 21 Absatz 2 WoGG"],
      ["\u201enach Paragraf 21\u201c", "Das geht nach \u00a7 21 nicht."],
      ["Artikel 6 GG", "Das sagt Art. 6 GG."],
    ])("finds by %s what says %s", async (typed, said) => {
      const [id = ""] = await put(document({ text: said }))
      expect(await findTyped(typed)).toEqual([id])
      await engine().write([], [id])
    })

    it.each([
      ["60", "Ein Betrag von 60.000 Euro"],
      ["000", "Ein Betrag von 60 000 Euro"],
      ["60.000", "Ein Betrag von 60.000,50"],
      ["60.000,50", "Ein Betrag von 60.000"],
      ["9.7.2024", "Der Bescheid vom 8. Juli 2024"],
      ["9.7.2024", "Der Juli 2024 war warm."],
      ["\u201evom 9.7.2024\u201c", "Der Bescheid vom 19.7.2024"],
      ["31.02.2024", "Der Bescheid vom 2. März 2024"],
      ["Paragraf 21", "Nach \u00a7 22 WoGG"],
      ["21,37", "Version 21.37"],
      ["2137", "Version 21.37"],
      ["10,15 Euro", "Um 10.15 Uhr kommen Leute."],
    ])("does not find by %s what says %s", async (typed, said) => {
      const [id = ""] = await put(document({ text: said }))
      expect(await findTyped(typed)).toEqual([])
      await engine().write([], [id])
    })

    it.each(
      "Mittel Tag Zeit Sache Recht Jahr Teil Beispiel Ende Grund Fall Art Leute Mensch Uhr Tage Jahre".split(
        " ",
      ),
    )("finds the noun %s in a title, quoted or not", async (noun) => {
      const [id = ""] = await put(
        document({ title: `${noun} im Verfahren` }),
        document({ title: "Etwas anderes" }),
      )
      expect(await findTyped(noun)).toEqual([id])
      expect(await findTyped(`„${noun}“`)).toEqual([id])
      expect(await findTyped(`„${noun} im Verfahren“`)).toEqual([id])
      await engine().write([], [id])
    })

    it("finds by nothing but function words, as a sequence, too", async () => {
      const [id = ""] = await put(document({ title: "Wer darf was?" }))
      expect(await findTyped("wer darf was")).toContain(id)
      expect(await findTyped("„darf was“")).toEqual([id])
      expect(await findTyped("„was darf“")).toEqual([])
      await engine().write([], [id])
    })

    it("compares tags that are typed by what they look like", async () => {
      const [id = ""] = await put(
        document({ title: "Kistenpacken", tags: ["SGB\u2011II Umzug"] }),
        document({ tags: ["Miete"] }),
      )
      for (const typed of [
        "tag:„SGB-II Umzug“",
        'tag:"sgb ii um\u00adzug"',
        "kistenpacken schlagwort:»SGB–II Umzug«",
      ])
        expect(await findTyped(typed), typed).toEqual([id])
      await engine().write([], [id])
    })

    it("leaves out sequences that are excluded", async () => {
      const [id = ""] = await put(
        document({ text: "Bücherei mit langer Öffnung" }),
        document({ text: "Bücherei mit kurzer Öffnung" }),
      )
      expect(await findTyped('Bücherei -"kurzer Öff\u00adnung"')).toEqual([id])
      expect(await findTyped("Bücherei –kurzer")).toEqual([id])
    })
  })

  describe("a minus", () => {
    const others = document({
      text: "Freibad: kein Wort davon, 21 Euro und 60 Euro, Abs. 3, am 8. Juli 2024",
    })
    it.each([
      ["-§21", "Das steht in § 21."],
      ["-§ 21", "Das steht in Paragraf 21 Absatz 2."],
      ["-Par. 21", "Das steht in § 21 WoGG."],
      ["-Paragraph 21", "Das steht in Par. 21."],
      ["-§ 21 WoGG", "Das steht in § 21 Abs. 2 WoGG."],
      ["-§ 21 Abs. 2 WoGG", "Das steht in Paragraf 21 Absatz 2 WoGG."],
      ["-§§ 20 bis 22", "Das steht in § 21."],
      ['-"§ 21"', "Das steht in § 21."],
      ["-„nach § 21“", "Das geht nach Paragraf 21."],
      ["-Art. 6 GG", "Das steht in Artikel 6 GG."],
      ["-SGB II", "Das steht im SGB 2."],
      ["-Abs. 2", "Das steht in Absatz 2."],
      ["-60.000", "Das kostet 60 000,00 Euro."],
      ["-60 000 €", "Das kostet EUR 60.000."],
      ["−60.000,50", "Das kostet 60000,5 Euro."],
      ["-9.7.2024", "Das war am 9. Juli 2024."],
      ["-9. Juli 2024", "Das war am 2024-07-09."],
      ['-"am 9.7.2024"', "Das war am 9. Juli 2024."],
      ["-50-2/0816/26", "Das steht in 50-2/0816/26."],
      ["-WG-2026-00918", "Das steht in WG-2026-00918."],
      ["-60", "Das kostet 60,00 Euro."],
      ["-Rutschen", "Da ist eine Rutsche."],
    ])("as in %s leaves out what says %s, and nothing else", async (minus, said) => {
      const kept = /^-60$/.test(minus) ? document({ text: "Freibad: 60.000 Euro" }) : others
      const ids = await put(document({ text: `Freibad: ${said}` }), kept)
      expect(await findTyped(`Freibad ${minus}`)).toEqual([kept.id])
      expect(await findTyped(`${minus} Freibad`)).toEqual([kept.id])
      expect((await findTyped("Freibad")).sort()).toEqual([...ids].sort())
      await engine().write([], ids)
    })

    it.each([
      ["-§ 21 SGB II", "Das steht in § 21 WoGG."],
      ["-60.000", "Das kostet 60.000,50 Euro."],
      ["-9.7.2024", "Der Juli 2024 war warm."],
      ["-§ 21", "Das kostet 21 Euro."],
      ['-"§ 21"', "Das kostet 21 Euro."],
      ["-60", "Das kostet 60.000 Euro."],
      ['-"nach Hause"', "Er geht ins Haus."],
    ])("as in %s keeps what says %s", async (minus, said) => {
      const [id = ""] = await put(document({ text: `Hallenbad: ${said}` }))
      expect(await findTyped(`Hallenbad ${minus}`)).toEqual([id])
      await engine().write([], [id])
    })

    it("also stands before a tag and before what is one's own", async () => {
      const [plain, tagged, mine] = await put(
        document({ title: "Strandbad" }),
        document({ title: "Strandbad", tags: ["Freie Zeit"] }),
        document({ title: "Strandbad", authorId: MINE }),
      )
      expect((await findTyped('Strandbad -tag:"freie zeit"')).sort()).toEqual([plain, mine].sort())
      expect((await findTyped("Strandbad -von:mir")).sort()).toEqual([plain, tagged].sort())
    })
  })

  describe("words", () => {
    it("finds an exact sequence only as such", async () => {
      const [id] = await put(
        document({ text: "Die Spielplatzsatzung gilt ab morgen." }),
        document({ text: "Ab morgen gilt die Spielplatzsatzung." }),
      )
      expect(await find("", { understood: { phrases: ["Spielplatzsatzung gilt"] } })).toEqual([id])
    })

    it("leaves out what is excluded", async () => {
      const [id] = await put(
        document({ text: "Hundesteuer für den Ersthund" }),
        document({ text: "Hundesteuer bei einer Katze" }),
      )
      expect(await findTyped("Hundesteuer -Katze")).toEqual([id])
    })

    it("takes no number for another one", async () => {
      const text = (norm: string) => `Die Parkraumbewirtschaftung richtet sich nach ${norm} SGB II.`
      const [id] = await put(document({ text: text("§ 34") }), document({ text: text("§ 35") }))
      const units = [...findUnits("§ 34 SGB II")]
      expect(await find("", { understood: { units } })).toEqual([id])
      expect(await find("Parkraumbewirtschaftung", { understood: { units: ["§36"] } })).toEqual([])
    })

    it("finds a file number as a whole", async () => {
      const [id] = await put(
        document({ text: "Siehe Vorgang WG-2026-00123 vom Montag" }),
        document({ text: "Siehe Vorgang WG-2026-00124 vom Dienstag" }),
      )
      expect(await find("", { understood: { units: [...findUnits("WG-2026-00123")] } })).toEqual([id])
    })
  })

  describe("rank", () => {
    it("puts the title before the official answer before the body before the comment", async () => {
      const about = "Wie wird der Erbbauzins angepasst?"
      const filler = "Das steht im Merkblatt, das alle bekommen haben."
      const ids = await put(
        document({ title: about, text: filler }),
        document({ kind: "official-answer", text: `${filler} ${about}`, official: true }),
        document({ kind: "answer", text: `${filler} ${about}` }),
        document({ kind: "comment", text: `${filler} ${about}` }),
      )
      expect(await find("Erbbauzins")).toEqual(ids)
    })

    it("puts what is official or accepted before what is not, outdated and duplicate after", async () => {
      const title = "Kurbeitragspflicht der Gäste"
      const [plain, official, accepted, outdated, duplicate] = await put(
        document({ title }),
        document({ title, official: true }),
        document({ title, accepted: true }),
        document({ title, outdated: true }),
        document({ title, duplicate: true }),
      )
      const found = await find("Kurbeitragspflicht")
      expect(found.slice(0, 3).sort()).toEqual([plain, official, accepted].sort())
      expect(found[2]).toBe(plain)
      expect(found.slice(3).sort()).toEqual([outdated, duplicate].sort())
    })
  })

  describe.runIf(able.compounds)("places", () => {
    const filler = (words: number) => Array.from({ length: words }, (_, at) => `füllwort${at % 7}`).join(" ")
    // Of equals the later one is first: here the earlier one has to be.
    it("put words that stand together before those that stand apart", async () => {
      const [together, apart] = await put(
        document({ text: `${filler(20)} Drosselklappe im Prüfintervall ${filler(10)}` }),
        document({ text: `Drosselklappe ${filler(20)} Prüfintervall ${filler(10)}` }),
      )
      expect(await find("Drosselklappe Prüfintervall")).toEqual([together, apart])
    })

    it("put what a text begins with before what it says at last", async () => {
      const [first, last] = await put(
        document({ text: `Grabeinfassung ${filler(90)}` }),
        document({ text: `${filler(90)} Grabeinfassung` }),
      )
      expect(await find("Grabeinfassung")).toEqual([first, last])
    })
  })

  describe("limits", () => {
    it("hold for hits, counts and facets alike: only categories that are named", async () => {
      const [id] = await put(
        document({ title: "Sperrmüllabfuhr", tags: ["Abfall"] }),
        document({ title: "Sperrmüllabfuhr intern", categoryId: CLOSED, tags: ["Geheim"] }),
      )
      const answer = await engine().search(query("Sperrmüllabfuhr", { facets: true }))
      expect(answer.ids).toEqual([id])
      expect(answer.total).toBe(1)
      expect(answer.facets.category).toEqual([{ value: OPEN, count: 1 }])
      expect(answer.facets.tag).toEqual([{ value: "Abfall", count: 1 }])
      expect(await find("Sperrmüllabfuhr", { categoryIds: [] })).toEqual([])
    })

    it("hold for a filter on a category that is not named", async () => {
      const [id] = await put(document({ title: "Winterdienstplan", categoryId: CLOSED }))
      expect(await find("Winterdienstplan", { filter: { categoryIds: [CLOSED] } })).toEqual([])
      expect(await find("Winterdienstplan", { categoryIds: [OPEN, CLOSED] })).toEqual([id])
    })

    it("each filter narrows, and facets count without their own", async () => {
      const old = new Date(Date.now() - 200 * 24 * 3600 * 1000)
      const title = "Friedhofsgebührensatzung"
      const [question, answer, practice] = await put(
        document({ title, state: "answered", official: true, tags: ["Gebühr"], authorId: MINE }),
        document({ kind: "answer", context: title, text: title, state: null, createdAt: old }),
        document({ kind: "best-practice", title, state: null, departmentId: null, tags: ['a "b" \\c'] }),
      )
      const by = (filter: EngineQuery["filter"]) => find(title, { filter })
      expect(await by({ kinds: ["answer"] })).toEqual([answer])
      expect(await by({ states: ["answered"] })).toEqual([question])
      expect(await by({ official: true })).toEqual([question])
      expect(await by({ mine: true })).toEqual([question])
      expect(await by({ tags: ['a "b" \\c'] })).toEqual([practice])
      expect((await by({ departmentIds: [DEPARTMENT] })).sort()).toEqual([question, answer].sort())
      expect((await by({ period: "month" })).sort()).toEqual([question, practice].sort())

      const { facets, total } = await engine().search(
        query(title, { filter: { kinds: ["question"] }, facets: true }),
      )
      expect(total).toBe(1)
      expect(new Map(facets.kind.map(({ value, count }) => [value, count]))).toEqual(
        new Map([
          ["question", 1],
          ["answer", 1],
          ["best-practice", 1],
        ]),
      )
      expect(facets.state).toEqual([{ value: "answered", count: 1 }])
      expect(facets.official).toContainEqual({ value: "true", count: 1 })
      const periods = await engine().search(query(title, { facets: true }))
      expect(new Map(periods.facets.period.map(({ value, count }) => [value, count]))).toEqual(
        new Map([
          ["month", 2],
          ["quarter", 2],
          ["year", 3],
        ]),
      )
    })
  })

  describe("pages", () => {
    it.each(["relevance", "date"] as const)("give everything once, by %s", async (sort) => {
      const word = sort === "date" ? "Standesamtsurkunde" : "Meldebescheinigung"
      const moment = Date.now() - 5000
      const ids = await put(
        ...Array.from({ length: 7 }, (_, at) =>
          document({ title: word, createdAt: new Date(moment + Math.floor(at / 2)) }),
        ),
      )
      const seen: string[] = []
      let after: string | null = null
      do {
        const page = await engine().search(query(word, { sort, size: 3, after, facets: true }))
        expect(page.total).toBe(7)
        seen.push(...page.ids)
        after = page.next
      } while (after !== null)
      expect([...seen].sort()).toEqual([...ids].sort())
      if (sort === "date") expect(seen).toEqual([...ids].reverse())
    })
  })

  describe("threads", () => {
    it("are one hit each: the best post, and the others under it, the best first", async () => {
      const [threadId, other] = [newId(), newId()]
      const [question, answer, comment, elsewhere] = await put(
        document({
          threadId,
          title: "Weihnachtsmarktstand",
          text: "Wer genehmigt den Weihnachtsmarktstand?",
        }),
        document({ threadId, kind: "answer", text: "Für den Weihnachtsmarktstand ist das Ordnungsamt da." }),
        document({
          threadId,
          kind: "comment",
          text: "Was das Ordnungsamt über den Weihnachtsmarktstand schon einmal gesagt hat, steht im Protokoll.",
        }),
        document({
          threadId: other,
          kind: "best-practice",
          text: "So wird ein Weihnachtsmarktstand geprüft.",
          state: null,
        }),
        document({ threadId, kind: "comment", text: "Danke!" }),
      )
      const answered = await engine().search(query("Weihnachtsmarktstand", { facets: true }))
      expect(answered.ids).toEqual([question, elsewhere])
      expect(answered.others.get(question ?? "")).toEqual([answer, comment])
      expect(answered.others.get(elsewhere ?? "")).toEqual([])
      expect(answered).toMatchObject({ total: 2, more: false, next: null })
      const counts = (facet: { value: string; count: number }[]) =>
        Object.fromEntries(facet.map(({ value, count }) => [value, count]))
      expect(counts(answered.facets.category)).toEqual({ [OPEN]: 2 })
      expect(counts(answered.facets.kind)).toEqual({ question: 1, answer: 1, comment: 1, "best-practice": 1 })

      const comments = await engine().search(
        query("Weihnachtsmarktstand", { facets: true, filter: { kinds: ["comment"] } }),
      )
      expect(comments).toMatchObject({ ids: [comment], total: 1 })
      expect(comments.others.get(comment ?? "")).toEqual([])
    })

    it("come an official answer first, where it fits as well as another post", async () => {
      const threadId = newId()
      const text = "Das Kehrbuch führt der Bezirksschornsteinfeger."
      const [official, plain] = await put(
        document({ threadId, kind: "official-answer", official: true, text }),
        document({ threadId, kind: "answer", text }),
      )
      const { ids, others } = await engine().search(query("Kehrbuch"))
      expect(ids).toEqual([official])
      expect(others.get(official ?? "")).toEqual([plain])
    })

    it.each(["relevance", "date"] as const)(
      "come once each on pages by %s, however many posts they have",
      async (sort) => {
        const word = sort === "date" ? "Fundbüroversteigerung" : "Schulbuslinienplan"
        const threads = Array.from({ length: 7 }, () => newId())
        const moment = Date.now() - 100_000
        await put(
          ...threads.flatMap((threadId, at) =>
            Array.from({ length: 1 + (at % 3) }, (_, post) =>
              document({
                threadId,
                kind: post === 0 ? "question" : "answer",
                title: post === 0 ? word : "",
                text: `${word} ${"und ".repeat(at)}`,
                createdAt: new Date(moment + ((at * 7 + post * 13) % 20)),
              }),
            ),
          ),
        )
        const seen: string[] = []
        let after: string | null = null
        let posts = 0
        do {
          const page = await engine().search(query(word, { sort, size: 2, after, facets: true }))
          expect(page.total).toBe(7)
          seen.push(...page.ids)
          for (const id of page.ids) posts += 1 + (page.others.get(id)?.length ?? 0)
          after = page.next
        } while (after !== null)
        expect(new Set(seen).size).toBe(7)
        expect(seen).toHaveLength(7)
        expect(posts).toBe(7 + 2 * 1 + 2 * 2)
      },
    )
  })

  describe("keeping up", () => {
    it("writes the same twice as once, and puts the new in place of the old", async () => {
      const first = document({ title: "Straßenreinigungsklasse" })
      await put(first)
      await put(first)
      expect(await find("Straßenreinigungsklasse")).toEqual([first.id])
      await put({ ...first, title: "Laternenumzug" })
      expect(await find("Straßenreinigungsklasse")).not.toContain(first.id)
      expect(await find("Laternenumzug")).toEqual([first.id])
    })

    it("takes away what is removed, also what never was there", async () => {
      const [id = ""] = await put(document({ title: "Osterfeueranmeldung" }))
      await engine().write([], [id, newId()])
      expect(await find("Osterfeueranmeldung")).not.toContain(id)
    })

    it("does not find what is to be removed, even before it is", async () => {
      const { db } = open()
      const [id = "", other] = await put(
        document({ title: "Plakatierungserlaubnis" }),
        document({ title: "Plakatierungserlaubnis" }),
      )
      const rows = [{ engine: engine().name, documentId: id, removed: "yes" as const }]
      await db.insert(searchChanges).values(rows)
      if (engine().name === "meilisearch") {
        const answer = await engine().search(query("Plakatierungserlaubnis", { facets: true }))
        expect(answer).toMatchObject({ ids: [other], total: 1 })
        expect(answer.facets.kind).toEqual([{ value: "question", count: 1 }])
      }
      await engine().write([], [id])
      await db.delete(searchChanges)
    })

    it("takes synonyms at once, both ways", async () => {
      const [short, long] = await put(
        document({ title: "ZQV im Alltag" }),
        document({ title: "Zweckentfremdung der Quartiersverordnung" }),
      )
      const terms = ["ZQV", "Zweckentfremdung der Quartiersverordnung"]
      const { db } = open()
      const synonym = { id: newId(), terms }
      await db.insert(searchSynonyms).values(synonym)
      await engine().setSynonyms([synonym])
      expect((await find("ZQV")).sort()).toEqual([short, long].sort())
      // Meilisearch counts the parts of compounds as words, and takes synonyms of up to three.
      if (able.compounds) expect(await find(terms[1] ?? "")).toEqual(expect.arrayContaining([short, long]))
      await db.delete(searchSynonyms)
      await engine().setSynonyms([])
      expect(await find("ZQV")).toEqual([short])
    })

    it("lists the ids that it holds, by keyset", async () => {
      const ids = await put(document(), document(), document())
      const listed: string[] = []
      for (let page = await engine().listIds(null, 2); page.length > 0; ) {
        listed.push(...page)
        page = await engine().listIds(page.at(-1) ?? null, 2)
      }
      expect(listed).toEqual([...listed].sort())
      expect(new Set(listed).size).toBe(listed.length)
      expect(listed).toEqual(expect.arrayContaining(ids))
    })

    it("builds beside the live index, goes on where it was cut off, and misses no change meanwhile", async () => {
      const documents = Array.from({ length: 4 }, (_, at) => document({ title: `Bauvoranfrage ${at}` }))
      const [first, second, third, fourth] = documents
      if (!first || !second || !third || !fourth) throw new Error("four were made")
      await put(...documents)
      const begun = await engine().rebuild()
      expect(begun.reached).toBeNull()
      await begun.write([first, second])
      expect((await find("Bauvoranfrage")).length).toBe(4)

      await engine().write([{ ...first, title: "Abbruchanzeige" }], [second.id])
      const continued = await engine().rebuild()
      expect(continued.reached).toBe(second.id)
      await continued.write([third, fourth])
      await continued.finish()
      expect((await find("Bauvoranfrage")).sort()).toEqual([third.id, fourth.id].sort())
      expect(await find("Abbruchanzeige")).toEqual([first.id])
      expect(await engine().listIds(null, 100)).toEqual([first.id, third.id, fourth.id])
      expect((await engine().rebuild()).reached).toBeNull()
    })
  })
}

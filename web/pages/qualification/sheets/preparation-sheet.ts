import { findCohort } from "../../../../server/qualification/core.ts"
import {
  type AssessmentView,
  type CompetenceView,
  findRound,
  findRoundPlan,
  listEvidence,
  listSelfRatings,
  MOST_SITUATIONS,
} from "../../../../server/qualification/proof.ts"
import type { Texts } from "../../../texts/index.ts"
import {
  type Asked,
  blankRows,
  box,
  type Contents,
  type Copy,
  type SheetField,
  type Values,
} from "./sheet.ts"

const PLACES = Array.from({ length: MOST_SITUATIONS }, (_, index) => index + 1)
const PARTS = ["deed", "novelty", "proof"] as const
const EVIDENCE_ROWS = 4

type Rounds = Awaited<ReturnType<typeof findRoundPlan>>["rounds"]
type Rating = { competence: string; level: number | null; sentence: string }
type Shown = Pick<NonNullable<AssessmentView["released"]>, "situations"> & {
  ratings: Rating[]
  evidence: { title: string; sentence: string }[]
}

/** What a learner brings to the round: where they stand, what shows it, and three situations to tell. */
export const preparationSheet: Contents = {
  slug: "vorbereitung",
  fields,
  copies: async (asked, cohortId) => {
    const { parts } = await findCohort(asked.db, asked.actor, cohortId)
    const isOther = parts.includes("facilitator") && !parts.includes("learner")
    const { rounds } = await findRoundPlan(asked.db, asked.actor, cohortId)
    return [
      ...(isOther ? [] : await ownCopies(asked, cohortId, rounds)),
      ...(await releasedCopies(asked, rounds)),
    ]
  },
}

function fields(t: Texts, competences: CompetenceView[]): SheetField[] {
  const { preparation, selfRating, evidence, competences: words, sheets } = t.qualification
  const [first] = competences
  const scale = first?.levels.map(({ level, name }) => `${level} – ${name}`).join(" · ")
  return [
    { kind: "line", name: "who", label: sheets.name },
    { kind: "group", label: selfRating.title, ...(scale && { text: scale }) },
    {
      kind: "table",
      name: "ratings",
      label: "",
      columns: [
        { label: words.title, share: 32, ours: true },
        { label: selfRating.level, share: 30, ours: true },
        { label: selfRating.sentence, share: 38 },
      ],
      blank: rated(competences, []),
      lines: 1.5,
    },
    { kind: "group", label: preparation.evidenceShown },
    {
      kind: "table",
      name: "evidence",
      label: "",
      columns: [
        { label: evidence.fields.title, share: 40 },
        { label: evidence.fields.sentence, share: 60 },
      ],
      blank: blankRows(2, EVIDENCE_ROWS),
      lines: 1.5,
    },
    ...PLACES.flatMap((place): SheetField[] => [
      { kind: "group", label: preparation.situation(place) },
      ...PARTS.map(
        (part) => ({ kind: "text", name: `${part}${place}`, label: preparation[part], lines: 3 }) as const,
      ),
    ]),
  ]
}

/** Each competence with its levels to tick. */
const rated = (competences: CompetenceView[], ratings: Rating[]): string[][] =>
  competences.map(({ key, name, levels }) => {
    const found = ratings.find(({ competence }) => competence === key)
    const boxes = levels.map(({ level }) => `${box(found?.level === level)}\u00a0${level}`)
    return [name, boxes.join("  "), found?.sentence ?? ""]
  })

/** For the learner alone. */
async function ownCopies({ db, actor }: Asked, cohortId: string, rounds: Rounds): Promise<Copy[]> {
  const { competences, points } = await listSelfRatings(db, actor, cohortId)
  const { items } = await listEvidence(db, actor, cohortId)
  const own = rounds.find(({ seat }) => seat === "learner")
  const round = own ? await findRound(db, actor, own.id) : null
  const shown = {
    ratings: points.findLast(({ version }) => version > 0)?.ratings ?? [],
    evidence: items,
    situations: round?.preparation?.situations ?? [],
  }
  const isWritten = [shown.ratings, items, shown.situations].some((list) => list.length > 0)
  return isWritten ? [{ id: null, values: valuesOf(competences, shown, actor.displayName) }] : []
}

/** What others have released to a round that one sits in, and as long as it is kept. */
async function releasedCopies({ db, actor }: Asked, rounds: Rounds): Promise<Copy[]> {
  const copies: Copy[] = []
  for (const { id, seat } of rounds) {
    if (seat === null || seat === "learner") continue
    const { released, learner, competences } = await findRound(db, actor, id)
    if (released) copies.push({ id, of: learner.name, values: valuesOf(competences, released, learner.name) })
  }
  return copies
}

function valuesOf(competences: CompetenceView[], shown: Shown, name: string): Values {
  const situations = shown.situations.flatMap((situation, index) =>
    PARTS.map((part) => [`${part}${index + 1}`, situation[part]] as const),
  )
  return {
    texts: { who: name, ...Object.fromEntries(situations) },
    rows: {
      ratings: rated(competences, shown.ratings),
      evidence: shown.evidence.map(({ title, sentence }) => [title, sentence]),
    },
  }
}

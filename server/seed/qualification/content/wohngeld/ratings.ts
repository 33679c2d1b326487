import { on, type SeedSelfRating, type When } from "../../types.ts"

const KEYS = [
  "digcomp@2.2:2.2",
  "digcomp@2.2:4.2",
  "fachforum@1.0:A.1",
  "fachforum@1.0:A.2",
  "fachforum@1.0:A.3",
] as const

/** One level for each competence of the group, in their order. */
const rating = (
  by: string,
  point: SeedSelfRating["point"],
  at: When,
  levels: number[],
  sentences: SeedSelfRating["sentences"] = {},
): SeedSelfRating => ({
  by,
  point,
  at,
  levels: Object.fromEntries(KEYS.map((key, index) => [key, levels[index] ?? 0])),
  sentences,
})

export const selfRatings: SeedSelfRating[] = [
  rating("mueller", "start", on("workshop-1", 3, "13:00"), [2, 2, 1, 1, 2], {
    "fachforum@1.0:A.1": "Neues habe ich bisher eher ausgehalten.",
    "fachforum@1.0:A.2": "Ich habe noch nie in einem Forum geschrieben.",
  }),
  rating("huber", "start", on("workshop-1", 4, "09:20"), [1, 2, 1, 1, 2]),
  rating("meier", "start", on("workshop-1", 3, "15:30"), [2, 2, 1, 1, 1]),
  rating("vogt", "start", on("workshop-1", 5, "11:00"), [2, 3, 1, 1, 2], {
    "fachforum@1.0:A.3": "Ich schreibe genau. Ob man es versteht, weiß ich nicht immer.",
  }),
  rating("mueller", "end", on("workshop-5", 3, "16:00"), [3, 3, 3, 3, 3], {
    "fachforum@1.0:A.2": "Ich habe die Kategorien gebaut und sehe jeden Tag, ob sie tragen.",
    "fachforum@1.0:A.1": "Ich habe vor dreißig Leuten gesprochen, und danach kamen Fragen.",
  }),
  rating("huber", "end", on("workshop-5", 4, "11:15"), [2, 3, 2, 2, 3], {
    "fachforum@1.0:A.3": "Meine Texte benutzt jetzt jemand, den ich nicht kenne.",
  }),
  rating("meier", "end", on("workshop-5", 3, "17:20"), [3, 2, 2, 3, 2], {
    "digcomp@2.2:2.2": "Ich weiß, was in den Chat gehört und was nicht.",
  }),
  rating("vogt", "end", on("workshop-5", 5, "09:40"), [3, 3, 2, 2, 3]),
]

import type {
  Answered,
  Audience,
  Contributions,
  EntryKind,
  Heading,
  ImpulseState,
  NewEvidence,
  NewProject,
  NewWorkProcess,
  OwnExperience,
  PlanContent,
  PlanKind,
  Prompt,
  RatedPoint,
  RoundLine,
  SharedWith,
} from "../../qualification/index.ts"

/** A step of the programme: its kind, and which one of that kind. */
export type StepName =
  | `workshop-${1 | 2 | 3 | 4 | 5}`
  | `meeting-${1 | 2 | 3 | 4}`
  | `practice-${1 | 2 | 3 | 4}`
  | `impulse-${number}`
  | "assessment-1"
  | "certificate-1"

/** A working day: so many of them from a step, or so many days back from the day of the seed. */
export type When = ({ step: StepName; days: number } | { daysAgo: number }) & { time: string }

/** So many working days after (before, when negative) the day of a step. */
export const on = (step: StepName, days = 0, time = "10:00"): When => ({ step, days, time })
/** On the last working day that is so long ago; a negative number lies ahead. */
export const ago = (daysAgo: number, time = "10:00"): When => ({ daysAgo, time })

type By = { by: string }
type At = { at: When }

type SeedLearner = { who: string; manager: string }

export type SeedEntry = {
  kind: EntryKind
  body: string
  who?: string
  due?: When
  result?: At & { text: string; done?: boolean }
}

export type SeedPhoto = By & { file: string; caption: string }

export type SeedSession = {
  step: StepName
  /** Everybody else was there. */
  missing?: Record<string, "absent" | "made-up">
  /** Lines written before a meeting. */
  round?: Record<string, RoundLine>
  /** Those that were held. */
  held?: {
    entries: SeedEntry[]
    photos?: SeedPhoto[]
    forManagers: boolean
  }
}

export type SeedProject = By &
  At & {
    key: string
    fields: Omit<NewProject, "key" | "state">
    with: string[]
    items: { kind: "milestone" | "task"; title: string; day: When; who?: string; done?: When }[]
    decisions: (By & At & { body: string })[]
    comments: (By & At & { body: string })[]
    submissions: (By &
      At & {
        step: StepName
        message: string
        answers: (By & At & { answer: Answered["answer"]; comment: string; talkOn?: When })[]
      })[]
    /** When its state changes, with what is then known. */
    running: At
    finished?: At & { goal: string }
  }

export type SeedImpulse = By &
  At & { step: StepName; state: ImpulseState; answers: string[]; sharedWith?: SharedWith }

export type SeedJournalEntry = By &
  At & { about?: StepName; title: string; body: string; sharedWith?: Audience; asEvidence?: string }

export type SeedSelfRating = By &
  At & { point: RatedPoint; levels: Record<string, number>; sentences: Record<string, string> }

/** An address of the forum by the key of a thread. */
export type SeedEvidence = By &
  At &
  Omit<NewEvidence, "key" | "address"> & { thread?: string; address?: string }

/** A result of an own project, or an own entry of the journal, each by its title. */
export type SeedTakenEvidence = By &
  At & { source: "milestone" | "journal"; title: string } & Pick<NewEvidence, "sentence" | "competences">

export type SeedPlan = By &
  At & {
    kind: PlanKind
    /** Days stand in `days` and are filled in. */
    content: PlanContent
    days?: Record<string, When>
    lineDays?: (When | undefined)[]
    decided?: At
  }

export type SeedReport = {
  contributions: (By & At & { texts: Partial<Contributions> })[]
  composed: By & At & { fields: Partial<Record<Prompt, { text: string; included: boolean }>> }
  approvals: (By & At)[]
  released: At & { expiresOn: When }
}

export type SeedConsulting = {
  step: StepName
  topics: (By & { title: string; question: string })[]
  /** Topics by whose they are. */
  votes: (By & { topicsOf: string[] })[]
  held?: {
    topicOf: string
    moderator: string
    hypotheses: (By & { body: string })[]
    solutions: (By & { body: string })[]
    decision: string
    shared: boolean
  }
}

export type SeedRetrospective = {
  /** In the order in which they are laid; those with the same topic belong together. */
  cards: (By & { heading: Heading; body: string; topic?: string })[]
  votes: (By & { on: string[] })[]
  lessons: (By & { kind: Heading; title: string; body: string })[]
  released: When
}

export type SeedRound = {
  learner: string
  situations: { deed: string; novelty: string; proof: string }[]
  /** Levels of the learner, of the facilitator, and as both agreed. */
  levels: Record<string, { own: number; other: number; agreed: number; reason: string; evidence: string }>
  observations: { competence: string | null; text: string }[]
  sentences: string
  releasesFormer: boolean
}

export type SeedCohort = {
  name: string
  mandateFrom: string
  mandate: string
  facilitator: string
  managers: string[]
  learners: SeedLearner[]
  place: string
  link: string
  dialIn: string
  competences: string[]
  experiences: (By & At & OwnExperience)[]
  processes: (By & At & Omit<NewWorkProcess, "key">)[]
  sessions: SeedSession[]
  projects: SeedProject[]
  impulses: SeedImpulse[]
  journal: SeedJournalEntry[]
  selfRatings: SeedSelfRating[]
  evidence: SeedEvidence[]
  takenEvidence: SeedTakenEvidence[]
  plans: SeedPlan[]
  consultings: SeedConsulting[]
  report?: SeedReport
  retrospective?: SeedRetrospective
  rounds: SeedRound[]
  /** What the holder lets a check show. */
  certificates: { who: string; showsName: boolean; showsCompetences: boolean }[]
}

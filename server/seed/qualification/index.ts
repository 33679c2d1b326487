import type { Keys } from "../../kernel/key-file.ts"
import { now, resetClock } from "../../kernel/time.ts"
import { tellBallots } from "../../qualification/meet.ts"
import { tellReleasedImpulses } from "../../qualification/own.ts"
import { sweepAssessments } from "../../qualification/proof.ts"
import { sceneOfReading } from "../hearing.ts"
import type { Scene, SeedParts } from "../parts.ts"
import { playScenes } from "../play.ts"
import type { Example } from "../reading/index.ts"
import type { Town } from "../town.ts"
import { foundCohort } from "./found.ts"
import { scenesOfColleagues } from "./scenes/colleagues.ts"
import { scenesOfConsulting } from "./scenes/consulting.ts"
import { scenesOfLearning } from "./scenes/learning.ts"
import { scenesOfProject } from "./scenes/projects.ts"
import { scenesOfRetrospective } from "./scenes/retrospective.ts"
import { scenesOfRounds } from "./scenes/rounds.ts"
import { scenesOfSession } from "./scenes/sessions.ts"
import { scenesOfTalk } from "./scenes/talks.ts"
import { scenesOfPlan, scenesOfReport } from "./scenes/together.ts"
import type { Stage } from "./stage.ts"

/** Two learning groups: one has its certificates, the other is in the middle of its half-year. */
export async function playQualification(
  parts: SeedParts,
  town: Town,
  keys: Keys | null,
  { wohngeld, unterhalt }: Example["cohorts"],
): Promise<void> {
  const present = now()
  const setting = { parts, town, keys, present }
  const former = await foundCohort({ ...setting, content: wohngeld }, FINISHED)
  await playScenes(scenesOf(former))
  const current = await foundCohort({ ...setting, content: unterhalt }, HALFWAY)
  await playScenes([...scenesOf(current), sceneOfReading(parts, present)])
  resetClock()
  await sweepAssessments(parts.db)
  await tellReleasedImpulses(parts.db)
  await tellBallots(parts.db)
}

/** Long enough over that its working notes are gone, and that the next group began with its lessons. */
const FINISHED = { kind: "assessment", number: 1, from: -71, until: -67 } as const
/** The meeting of the second practice phase is a few days ahead. */
const HALFWAY = { kind: "meeting", number: 2, from: 3, until: 5 } as const

function scenesOf(stage: Stage): Scene[] {
  const { content } = stage
  return [
    ...scenesOfLearning(stage),
    ...content.sessions.flatMap((session) => scenesOfSession(stage, session)),
    ...content.projects.flatMap((project) => scenesOfProject(stage, project)),
    ...content.consultings.flatMap((one) => scenesOfConsulting(stage, one)),
    ...content.plans.flatMap((plan) => scenesOfPlan(stage, plan)),
    ...content.talks.flatMap((talk) => scenesOfTalk(stage, talk)),
    ...(content.event ? scenesOfColleagues(stage, content.event) : []),
    ...(content.report ? scenesOfReport(stage, content.report) : []),
    ...(content.retrospective ? scenesOfRetrospective(stage, content.retrospective) : []),
    ...scenesOfRounds(stage),
  ]
}

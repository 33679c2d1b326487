import {
  askBack,
  closeQuestion,
  HandOver,
  handOverQuestion,
  Move,
  NewAskBack,
  PassOn,
  passOnQuestion,
  reopenQuestion,
  returnQuestion,
  takeQuestion,
} from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import type { Db } from "../../../server/kernel/database.ts"
import type { FieldFault } from "../../../server/kernel/http.ts"
import { checkInput } from "../../../server/kernel/schemas.ts"
import { type Fields, optional, textOf } from "../../forms.ts"
import type { Texts } from "../../texts/index.ts"

type Act = (db: Db, actor: Actor, id: string, fields: Fields) => Promise<FieldFault[]>
export type Step = { path: string; fields: string[]; flash: keyof Texts["flash"]; act: Act }

/** What is done to a question with a small form of its own: the last part of its address, and what happens. */
export const STEPS: Step[] = [
  { path: "uebernehmen", fields: ["note"], flash: "taken", act: withNote(takeQuestion) },
  { path: "zurueckgeben", fields: ["note"], flash: "returned", act: withNote(returnQuestion) },
  { path: "rueckfrage", fields: ["body", "idempotencyKey"], flash: "asked-back", act: ask },
  { path: "schliessen", fields: [], flash: "closed", act: plainly(closeQuestion) },
  { path: "oeffnen", fields: [], flash: "reopened", act: plainly(reopenQuestion) },
]

function withNote(act: typeof takeQuestion): Act {
  return async (db, actor, id, fields) => {
    const { value, faults } = checkInput(Move, { note: textOf(fields, "note") })
    if (value) await act(db, actor, id, value.note)
    return faults
  }
}

function plainly(act: typeof closeQuestion): Act {
  return async (db, actor, id) => {
    await act(db, actor, id)
    return []
  }
}

export async function handOver(...[db, actor, id, fields]: Parameters<Act>) {
  const input = { personId: optional(textOf(fields, "personId")), note: textOf(fields, "note") }
  const { value, faults } = checkInput(HandOver, input)
  if (value) await handOverQuestion(db, actor, id, value)
  return faults
}

export async function passOn(...[db, actor, id, fields]: Parameters<Act>) {
  const input = { departmentId: optional(textOf(fields, "departmentId")), note: textOf(fields, "note") }
  const { value, faults } = checkInput(PassOn, input)
  if (value) await passOnQuestion(db, actor, id, value)
  return faults
}

async function ask(...[db, actor, id, fields]: Parameters<Act>) {
  const input = { body: textOf(fields, "body"), key: optional(textOf(fields, "idempotencyKey")) }
  const { value, faults } = checkInput(NewAskBack, input)
  if (value) await askBack(db, actor, id, value)
  return faults
}

import type { App } from "../../../../server/kernel/http.ts"
import { AtVersion } from "../../../../server/kernel/schemas.ts"
import {
  addStep,
  CopyOrder,
  copyProgramme,
  discardDraft,
  EditedProgramme,
  editProgramme,
  findProgramme,
  NewStep,
  offerProgramme,
  prepareEdition,
  publishProgramme,
  withdrawProgramme,
} from "../../../../server/qualification/core.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput, namesOf } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { ADDED_FIELDS, stepOf } from "./adding.tsx"
import { detailFields } from "./details.tsx"
import { access, pathOf, programmeLabels, stepPathOf } from "./frame.tsx"
import { showProgramme } from "./reading.tsx"

const find = ({ db, actor, params }: Ask) => findProgramme(db, actor, params.id)

const { read, ...actions } = actionsOf({
  save: EditedProgramme,
  add: NewStep,
  publish: AtVersion,
  discard: NoInput,
  copy: CopyOrder,
  edition: NoInput,
  withdraw: NoInput,
  offer: NoInput,
})

/** A programme, what is done with it, and a further step of it. */
export function onePages(app: App, site: Site): void {
  const { page, form } = pagesOf(app, site)
  page("/programme/:id", { access, find, show: (ask, programme) => showProgramme(ask, programme, null) })
  form("/programme/:id", {
    access,
    ...actions,
    fields: [...namesOf(EditedProgramme), ...ADDED_FIELDS, "action"],
    read: (fields) => {
      const sent = read(fields)
      return sent.action === "add" ? { ...sent, ...stepOf(fields) } : sent
    },
    name: "step",
    find,
    labels: programmeLabels,
    start: detailFields,
    act: async ({ db, actor, params: { id } }, sent): Promise<Next> => {
      switch (sent.action) {
        case "save": {
          const { action: _, ...details } = sent
          await editProgramme(db, actor, id, details)
          return [pathOf(id), "saved"]
        }
        case "add": {
          const { action: _, ...step } = sent
          const { id: added } = await addStep(db, actor, id, step)
          return [stepPathOf(added), "programme-step-added"]
        }
        case "publish":
          await publishProgramme(db, actor, id, sent.version)
          return [pathOf(id), "programme-published"]
        case "discard":
          await discardDraft(db, actor, id)
          return ["/programme", "programme-discarded"]
        case "copy": {
          const { action: _, ...order } = sent
          return draftMade(await copyProgramme(db, actor, id, order))
        }
        case "edition":
          return draftMade(await prepareEdition(db, actor, id))
        case "withdraw":
          await withdrawProgramme(db, actor, id)
          return [pathOf(id), "programme-withdrawn"]
        default:
          await offerProgramme(db, actor, id)
          return [pathOf(id), "programme-offered"]
      }
    },
    to: (next) => next,
    again: (ask, programme, form) => showProgramme(ask, programme, { form, at: programme.id }),
  })
}

const draftMade = ({ id }: { id: string }): Next => [pathOf(id), "programme-copied"]

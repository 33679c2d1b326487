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
  type ProgrammeView,
  prepareEdition,
  publishProgramme,
  withdrawProgramme,
} from "../../../../server/qualification/index.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { ADDED_FIELDS, NEW_STEP, stepOf } from "./adding.tsx"
import { detailFields } from "./details.tsx"
import { access, draftOnly, pathOf, programmeLabels, stepPathOf } from "./frame.tsx"
import { showProgramme } from "./reading.tsx"

const find = ({ db, actor, params }: Ask) => findProgramme(db, actor, params.id)

/** A programme, what is done with it, and a further step of it. */
export function onePages(app: App, site: Site): void {
  const { page, form } = pagesOf(app, site)
  page("/programme/:id", { access, find, show: (ask, programme) => showProgramme(ask, programme, null) })
  form("/programme/:id", {
    access,
    ...actionsOf({
      save: EditedProgramme,
      publish: AtVersion,
      discard: NoInput,
      copy: CopyOrder,
      edition: NoInput,
      withdraw: NoInput,
      offer: NoInput,
    }),
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
  form("/programme/:id/schritte", {
    access,
    find: async (ask): Promise<ProgrammeView> => {
      const programme = await find(ask)
      draftOnly(programme)
      return programme
    },
    input: NewStep,
    fields: ADDED_FIELDS,
    read: stepOf,
    name: "step",
    labels: programmeLabels,
    act: ({ db, actor, params }, step) => addStep(db, actor, params.id, step),
    to: ({ id }) => [stepPathOf(id), "programme-step-added"],
    again: (ask, programme, form) => showProgramme(ask, programme, { form, at: NEW_STEP }),
  })
}

const draftMade = ({ id }: { id: string }): Next => [pathOf(id), "programme-copied"]

import { Type } from "typebox"
import { answerFile } from "../../../../server/kernel/file-answers.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  accessFiledStep,
  accessStepFile,
  bringerOf,
  handIn,
  handOut,
  removeStepFile,
} from "../../../../server/qualification/core.ts"
import { FormOf, readMultipart, textOf } from "../../../forms.ts"
import { goTo, ownPath, type Site } from "../../../site.tsx"
import { takeUploads, UPLOAD_FIELDS } from "./uploads.ts"

const config = { access: "signed-in", page: true } as const

/** What is brought to a step: by facilitators for the group, by learners for themselves and the facilitators. */
const BROUGHT = [
  { at: "dateien", kind: "handout", bring: handOut, hint: "files-handed-out" },
  { at: "boegen", kind: "sheet", bring: handIn, hint: "sheets-handed-in" },
] as const

export function stepFilePages(app: App, site: Site): void {
  for (const { at, kind, bring, hint } of BROUGHT)
    app.post(
      `/schritte/:id/${at}`,
      {
        config,
        schema: { params: ById, body: FormOf(...UPLOAD_FIELDS), response: html },
        preValidation: readMultipart,
      },
      async (request, reply) => {
        const { actor, params, body } = request
        bringerOf(await accessFiledStep(site.db, actor, params.id), kind)
        await takeUploads(request, body, (file) => bring(site.db, site.files, actor, params.id, file))
        return goTo(reply, ownPath(textOf(body, "back")), hint)
      },
    )
  app.get(
    "/schritte/dateien/:id",
    { config, compress: false, schema: { params: ById, response: { 200: Type.Any() } } },
    async (request, reply) => {
      const { file } = await accessStepFile(site.db, request.actor, request.params.id)
      return answerFile(request, reply, site.files, { ...file, isImage: file.image })
    },
  )
  app.post(
    "/schritte/dateien/:id/loeschen",
    { config, schema: { params: ById, body: FormOf("back"), response: html } },
    async ({ actor, params, body }, reply) => {
      await removeStepFile(site.db, site.files, actor, params.id)
      return goTo(reply, ownPath(textOf(body, "back")), "step-file-removed")
    },
  )
}

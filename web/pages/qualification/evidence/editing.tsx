import type { FastifyReply, FastifyRequest } from "fastify"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  EditedEvidence,
  editEvidence,
  findEvidence,
  listEvidence,
  removeEvidence,
} from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, fieldErrors, refusalErrors, textOf } from "../../../forms.ts"
import { Button, Disclosure, type FieldError, Form, useReader } from "../../../layout/index.ts"
import { goTo, type Site } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { FIELDS, inputOf, showForm } from "./form.tsx"

type Tried = { fields: Fields; errors: FieldError[]; status: number }

export function editingPages(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get(
    "/nachweise/:id/bearbeiten",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => showEdit(site, request, reply, request.params.id),
  )
  app.post(
    "/nachweise/:id/bearbeiten",
    { config, schema: { params: ById, body: FormOf(...FIELDS, "version"), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      const t = texts(request.locale)
      const { cohortId } = await findEvidence(site.db, actor, params.id)
      const again = (errors: FieldError[], status: number) =>
        showEdit(site, request, reply, params.id, { fields, errors, status })
      const version = Number(textOf(fields, "version"))
      const { value, faults } = checkInput(EditedEvidence, { ...inputOf(site, fields), version })
      if (!value) return again(fieldErrors(t, faults, "evidence"), 422)
      try {
        await editEvidence(site.db, actor, params.id, value)
        return goTo(reply, `/lerngruppen/${cohortId}/nachweise`, "saved")
      } catch (error) {
        return again(refusalErrors(t, error), error instanceof Refusal ? error.status : 422)
      }
    },
  )
  app.post(
    "/nachweise/:id/entfernen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      const { cohortId } = await findEvidence(site.db, request.actor, request.params.id)
      await removeEvidence(site.db, request.actor, request.params.id)
      return goTo(reply, `/lerngruppen/${cohortId}/nachweise`, "evidence-removed")
    },
  )
}

async function showEdit(site: Site, request: FastifyRequest, reply: FastifyReply, id: string, tried?: Tried) {
  const former = await findEvidence(site.db, request.actor, id)
  const { competences } = await listEvidence(site.db, request.actor, former.cohortId)
  const { title, address, sentence, competences: chosen, version, copy } = former
  const stored = { title, address, sentence, competences: chosen }
  return showForm(site, request, reply, {
    ...(tried ?? { fields: stored, errors: [], status: 200 }),
    newer: stored,
    cohortId: former.cohortId,
    competences,
    version,
    copy,
    title: (t) => t.qualification.evidence.editTitle,
    action: `/nachweise/${id}/bearbeiten`,
    below: <Removing id={id} />,
  })
}

/** It takes two steps, with or without a script. */
function Removing({ id }: { id: string }) {
  const { t } = useReader()
  const words = t.qualification.evidence
  return (
    <Disclosure summary={words.remove} quiet>
      <p>{words.removeText}</p>
      <Form action={`/nachweise/${id}/entfernen`}>
        <div>
          <Button kind="danger">{words.removeNow}</Button>
        </div>
      </Form>
    </Disclosure>
  )
}

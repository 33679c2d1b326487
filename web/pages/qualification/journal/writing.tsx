import { Type } from "typebox"
import { newId } from "../../../../server/kernel/database.ts"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Closed, checkInput, html } from "../../../../server/kernel/schemas.ts"
import { today } from "../../../../server/kernel/time.ts"
import {
  accessJournal,
  EditedJournalEntry,
  editEntryOfJournal,
  findOwnEntry,
  NewJournalEntry,
  writeEntry,
} from "../../../../server/qualification/index.ts"
import { FormOf, fieldErrors, refusalErrors, textOf } from "../../../forms.ts"
import type { FieldError } from "../../../layout/index.ts"
import { goTo, type Site } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { aboutOf, FIELDS, inputOf, showForm } from "./form.tsx"
import { PATH, showOff } from "./frame.tsx"

const config = { access: "signed-in", page: true } as const

/** Where to begin: a prompt by its place, and what the entry is about. */
const Beginning = Closed({
  anfang: Type.Optional(Type.String({ maxLength: 2 })),
  zu: Type.Optional(Type.String({ maxLength: 80 })),
})

export function writingPages(app: App, site: Site): void {
  app.get(
    `${PATH}/neu`,
    { config, schema: { querystring: Beginning, response: html } },
    async (request, reply) => {
      await accessJournal(site.db, request.actor)
      if (!site.journalKeys) return showOff(site, request, reply)
      const { anfang = "", zu = "" } = request.query
      const { prompts } = texts(request.locale).qualification.journal
      const title = /^\d+$/.test(anfang) ? (prompts[Number(anfang)] ?? "") : ""
      const fields = { idempotencyKey: newId(), title, writtenOn: today(), about: zu }
      return showForm(site, request, reply, { action: `${PATH}/neu`, fields, errors: [], status: 200 })
    },
  )
  app.post(
    `${PATH}/neu`,
    { config, schema: { body: FormOf(...FIELDS, "idempotencyKey"), response: html } },
    async (request, reply) => {
      const { body: fields, actor } = request
      const t = texts(request.locale)
      await accessJournal(site.db, actor)
      const again = (errors: FieldError[], status: number) =>
        showForm(site, request, reply, { action: `${PATH}/neu`, fields, errors, status })
      const key = textOf(fields, "idempotencyKey")
      const { value, faults } = checkInput(NewJournalEntry, { ...inputOf(fields), key })
      if (!value) return again(aboutFaults(fieldErrors(t, faults)), 422)
      try {
        const { id } = await writeEntry(site.db, site.journalKeys, actor, value)
        return goTo(reply, `${PATH}/${id}`, "journal-written")
      } catch (error) {
        return again(refusalErrors(t, error), error instanceof Refusal ? error.status : 422)
      }
    },
  )
  editingPages(app, site)
}

function editingPages(app: App, site: Site): void {
  app.get(
    `${PATH}/:id/bearbeiten`,
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      if (!site.journalKeys) return showOff(site, request, reply)
      const former = await findOwnEntry(site.db, site.journalKeys, request.actor, request.params.id)
      if (!former.content) throw new Refusal(409, "journal.unreadable")
      const { writtenOn, content } = former
      const fields = { ...content, writtenOn, about: aboutOf(former), idempotencyKey: newId() }
      const action = `${PATH}/${former.id}/bearbeiten`
      return showForm(site, request, reply, { action, fields, errors: [], status: 200, former })
    },
  )
  app.post(
    `${PATH}/:id/bearbeiten`,
    {
      config,
      schema: { params: ById, body: FormOf(...FIELDS, "version", "idempotencyKey", "as"), response: html },
    },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      const t = texts(request.locale)
      const former = await findOwnEntry(site.db, site.journalKeys, actor, params.id)
      const action = `${PATH}/${params.id}/bearbeiten`
      const again = async (errors: FieldError[], status: number) => {
        // Read once more: another window may have saved between reading and writing.
        const current = await findOwnEntry(site.db, site.journalKeys, actor, params.id)
        const version = status === 409 ? current.version : Number(textOf(fields, "version"))
        return showForm(site, request, reply, {
          action,
          fields,
          errors,
          status,
          former: { ...current, version },
        })
      }
      const isNew = textOf(fields, "as") === "new"
      try {
        if (isNew) {
          const key = textOf(fields, "idempotencyKey")
          const { value, faults } = checkInput(NewJournalEntry, { ...inputOf(fields), key })
          if (!value) return again(aboutFaults(fieldErrors(t, faults)), 422)
          const { id } = await writeEntry(site.db, site.journalKeys, actor, value)
          return goTo(reply, `${PATH}/${id}`, "journal-written")
        }
        const version = Number(textOf(fields, "version"))
        const { value, faults } = checkInput(EditedJournalEntry, { ...inputOf(fields), version })
        if (!value) return again(aboutFaults(fieldErrors(t, faults)), 422)
        await editEntryOfJournal(site.db, site.journalKeys, actor, former.id, value)
        return goTo(reply, `${PATH}/${former.id}`, "saved")
      } catch (error) {
        if (error instanceof Refusal && error.code === "journal.unreadable") throw error
        return again(refusalErrors(t, error), error instanceof Refusal ? error.status : 422)
      }
    },
  )
}

/** One field of the form stands for two of the API. */
const aboutFaults = (errors: FieldError[]) =>
  errors.map((error) => (/^cohort/.test(error.field) ? { ...error, field: "about" } : error))

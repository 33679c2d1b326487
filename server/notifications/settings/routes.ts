import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { changeMailSettings, pauseMails, resumeMails, setMailTimes } from "./actions.ts"
import { findMailSettings } from "./queries.ts"
import { AllMailTimes, MailSettings, MailSettingsView } from "./schema.ts"

export async function settingsRoutes(app: App, { db }: { db: Db }): Promise<void> {
  const api = apiOf(app)
  const answer = { answer: MailSettingsView }
  api.read(
    "/api/notifications/settings",
    "Read when e-mails go out to oneself",
    MailSettingsView,
    ({ actor }) => findMailSettings(db, actor),
  )
  api.change(
    "PUT /api/notifications/settings",
    "Choose when e-mails go out to oneself",
    MailSettings,
    async ({ actor, body }) => {
      await changeMailSettings(db, actor, body)
      return findMailSettings(db, actor)
    },
    answer,
  )
  api.change(
    "PUT /api/notifications/settings/all",
    "Choose one time for all e-mails, or the ones that are shipped",
    AllMailTimes,
    async ({ actor, body }) => {
      await setMailTimes(db, actor, body)
      return findMailSettings(db, actor)
    },
    answer,
  )
  api.change(
    "PUT /api/notifications/pause",
    "Get no e-mails until tomorrow morning, or the next after days off",
    null,
    async ({ actor }) => {
      await pauseMails(db, actor)
      return findMailSettings(db, actor)
    },
    answer,
  )
  api.change("DELETE /api/notifications/pause", "Get e-mails again", null, ({ actor }) =>
    resumeMails(db, actor),
  )
}

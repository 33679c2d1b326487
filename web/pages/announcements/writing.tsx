import { NewAnnouncement, publishAnnouncement } from "../../../server/announcements/index.ts"
import { newId } from "../../../server/kernel/database.ts"
import type { App } from "../../../server/kernel/http.ts"
import { DAY, dayOf, now } from "../../../server/kernel/time.ts"
import { pagesOf } from "../../form-pages.ts"
import { readForm } from "../../form-reading.ts"
import { PageTitle } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { AnnouncementForm } from "./form.tsx"
import { choiceOf, labelsOf, timeIn } from "./input.ts"
import { Trail } from "./reading.tsx"

const SHOWN_DAYS = 14
const PATH = "/ankuendigungen/neu"

export function writingPages(app: App, site: Site): void {
  pagesOf(app, site).formPage(PATH, {
    access: ["lead", "admin"],
    find: (ask) => choiceOf(ask),
    input: NewAnnouncement,
    labels: labelsOf,
    read: (fields) => ({ ...readForm(NewAnnouncement, fields), publishAt: timeIn(fields) }),
    start: () => ({
      idempotencyKey: newId(),
      showUntil: dayOf(new Date(now().getTime() + SHOWN_DAYS * DAY)),
    }),
    act: async ({ db, actor }, value) => ({
      ...(await publishAnnouncement(db, actor, value)),
      isPlanned: value.publishAt !== null,
    }),
    to: ({ id, isPlanned }) => [`/ankuendigungen/${id}`, isPlanned ? "announcement-planned" : "announced"],
    show: ({ t }, choice, form) => ({
      title: t.announcements.new,
      current: "announcements",
      width: "reading",
      breadcrumb: <Trail t={t} title={t.announcements.new} />,
      children: (
        <>
          <PageTitle>{t.announcements.new}</PageTitle>
          <AnnouncementForm choice={choice} form={form} action={PATH} cancel="/ankuendigungen" />
        </>
      ),
    }),
  })
}

import { Type } from "typebox"
import {
  accessDraftingGroup,
  draftForGroup,
  NewAnnouncement,
  NewGroupDraft,
  publishAnnouncement,
} from "../../../server/announcements/index.ts"
import { newId } from "../../../server/kernel/database.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, Id } from "../../../server/kernel/schemas.ts"
import { DAY, dayOf, now } from "../../../server/kernel/time.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { readForm } from "../../form-reading.ts"
import { type Fields, textOf } from "../../forms.ts"
import { PageTitle } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { AnnouncementForm } from "./form.tsx"
import { choiceOf, differingIn, labelsOf } from "./input.ts"
import { Trail } from "./trail.tsx"

const SHOWN_DAYS = 14
const PATH = "/ankuendigungen/neu"
const DRAFT = "/ankuendigungen/entwurf"

const startOf = (): Fields => ({
  idempotencyKey: newId(),
  showUntil: dayOf(new Date(now().getTime() + SHOWN_DAYS * DAY)),
})

export function writingPages(app: App, site: Site): void {
  const { publicUrl } = site.config
  pagesOf(app, site).formPage(PATH, {
    access: ["lead", "admin"],
    find: (ask) => choiceOf(ask),
    input: NewAnnouncement,
    labels: labelsOf,
    read: (fields) => ({ ...readForm(NewAnnouncement, fields), ...differingIn(fields, publicUrl) }),
    start: startOf,
    act: async ({ db, actor }, value) => ({ ...(await publishAnnouncement(db, actor, value)), ...value }),
    to: ({ id, draft, publishAt }) => [
      `/ankuendigungen/${id}`,
      draft ? "announcement-drafted" : publishAt ? "announcement-planned" : "announced",
    ],
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

/** What a learning group drafts: its manager releases it. */
export function draftingPages(app: App, site: Site): void {
  const { publicUrl } = site.config
  pagesOf(app, site).formPage(DRAFT, {
    query: Closed({ gruppe: Type.Optional(Id) }),
    find: findGroup,
    input: NewGroupDraft,
    labels: labelsOf,
    read: (fields) => ({ ...readForm(NewGroupDraft, fields), ...differingIn(fields, publicUrl) }),
    start: startOf,
    act: ({ db, actor }, value) => draftForGroup(db, site.announcing, actor, value),
    to: ({ id }) => [`/ankuendigungen/${id}`, "announcement-submitted"],
    show: ({ t }, { group, ...choice }, form) => ({
      title: t.announcements.newDraft,
      current: "announcements",
      width: "reading",
      breadcrumb: <Trail t={t} title={t.announcements.newDraft} />,
      children: (
        <>
          <PageTitle over={group.name} lead={<p>{t.announcements.draftLead}</p>}>
            {t.announcements.newDraft}
          </PageTitle>
          <AnnouncementForm
            choice={choice}
            form={form}
            action={DRAFT}
            cancel={`/lerngruppen/${group.id}`}
            group={group}
          />
        </>
      ),
    }),
  })
}

/** The group is named by the address at first, and by the form when it is sent. */
async function findGroup(ask: Ask<{ id: string }, unknown>) {
  const { site, db, actor, query, request } = ask
  const { gruppe } = Object(query) as { gruppe?: string }
  const id = gruppe ?? textOf(Object(request.body), "groupId")
  const group = await accessDraftingGroup(db, site.announcing, actor, id)
  return { group, ...(await choiceOf(ask)) }
}

import {
  type AnnouncementView,
  EditedAnnouncement,
  editAnnouncement,
  findAnnouncement,
} from "../../../server/announcements/index.ts"
import { forbidden } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { dayIn, momentIn, wordsOf, yesOrNo } from "../../compared.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { readForm } from "../../form-reading.ts"
import { type FormState, Newer } from "../../form-state.tsx"
import type { Fields } from "../../forms.ts"
import { PageTitle, useReader } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { AnnouncementForm, audienceOptions } from "./form.tsx"
import { type Choice, choiceOf, differingIn, labelsOf } from "./input.ts"
import { localTimeOf } from "./moment.ts"
import { Trail } from "./trail.tsx"

export function editingPages(app: App, site: Site): void {
  pagesOf(app, site).formPage("/ankuendigungen/:id/bearbeiten", {
    find: findEditable,
    input: EditedAnnouncement,
    labels: labelsOf,
    // A published one's form has no field for the time.
    read: ({ publishAt, ...fields }) => ({
      ...readForm(EditedAnnouncement, fields),
      ...differingIn({ ...fields, publishAt }, site.config.publicUrl),
    }),
    start: ({ former }) => fieldsOf(former),
    act: ({ db, actor, params }, value) => editAnnouncement(db, site.announcing, actor, params.id, value),
    to: (_, { former }) => [`/ankuendigungen/${former.id}`, "saved"],
    show: ({ t }, { former, categories, ...choice }, form) => ({
      title: t.announcements.editTitle,
      current: "announcements",
      width: "reading",
      breadcrumb: <Trail t={t} title={former.title} here={{ id: former.id, label: t.announcements.edit }} />,
      children: (
        <>
          <PageTitle>{t.announcements.editTitle}</PageTitle>
          <Conflict form={form} choice={choice} categories={categories} />
          <AnnouncementForm
            choice={choice}
            form={form}
            action={`/ankuendigungen/${former.id}/bearbeiten`}
            isPublished={!former.planned && !former.draft}
            {...(former.kind === "roll-out" && { categories })}
            cancel={`/ankuendigungen/${former.id}`}
          />
        </>
      ),
    }),
  })
}

type Named = { id: string; name: string }
type Found = Choice & { former: AnnouncementView; categories: Named[] }

async function findEditable(ask: Ask): Promise<Found> {
  const { site, db, actor, params, request } = ask
  const former = await findAnnouncement(db, site.announcing, actor, params.id)
  // Of one that was withdrawn meanwhile its author still gets back what was typed.
  const wasTyped = request.method === "POST" && former.withdrawn
  if (!former.can.edit && !wasTyped) throw forbidden()
  const categories = former.kind === "roll-out" ? await site.announcing.categoriesOf(db, actor) : []
  return { former, categories, ...(await choiceOf(ask, former)) }
}

const fieldsOf = (announcement: AnnouncementView): Fields => {
  const { title, body, audience, departments, publishAt, showUntil, version } = announcement
  const { link, takesComments, wantsAcknowledgement, kind, startOn, categories } = announcement
  return {
    title,
    body,
    audience,
    departmentIds: departments.map(({ id }) => id),
    publishAt: localTimeOf(publishAt),
    showUntil,
    link: link ?? "",
    takesComments: takesComments ? "true" : "",
    wantsAcknowledgement: wantsAcknowledgement ? "true" : "",
    ...(kind === "roll-out" && { startOn: startOn ?? "", categoryIds: categories.map(({ id }) => id) }),
    version: String(version),
  }
}

/** Somebody was faster: what differs from the newer text stands above one's own, which is in the form. */
function Conflict({ form, choice, categories }: { form: FormState; choice: Choice; categories: Named[] }) {
  const { t, locale } = useReader()
  const words = t.announcements
  if (!form.newer) return null
  // The form of a published one has no time to publish it.
  const newer = form.fields.publishAt === undefined ? { ...form.newer, publishAt: "" } : form.newer
  return (
    <>
      <Newer
        form={{ ...form, newer }}
        title={words.conflictTitle}
        text={words.conflictText}
        words={{
          audience: wordsOf(audienceOptions(t, choice.label)),
          departmentIds: wordsOf(choice.departments.map(({ id, name }) => ({ value: id, label: name }))),
          publishAt: momentIn(locale),
          showUntil: dayIn(locale),
          startOn: dayIn(locale),
          categoryIds: wordsOf(categories.map(({ id, name }) => ({ value: id, label: name }))),
          takesComments: (value) => yesOrNo(t, value !== ""),
          wantsAcknowledgement: (value) => yesOrNo(t, value !== ""),
        }}
      />
      <h2>{words.conflictOwn}</h2>
    </>
  )
}

import type { App } from "../../../../server/kernel/http.ts"
import {
  type AgreementView,
  Answered,
  answerAgreement,
  findAgreement,
} from "../../../../server/qualification/work.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import type { FormState } from "../../../form-state.tsx"
import { Breadcrumb } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { Agreement, OWN_AGREEMENTS } from "./agreements.tsx"

/** One thing that was submitted to a manager, and their answer. */
export function agreementPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.formPage("/abstimmungen/:id", {
    find: ({ db, actor, params }) => findAgreement(db, actor, params.id),
    input: Answered,
    name: "agreement",
    labels: ({ qualification: { projects: words } }) => ({
      answer: words.answer,
      comment: words.commentLabel,
      talkOn: words.talkLabel,
    }),
    start: ({ answer, comment, talkOn, version }) => ({
      answer,
      comment,
      talkOn: talkOn ?? "",
      version: String(version),
    }),
    act: ({ db, actor, params }, value) => answerAgreement(db, actor, params.id, value),
    to: (_, { id }) => [`/abstimmungen/${id}`, "agreement-answered"],
    show: showAgreement,
    reads: ({ params }) => params.id,
  })
}

function showAgreement({ t, locale }: Ask, agreement: AgreementView, form: FormState) {
  const { content } = agreement
  const words = t.qualification.projects
  const trail = [
    { label: t.qualification.cohorts.title, href: "/qualifizierung" },
    { label: words.managerTitle, href: OWN_AGREEMENTS },
    { label: content.title },
  ]
  return {
    title: content.title,
    current: "qualification",
    width: "reading" as const,
    breadcrumb: <Breadcrumb trail={trail} />,
    children: <Agreement t={t} locale={locale} agreement={agreement} form={form} />,
  }
}

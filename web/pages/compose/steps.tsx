import type { Similar } from "../../../server/search/index.ts"
import { Breadcrumb, type FieldError } from "../../layout/index.ts"
import { show } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { CategoryChooser, leadOf } from "./categories.tsx"
import { PersonalDataStep, type Suspicion } from "./check.tsx"
import type { Composition, Exchange } from "./composition.ts"
import type { Draft } from "./draft.ts"
import { MailStep } from "./mail.tsx"
import { SimilarStep } from "./similar.tsx"

/** The pages in between, each of which hands everything typed on. */
export async function showChooser(
  { site, request, reply }: Exchange,
  composition: Composition,
  draft: Draft,
  errors: FieldError[] = [],
  status = 200,
) {
  const { choice, path } = composition
  if (!choice) throw new Error(`${path} has no categories to choose from`)
  return show(
    site,
    request,
    reply,
    (t) => ({
      ...frame(t, composition, errors),
      children: (
        <CategoryChooser
          choice={choice}
          title={t.compose.category.changeTitle}
          lead={leadOf(t, composition.current)}
          path={path}
          draft={draft}
          errors={errors}
        />
      ),
    }),
    status,
  )
}

export async function showMail(
  { site, request, reply }: Exchange,
  composition: Composition,
  draft: Draft,
  section: string,
) {
  return show(site, request, reply, (t) => ({
    ...frame(t, composition, []),
    title: t.compose.mail.title,
    children: <MailStep draft={draft} section={section} path={composition.path} />,
  }))
}

export async function showCheck(
  { site, request, reply }: Exchange,
  composition: Composition,
  draft: Draft,
  suspicions: Suspicion[],
) {
  return show(site, request, reply, (t) => ({
    ...frame(t, composition, []),
    title: t.compose.check.title,
    children: (
      <PersonalDataStep
        suspicions={suspicions}
        draft={draft}
        action={composition.path}
        verb={composition.words(t).verb}
      />
    ),
  }))
}

export async function showSimilar(
  { site, request, reply }: Exchange,
  { similar = "ask", ...composition }: Composition,
  draft: Draft,
  items: Similar[],
) {
  return show(site, request, reply, (t) => ({
    ...frame(t, composition, []),
    title: t.similar.step.title,
    children: (
      <SimilarStep
        items={items}
        purpose={similar}
        draft={draft}
        action={composition.path}
        submit={composition.words(t).submit}
        cancel={composition.cancel}
      />
    ),
  }))
}

/** What every page of this area has around its content. */
export function frame(t: Texts, composition: Composition, errors: FieldError[]) {
  const { title } = composition.words(t)
  return {
    title: errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
    current: composition.current,
    width: "reading" as const,
    breadcrumb: <Breadcrumb trail={[...composition.trail(t), { label: title }]} />,
  }
}

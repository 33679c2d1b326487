import { Type } from "typebox"
import type { App } from "../../../server/kernel/http.ts"
import { Closed } from "../../../server/kernel/schemas.ts"
import {
  AcceptedRules,
  acceptRules,
  ByEdition,
  findRules,
  findRulesEdition,
  type RulesEditionView,
  type RulesView,
} from "../../../server/rules/index.ts"
import { asRead } from "../../as-read.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { Faults, type FormState } from "../../form-state.tsx"
import {
  ActionButton,
  Alert,
  Breadcrumb,
  Card,
  Changes,
  Day,
  Disclosure,
  EmptyState,
  LinkButton,
  Meta,
  PageTitle,
  Prose,
} from "../../layout/index.ts"
import { type Content, ownPath, type Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"

export const RULES = "/nutzungsregeln"
export const DRAFT = "/nutzungsregeln/entwurf"

/** The button above a form leads back to the form. */
const Accepting = Closed({
  ...AcceptedRules.properties,
  back: Type.Optional(Type.String({ maxLength: 2000 })),
})

export function readingPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const find = ({ db, actor }: Ask) => findRules(db, actor)
  pages.page(RULES, { find, show: showRules })
  pages.form(RULES, {
    find,
    input: Accepting,
    act: async ({ db, actor }, { edition, back }) => {
      await acceptRules(db, actor, edition)
      return back ?? RULES
    },
    to: (back) => [ownPath(back), "rules-accepted"],
    again: showRules,
  })
  pages.page(`${RULES}/fassungen/:edition`, {
    params: ByEdition,
    find: ({ db, params }) => findRulesEdition(db, params.edition),
    show: ({ t }, edition) => ({
      title: t.rules.edition(String(edition.edition)),
      width: "reading",
      breadcrumb: <RulesTrail t={t} here={t.rules.edition(String(edition.edition))} />,
      children: (
        <>
          <PageTitle lead={<Origin t={t} edition={edition} />}>
            {t.rules.edition(String(edition.edition))}
          </PageTitle>
          <Prose html={edition.html} level={2} />
          <WhatChanged t={t} edition={edition} isOpen />
        </>
      ),
    }),
  })
}

const showRules = ({ t }: Ask, rules: RulesView, form?: FormState): Content => ({
  title: t.rules.title,
  width: "reading",
  children: (
    <>
      {form && <Faults form={form} />}
      <Rules t={t} rules={rules} />
    </>
  ),
})

function Rules({ t, rules }: { t: Texts; rules: RulesView }) {
  const words = t.rules
  const { current, can, hasDraft } = rules
  const draft = can.draft && !hasDraft && (
    <LinkButton href={`${RULES}/neu`} icon="edit" small>
      {words.draftNext}
    </LinkButton>
  )
  return (
    <>
      <PageTitle
        lead={current ? <Origin t={t} edition={current} /> : <p>{words.lead}</p>}
        actions={draft || undefined}
      >
        {words.title}
      </PageTitle>
      {hasDraft && (
        <Alert kind="info" title={words.draftThere}>
          <p>
            <a href={DRAFT}>{words.toDraft}</a>
          </p>
        </Alert>
      )}
      {current ? (
        <>
          <Prose html={current.html} level={2} />
          <Acceptance t={t} rules={rules} edition={current.edition} />
          <WhatChanged t={t} edition={current} isOpen={false} />
          <Former t={t} rules={rules} />
        </>
      ) : (
        <EmptyState icon="edit" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
    </>
  )
}

function Acceptance({ t, rules, edition }: { t: Texts; rules: RulesView; edition: number }) {
  const words = t.rules
  const { isAccepted, isAsked, accepted, can } = rules
  return (
    <Card title={words.acceptTitle} id="bestaetigen" tone={isAsked ? "attention" : "quiet"}>
      <p>{isAsked ? words.acceptAsked : isAccepted ? words.accepted : words.notAsked}</p>
      {isAsked && (
        <ActionButton action={RULES} hidden={{ edition: String(edition) }} kind="primary" small={false}>
          {words.first.accept}
        </ActionButton>
      )}
      <p class="kern-hint">{words.counted}</p>
      {can.draft && <p>{accepted === null ? words.tooFew : words.acceptedBy(String(accepted))}</p>}
    </Card>
  )
}

export function WhatChanged({
  t,
  edition: { body, formerBody, summary },
  isOpen,
}: {
  t: Texts
  edition: Pick<RulesEditionView, "body" | "formerBody" | "summary">
  isOpen: boolean
}) {
  const words = t.rules
  if (formerBody === null) return null
  return (
    <section class="ff-part" aria-labelledby="neu">
      <h2 id="neu">{words.changes}</h2>
      {summary !== "" && <p class="ff-lines">{summary}</p>}
      <Disclosure summary={words.compare} open={isOpen}>
        <Changes before={asRead(formerBody)} after={asRead(body)} label={words.compare} />
      </Disclosure>
    </section>
  )
}

function Former({ t, rules: { editions } }: { t: Texts; rules: RulesView }) {
  const words = t.rules
  const [, ...former] = editions
  if (former.length === 0) return null
  return (
    <section class="ff-part" aria-labelledby="fruehere">
      <h2 id="fruehere">{words.former}</h2>
      <ul class="ff-links">
        {former.map(({ edition, publishedOn }) => (
          <li key={edition}>
            <a href={`${RULES}/fassungen/${edition}`}>{words.edition(String(edition))}</a>, {words.from}{" "}
            <Day value={publishedOn} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type OriginProps = { t: Texts; edition: Pick<RulesEditionView, "edition" | "publishedOn" | "source"> }

function Origin({ t, edition: { edition, publishedOn, source } }: OriginProps) {
  const words = t.rules
  return (
    <Meta
      items={[
        words.edition(String(edition)),
        <span key="from">
          {words.from} <Day value={publishedOn} />
        </span>,
        source !== "" && words.drawnUpBy(source),
      ]}
    />
  )
}

export const RulesTrail = ({ t, here }: { t: Texts; here: string }) => (
  <Breadcrumb trail={[{ label: t.rules.title, href: RULES }, { label: here }]} />
)

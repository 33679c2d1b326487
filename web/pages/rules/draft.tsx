import { newId } from "../../../server/kernel/database.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById } from "../../../server/kernel/schemas.ts"
import {
  commentOnRules,
  discardRulesDraft,
  findRulesDraft,
  NewRulesComment,
  PublishedRules,
  publishRules,
  type RulesDraftView,
  removeRulesComment,
} from "../../../server/rules/index.ts"
import { type Ask, type Next, pagesOf } from "../../form-pages.ts"
import { actionsOf, NoInput } from "../../form-reading.ts"
import { Faults, type FormState, field } from "../../form-state.tsx"
import { textOf } from "../../forms.ts"
import {
  ActionButton,
  Buttons,
  brief,
  Card,
  Day,
  Field,
  Form,
  LinkButton,
  Meta,
  PageTitle,
  Prose,
  SubmitButton,
  TwoSteps,
} from "../../layout/index.ts"
import { formOf, type Tried } from "../../page-forms.ts"
import type { Content, Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { DRAFT, RULES, RulesTrail, WhatChanged } from "./reading.tsx"

const actions = actionsOf({
  comment: NewRulesComment,
  remove: ById,
  publish: PublishedRules,
  discard: NoInput,
})

export function draftPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const find = ({ db, actor }: Ask) => findRulesDraft(db, actor)
  pages.page(DRAFT, { find, show: showDraft })
  pages.form(DRAFT, {
    find,
    ...actions,
    labels: ({ rules }) => rules.fields,
    act: async ({ db, actor }, sent): Promise<Next> => {
      switch (sent.action) {
        case "comment": {
          const { body, key } = sent
          await commentOnRules(db, actor, { body, key })
          return [`${DRAFT}#kommentare`, "commented"]
        }
        case "remove":
          await removeRulesComment(db, actor, sent.id)
          return [`${DRAFT}#kommentare`, "rules-comment-removed"]
        case "publish": {
          const { version, isAsked } = sent
          await publishRules(db, actor, { version, isAsked })
          return [RULES, "rules-published"]
        }
        default:
          await discardRulesDraft(db, actor)
          return [RULES, "rules-discarded"]
      }
    },
    to: (next) => next,
    again: showDraft,
  })
}

const showDraft = ({ t }: Ask, draft: RulesDraftView, form?: FormState): Content => ({
  title: t.rules.draftTitle,
  width: "reading",
  breadcrumb: <RulesTrail t={t} here={t.rules.draftTitle} />,
  children: <Draft t={t} draft={draft} tried={form ? { form, at: "" } : null} />,
})

type Props = { t: Texts; draft: RulesDraftView; tried: Tried | null }

function Draft({ t, draft, tried }: Props) {
  const words = t.rules
  const { html, source, commentsUntil, can } = draft
  const edit = can.edit && (
    <LinkButton href={`${DRAFT}/bearbeiten`} icon="edit" small>
      {words.edit}
    </LinkButton>
  )
  const lead = (
    <>
      <p>{can.comment ? words.draftLead : words.draftOver}</p>
      <Meta
        items={[
          <span key="until">
            {words.commentsUntil} <Day value={commentsUntil} />
          </span>,
          source !== "" && words.drawnUpBy(source),
        ]}
      />
    </>
  )
  return (
    <>
      <PageTitle lead={lead} actions={edit || undefined}>
        {words.draftTitle}
      </PageTitle>
      {tried && <Faults form={tried.form} />}
      <Prose html={html} level={2} />
      <WhatChanged t={t} edition={draft} isOpen={false} />
      <Comments t={t} draft={draft} tried={tried} />
      {can.edit && <Deciding t={t} draft={draft} />}
    </>
  )
}

function Comments({ t, draft: { comments, can }, tried }: Props) {
  const words = t.rules
  const form = formOf(tried, { at: "", action: "comment", input: NewRulesComment, labels: words.fields })
  return (
    <section class="ff-part" aria-labelledby="kommentare">
      <h2 id="kommentare">{words.comments}</h2>
      {comments.length === 0 && <p>{words.noComments}</p>}
      <ul class="ff-lessons">
        {comments.map((comment) => (
          <li key={comment.id}>
            <Meta items={[comment.author]} />
            <p class="ff-lines">{comment.body}</p>
            {comment.can.remove && (
              <ActionButton
                action={DRAFT}
                hidden={{ action: "remove", id: comment.id }}
                context={brief(comment.body)}
              >
                {words.removeComment}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {can.comment && (
        <Form
          action={DRAFT}
          hidden={{ action: "comment" }}
          idempotencyKey={textOf(form.fields, "idempotencyKey") || newId()}
          keep="nutzungsregeln-kommentar"
        >
          <Field {...field(form, "body")} type="textarea" rows={4} hint={words.commentHint} />
          <Buttons>
            <SubmitButton>{words.comment}</SubmitButton>
          </Buttons>
        </Form>
      )}
    </section>
  )
}

function Deciding({ t, draft: { version, can } }: Pick<Props, "t" | "draft">) {
  const words = t.rules
  return (
    <Card title={words.publishTitle} id="veroeffentlichen">
      <p>{can.publish ? words.publishText : words.publishLater}</p>
      {can.publish && (
        <Form action={DRAFT} hidden={{ action: "publish", version }}>
          <Field
            type="checkbox"
            name="isAsked"
            value="true"
            checked
            label={words.fields.isAsked}
            hint={words.isAskedHint}
            needed={false}
          />
          <Buttons>
            <SubmitButton>{words.publish}</SubmitButton>
          </Buttons>
        </Form>
      )}
      <TwoSteps
        summary={words.discard}
        text={words.discardText}
        now={words.discardNow}
        action={DRAFT}
        hidden={{ action: "discard" }}
      />
    </Card>
  )
}

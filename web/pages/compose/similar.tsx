import { Type } from "typebox"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, html } from "../../../server/kernel/schemas.ts"
import type { Similar } from "../../../server/search/index.ts"
import { textOf } from "../../forms.ts"
import {
  Button,
  Buttons,
  Card,
  Form,
  LinkButton,
  PageTitle,
  renderPart,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"
import { SimilarList, similarPath } from "../search/similar-list.tsx"
import { Carried } from "./carried.tsx"
import type { Composition, Exchange, Purpose } from "./composition.ts"
import { type Draft, withFields } from "./draft.ts"

/** What somebody is about to do: ask, or enter a question with its answer. */

const Written = Closed({
  title: Type.String({ maxLength: 500 }),
  body: Type.String({ maxLength: 20_000 }),
  purpose: Type.Enum(["ask", "record"]),
})

/** Part of a page: what a small script shows beside the form while somebody writes. Empty when there is nothing. */
export function similarPart(app: App, { search }: Site): void {
  app.post(
    "/fragen/aehnlich",
    { config: { access: "signed-in", page: true }, schema: { body: Written, response: html } },
    async (request, reply) => {
      const { title, body, purpose } = request.body
      const items = await search.similar(request.actor, { title, body })
      const t = texts(request.locale)
      const part = items.length > 0 && <SimilarBeside items={items} purpose={purpose} />
      return reply.type("text/html; charset=utf-8").send(renderPart(part, { locale: request.locale, t }))
    },
  )
}

function SimilarBeside({ items, purpose }: { items: Similar[]; purpose: Purpose }) {
  const { t } = useReader()
  return (
    <section class="ff-similar" aria-labelledby="aehnlich" data-count={items.length}>
      <h2 class="ff-similar__head" id="aehnlich" tabIndex={-1}>
        {t.similar.label}
      </h2>
      <p class="kern-hint">{t.similar.hint}</p>
      <SimilarList
        items={items}
        label={t.similar.label}
        level={3}
        action={(item) => (
          <LinkButton href={similarPath(item)} small context={t.similar.of(item.title)}>
            {useOf(t, purpose, item)}
          </LinkButton>
        )}
      />
    </section>
  )
}

/** What nobody has answered yet does not answer, but somebody asks it already. */
const useOf = (t: Texts, purpose: Purpose, { kind, answered }: Similar) =>
  purpose === "ask" && kind === "question" && !answered ? t.similar.asked : t.similar.use[purpose]

/** For whoever writes without a script: once, before posting. Empty when nothing resembles it, or it was shown. */
export async function findSimilar({ site, request }: Exchange, { similar }: Composition, { fields }: Draft) {
  if (!similar || textOf(fields, "similarSeen") !== "") return []
  const [title, body] = [textOf(fields, "title"), textOf(fields, "body")]
  return site.search.similar(request.actor, { title, body })
}

type StepProps = {
  items: Similar[]
  purpose: Purpose
  draft: Draft
  action: string
  submit: string
  cancel: string
}

/** Nothing that was typed is lost: posts open beside it. */
export function SimilarStep({ items, purpose, draft, action, submit, cancel }: StepProps) {
  const { t } = useReader()
  const words = t.similar.step
  return (
    <>
      <PageTitle lead={<p>{words.lead(items.length)}</p>}>{words.title}</PageTitle>
      <Card>
        <p class="kern-hint">{words.hint}</p>
        <SimilarList
          items={items}
          label={t.similar.label}
          level={2}
          action={(item) => (
            <LinkButton href={similarPath(item)} small newWindow context={t.similar.of(item.title)}>
              {useOf(t, purpose, item)}
            </LinkButton>
          )}
        />
        <Form action={action}>
          <Carried draft={withFields(draft, { similarSeen: "step" })} />
          <Buttons>
            <SubmitButton name="step" value="publish">
              {submit}
            </SubmitButton>
            <Button name="step" value="edit" icon="arrow-left">
              {words.edit}
            </Button>
            <LinkButton href={cancel} kind="tertiary">
              {words.discard}
            </LinkButton>
          </Buttons>
        </Form>
      </Card>
    </>
  )
}

import type { findCard } from "../../../../server/qualification/index.ts"
import { compared } from "../../../compared.ts"
import {
  Button,
  Buttons,
  Card,
  Disclosure,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  LinkButton,
  NewerVersion,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { boardOf } from "./columns.ts"

type Props = {
  t: Texts
  card: Awaited<ReturnType<typeof findCard>>
  body: string
  errors: FieldError[]
  isConflict: boolean
}

/** One's own card to change or remove; the facilitator's page of somebody's card only removes it. */
export function CardForm({ t, card, body, errors, isConflict }: Props) {
  const words = t.qualification.retrospectives
  const path = `/rueckblick/karten/${card.id}`
  return (
    <>
      <PageTitle>{card.can.edit ? words.editTitle : words.removeTitle}</PageTitle>
      {isConflict && (
        <NewerVersion
          text={words.conflict}
          fields={compared({ body: words.body }, { body: card.body }, { body })}
        />
      )}
      <ErrorSummary errors={errors} />
      {!card.can.edit && (
        <Card title={words.headings[card.heading]} id="karte" tone="quiet">
          <p class="ff-lines">{card.body}</p>
        </Card>
      )}
      {card.can.edit && (
        <Form action={path} hidden={{ version: card.version }} keep={`karte-${card.id}-${card.version}`}>
          <Field
            type="textarea"
            rows={4}
            name="body"
            label={words.body}
            value={body}
            maxlength={500}
            {...errorFor(errors, "body")}
          />
          <Buttons>
            <SubmitButton>{words.save}</SubmitButton>
            <LinkButton href={boardOf(card.cohortId)} kind="tertiary">
              {t.shell.form.cancel}
            </LinkButton>
          </Buttons>
        </Form>
      )}
      {card.can.remove && (
        <Disclosure summary={words.remove} quiet open={!card.can.edit}>
          <p>{words.removeText}</p>
          <Form action={`${path}/loeschen`}>
            <div>
              <Button kind="danger">{words.removeNow}</Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </>
  )
}

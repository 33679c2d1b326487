import {
  findBoard,
  findMinutes,
  type MinutesView,
  SavedMinutes,
  type SessionView,
} from "../../../../server/qualification/meet.ts"
import type { Ask } from "../../../form-pages.ts"
import { field, Newer, versionOf } from "../../../form-state.tsx"
import {
  Alert,
  Badge,
  Buttons,
  DateTime,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  LinkButton,
  PageTitle,
  Prose,
  SubmitButton,
} from "../../../layout/index.ts"
import { errorsOf, formOf, idAt, isRefused, type Tried } from "../../../page-forms.ts"
import type { Content } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { SessionTrail } from "./frame.tsx"
import { Releasing } from "./releasing.tsx"

type Props = {
  t: Texts
  session: SessionView
  /** To the facilitator alone. */
  draft: MinutesView | null
  hasPhotos: boolean
  /** Put together anew, and not saved yet. */
  isFresh: boolean
  tried: Tried | null
}

/** The page of the minutes, with what was refused of them. */
export async function showMinutes(
  { t, db, actor }: Ask,
  session: SessionView,
  tried: Tried | null,
  isFresh = false,
): Promise<Content> {
  const draft = session.part === "facilitator" ? await findMinutes(db, actor, session.id, isFresh) : null
  const isInGroup = session.part !== "manager"
  const hasPhotos = isInGroup && (await findBoard(db, actor, session.id)).photos.length > 0
  const words = t.qualification.sessions.minutes
  return {
    title: words.of(session.title),
    current: "qualification",
    width: "reading",
    breadcrumb: <SessionTrail t={t} session={session} here={words.title} />,
    children: <Minutes {...{ t, session, draft, hasPhotos, isFresh, tried }} />,
  }
}

function Minutes(props: Props) {
  const { t, session, draft, hasPhotos, tried } = props
  const words = t.qualification.sessions.minutes
  const path = `/termine/${session.id}/protokoll`
  const released = session.minutes
  const actions = released && (
    <>
      <LinkButton href={`${path}.pdf`} icon="download">
        {words.pdf}
      </LinkButton>
      {hasPhotos && (
        <LinkButton href={`${path}.pdf?fotos=1`} icon="download">
          {words.pdfPhotos}
        </LinkButton>
      )}
    </>
  )
  return (
    <>
      <PageTitle over={session.cohort.name} actions={actions}>
        {words.of(session.title)}
      </PageTitle>
      <ErrorSummary errors={errorsOf(tried)} />
      {released && (
        <>
          <p>
            <Badge kind="success" icon="check">
              {words.releasedOn} <DateTime value={released.releasedAt} />
            </Badge>
          </p>
          {draft?.changed && (
            <Alert kind="info">
              <p>{words.changed}</p>
            </Alert>
          )}
          <Prose html={released.html} level={2} />
        </>
      )}
      {!released && !draft && (
        <EmptyState icon="clock" title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      )}
      {draft && <Draft {...props} draft={draft} />}
      {draft && <Releasing t={t} session={session} draft={draft} />}
    </>
  )
}

/** What is saved and not released is read before it is released; writing it is open until it is saved. */
function Draft(props: Props & { draft: MinutesView }) {
  const { t, draft, session, isFresh, tried } = props
  const words = t.qualification.sessions.minutes
  const isSaved = draft.version > 0 && !isFresh
  const form = writingOf(props)
  const writing = <Writing {...props} />
  return (
    <section class="ff-part" aria-labelledby="entwurf">
      <h2 id="entwurf">{words.editTitle}</h2>
      {isSaved ? (
        <>
          {(!session.minutes || draft.changed) && (
            <>
              <h3>{words.preview}</h3>
              <Prose html={draft.html ?? ""} level={4} />
            </>
          )}
          <Disclosure summary={words.edit} id="schreiben" open={tried !== null && isRefused(form)}>
            {writing}
          </Disclosure>
        </>
      ) : (
        writing
      )}
    </section>
  )
}

const writingOf = ({ t, draft: { body, version }, tried }: Props & { draft: MinutesView }) =>
  formOf(tried, {
    at: "protokoll",
    action: "save",
    input: SavedMinutes,
    labels: { body: t.qualification.sessions.minutes.body },
    fields: { body, version: String(version) },
  })

function Writing(props: Props & { draft: MinutesView }) {
  const { t, session, isFresh } = props
  const words = t.qualification.sessions.minutes
  const path = `/termine/${session.id}/protokoll`
  const form = writingOf(props)
  const version = versionOf(form)
  return (
    <>
      {isFresh && (
        <Alert kind="info">
          <p>{words.freshNote}</p>
        </Alert>
      )}
      <Newer form={form} title={words.conflictTitle} text={words.conflictText} level={3} />
      <Form action={path} hidden={{ action: "save", version }} keep={`minutes-${session.id}-${version}`}>
        <Field
          {...field(form, "body")}
          {...idAt("body", "protokoll")}
          hint={words.lead}
          type="textarea"
          rows={12}
          data={{ "data-markdown": "" }}
        />
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
          {props.draft.version > 0 && (
            <LinkButton href={`${path}?neu=1#entwurf`} kind="tertiary">
              {words.fresh}
            </LinkButton>
          )}
        </Buttons>
      </Form>
    </>
  )
}

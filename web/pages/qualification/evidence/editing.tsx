import type { App } from "../../../../server/kernel/http.ts"
import {
  EditedEvidence,
  editEvidence,
  findEvidence,
  listEvidence,
  removeEvidence,
} from "../../../../server/qualification/proof.ts"
import { wordsOf } from "../../../compared.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import { Faults, type FormState, Newer, versionOf } from "../../../form-state.tsx"
import {
  Buttons,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  TwoSteps,
  useReader,
} from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { preparationOf } from "../preparation/address.ts"
import { competenceOptions, evidenceLabels, Naming, ownAddress, Showing } from "./form.tsx"
import { evidencePage } from "./frame.tsx"

type Found = Awaited<ReturnType<typeof findPiece>>

const { input, read } = actionsOf({ save: EditedEvidence, remove: NoInput })

export function editingPages(app: App, site: Site): void {
  pagesOf(app, site).formPage("/nachweise/:id", {
    find: findPiece,
    input,
    name: "evidence",
    labels: evidenceLabels,
    start: ({ piece: { title, address, sentence, competences, version } }) => {
      return { title, address, sentence, competences, version: String(version) }
    },
    read: (fields) => ({ ...read(fields), address: ownAddress(site, fields) }),
    act: async ({ db, actor, params }, value) => {
      if (value.action === "remove") await removeEvidence(db, actor, params.id)
      else {
        const { action: _, ...piece } = value
        await editEvidence(db, actor, params.id, piece)
      }
      return value.action === "remove" ? ("evidence-removed" as const) : ("saved" as const)
    },
    to: (hint, { piece }) => [`${preparationOf(piece.cohortId)}#nachweise`, hint],
    show: editPage,
  })
}

async function findPiece({ db, actor, params }: Ask) {
  const piece = await findEvidence(db, actor, params.id)
  const { competences } = await listEvidence(db, actor, piece.cohortId)
  return { piece, competences }
}

const editPage = (ask: Ask, found: Found, form: FormState) =>
  evidencePage(
    ask,
    found.piece.cohortId,
    ask.t.qualification.evidence.editTitle,
    <Editing {...found} form={{ ...form, input: EditedEvidence }} />,
  )

function Editing({ piece, competences, form }: Found & { form: FormState }) {
  const { t } = useReader()
  const words = t.qualification.evidence
  return (
    <>
      <PageTitle>{words.editTitle}</PageTitle>
      <Newer
        form={form}
        text={words.conflict}
        words={{ competences: wordsOf(competenceOptions(competences)) }}
      />
      <Faults form={form} />
      <Form
        action={`/nachweise/${piece.id}`}
        keep={`nachweise/${piece.id}`}
        hidden={{ action: "save", version: versionOf(form) }}
      >
        <Naming form={form} />
        {piece.copy && (
          <>
            <p class="kern-label">{words.copyTitle}</p>
            <p class="ff-plain">{piece.copy}</p>
          </>
        )}
        <Showing form={form} competences={competences} />
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
          <LinkButton href={preparationOf(piece.cohortId)} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
      <Removing id={piece.id} />
    </>
  )
}

function Removing({ id }: { id: string }) {
  const { t } = useReader()
  const words = t.qualification.evidence
  return (
    <TwoSteps
      summary={words.remove}
      text={words.removeText}
      now={words.removeNow}
      action={`/nachweise/${id}`}
      hidden={{ action: "remove" }}
    />
  )
}

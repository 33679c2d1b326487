import type { ImportView } from "../../../../../server/accounts/index.ts"
import { codeMessage, faultMessage } from "../../../../forms.ts"
import {
  ActionButton,
  Alert,
  Buttons,
  Disclosure,
  Form,
  PageTitle,
  SubmitButton,
  Table,
  useReader,
} from "../../../../layout/index.ts"
import type { Texts } from "../../../../texts/index.ts"
import { IMPORT } from "./upload.tsx"

type Line = ImportView["added"][number]
type Fault = ImportView["faults"][number]

/** What the file would do. Nothing is done before somebody says so, and nothing while anything is at fault. */
export function ImportPreview({ found }: { found: ImportView }) {
  const { t } = useReader()
  const words = t.accounts.peopleImport
  const { id, added, changed, left, faults, ignored, invite } = found
  const hasWork = added.length + changed.length > 0
  return (
    <>
      <PageTitle lead={<p>{words.summary(added.length, changed.length, left)}</p>}>
        {words.previewTitle}
      </PageTitle>
      {ignored.length > 0 && (
        <Alert kind="info">
          <p>{words.ignored(ignored.join(", "))}</p>
        </Alert>
      )}
      {faults.length > 0 ? (
        <FaultTable faults={faults} />
      ) : hasWork ? (
        <Form action={`${IMPORT}/${id}`}>
          <p>{invite ? words.willInvite(added.length) : words.willNotInvite}</p>
          <Buttons>
            <SubmitButton>{words.apply}</SubmitButton>
          </Buttons>
        </Form>
      ) : (
        <Alert kind="success">
          <p>{words.nothing}</p>
        </Alert>
      )}
      <Lines title={words.added(added.length)} lines={added} />
      <Lines title={words.changed(changed.length)} lines={changed} />
      <p class="ff-muted">{words.others}</p>
      <ActionButton action={`${IMPORT}/${id}/verwerfen`} kind="secondary">
        {words.discard}
      </ActionButton>
    </>
  )
}

function FaultTable({ faults }: { faults: Fault[] }) {
  const { t } = useReader()
  const words = t.accounts.peopleImport
  return (
    <>
      <Alert kind="danger" title={words.faults(faults.length)}>
        <p>{words.faultsText}</p>
      </Alert>
      <Table
        caption={words.faultsList}
        columns={[words.line, words.field, words.value, words.fault]}
        rows={faults.map((fault, index) => ({
          key: `${index}`,
          cells: [
            fault.line === 0 ? "–" : String(fault.line),
            words.fields[fault.field],
            fault.value || "–",
            messageOf(t, fault),
          ],
        }))}
      />
    </>
  )
}

function messageOf(t: Texts, { code, field, limit }: Fault): string {
  if (Object.hasOwn(t.accountsErrors, code)) return codeMessage(t, code)
  return faultMessage(t, t.accounts.peopleImport.fields[field], {
    field,
    code,
    ...(limit !== null && { limit }),
  })
}

function Lines({ title, lines }: { title: string; lines: Line[] }) {
  const { t } = useReader()
  const words = t.accounts.peopleImport
  if (lines.length === 0) return null
  const mark = ({ personId, changes }: Line, field: Line["changes"][number], text: string) =>
    personId && changes.includes(field) ? words.isNew(text) : text
  return (
    <Disclosure summary={title} open={lines.length <= 20}>
      <Table
        caption={title}
        columns={[
          words.line,
          words.fields.displayName,
          words.fields.email,
          words.fields.roles,
          words.fields.departmentIds,
        ]}
        rows={lines.map((line) => ({
          key: String(line.line),
          cells: [
            String(line.line),
            mark(line, "displayName", line.displayName),
            <span class="ff-address">{line.email}</span>,
            mark(line, "roles", line.roles.map((role) => t.shell.roles[role]).join(", ")),
            mark(line, "departmentIds", line.departments.join(", ") || "–"),
          ],
        }))}
      />
    </Disclosure>
  )
}

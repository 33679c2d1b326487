import { numberFormat } from "../../../server/kernel/formats.ts"
import type { peopleImport as german } from "../de/accounts-import.ts"
import type { Translated } from "../translated.ts"

const number = numberFormat("en", {})
const people = (count: number) => (count === 1 ? "1 person" : `${number.format(count)} people`)

export const peopleImport: Translated<typeof german> = {
  title: "People from a file",
  lead: "You choose a CSV file and see first what would change. Nothing is added or changed before you agree.",
  columns:
    "The first line names the columns: email and name (or first name and last name), and roles, departments and language where needed. A vertical bar separates several departments. Where the e-mail address is known already, the person is changed; empty cells change nothing.",
  sample:
    "email;name;roles;departments\nsabine.mueller@example.org;Sabine Müller;clerk;Wohngeldstelle\njens.albrecht@example.org;Jens Albrecht;clerk, specialist;Grundsatz|Wohngeldstelle",
  file: "CSV file",
  fileHint: "For example saved by Excel as “CSV UTF-8”. 2,000 lines at most.",
  invite: "Invite new people by e-mail",
  inviteHint: "Without it you can send the invitations later, on the pages of the people.",
  look: "See a preview",
  missing: "Please choose a file.",
  unreadable: "This is no text file that can be read. Please save it as “CSV UTF-8”.",
  tooLarge: "The file is too large. Please split it.",
  isEmpty: "The file is empty.",
  previewTitle: "Preview",
  summary: (added, changed, left) =>
    `New: ${people(added)}. Changed: ${people(changed)}. Unchanged: ${people(left)}.`,
  ignored: (names) => `These columns are not read: ${names}.`,
  willInvite: (count) => `An invitation by e-mail goes to: ${people(count)}.`,
  willNotInvite: "No invitations are sent.",
  apply: "Take over now",
  nothing: "All people of the file stand here exactly so already.",
  others: "People who do not stand in the file stay as they are: nobody is deactivated.",
  discard: "Discard the preview",
  added: (count) => `New: ${people(count)}`,
  changed: (count) => `Changed: ${people(count)}`,
  isNew: (text) => `${text} (new)`,
  faults: (count) => (count === 1 ? "1 fault" : `${number.format(count)} faults`),
  faultsText: "Nothing was taken over. Please correct the file and choose it once more.",
  faultsList: "Faults by line",
  line: "Line",
  field: "Column",
  value: "What is there",
  fault: "What is wrong",
  fields: {
    file: "File",
    displayName: "Name",
    email: "E-mail",
    roles: "Roles",
    departmentIds: "Departments",
    locale: "Language",
  },
}

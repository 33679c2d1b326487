import { make } from "./dom.ts"
import { acceptFiles } from "./upload-accept.ts"
import type { Upload } from "./upload-files.ts"
import { words } from "./words.ts"

/**
 * `data-upload` on `AttachmentFields`: files are sent one by one as they are chosen, dropped or pasted. A picture that
 * is pasted or dropped into a text stands there, too. A form is not sent without a file that somebody chose, unless
 * they say so.
 */
export function upgradeUpload(group: HTMLElement): void {
  const input = group.querySelector<HTMLInputElement>("input[type=file]")
  const form = group.closest("form")
  if (!input || !form) return
  const upload = uploadWhenNeeded(group, form, input)
  input.addEventListener("change", async () => {
    const isTaken = await upload.add([...(input.files ?? [])])
    // They are on their way already; sent with the form, they would come twice.
    if (isTaken) input.value = ""
  })
  // Every picture gets a description of its own.
  const shared = group.querySelector<HTMLInputElement>('input[name="newAlternative"]')
  if (shared && shared.value === "")
    shared.closest<HTMLElement>(".kern-form-input")?.setAttribute("hidden", "")
  input.after(make("p", { class: "kern-hint" }, words.attach.drop))
  acceptFiles(form, group, (files, field, at) => void upload.add(files, field, at))
  form.addEventListener("submit", (event) => void upload.hold(event))
  // Those of an earlier step have buttons, too.
  if (group.querySelector("[data-upload-list] > li")) void upload.load()
}

/**
 * What sends files comes with the first file, or when somebody starts to write. Where it cannot come (the line is gone),
 * the files stand in the field, as without a script.
 */
function uploadWhenNeeded(group: HTMLElement, form: HTMLFormElement, input: HTMLInputElement) {
  let upload: Upload | null = null
  let loading: Promise<unknown> | null = null
  let waiting = 0
  /** Where somebody wrote last. */
  let text: HTMLTextAreaElement | undefined
  const load = () => {
    loading ??= import("./upload-files.ts")
      .then((part) => {
        upload = new part.Upload(group, form, input, () => text)
      })
      .catch(() => {
        loading = null
      })
    return loading
  }
  const add = async (files: File[], field?: HTMLTextAreaElement, at?: number) => {
    waiting += 1
    if (!upload) await load()
    waiting -= 1
    if (upload) upload.add(files, field, at)
    else input.files = listOf(files)
    return upload !== null
  }
  form.addEventListener("focusin", ({ target }) => {
    void load()
    if (target instanceof HTMLTextAreaElement && target.dataset.markdown !== undefined) text = target
  })
  return { load, add, hold }

  async function hold(event: SubmitEvent): Promise<void> {
    if (upload) return upload.hold(event)
    if (waiting === 0 || event.defaultPrevented) return
    event.preventDefault()
    await load()
    form.requestSubmit(event.submitter)
  }
}

function listOf(files: File[]): FileList {
  const list = new DataTransfer()
  for (const file of files) list.items.add(file)
  return list.files
}

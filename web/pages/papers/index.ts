import { readFile } from "node:fs/promises"
import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import type { App } from "../../../server/kernel/http.ts"
import { refuseFaulty } from "../../../server/kernel/multipart.ts"
import { checkInput, html } from "../../../server/kernel/schemas.ts"
import {
  ApprovalFolder,
  approvalFolder,
  compareFolders,
  type FolderChanges,
  folderJson,
  folderPdf,
} from "../../../server/papers/index.ts"
import { FormOf, readMultipart, textOf } from "../../forms.ts"
import { type Site, show } from "../../site.tsx"
import { adminPage } from "../accounts/administration.tsx"
import { contentOf, PATH } from "./page.tsx"

/** The approval folder for the role admin: to look into, to take along, and to compare with an earlier one. */
export async function paperPages(app: App, site: Site): Promise<void> {
  const document = { config: adminPage, schema: { response: { 200: Type.Any(), "4xx": Type.String() } } }
  app.get(PATH, { config: adminPage, schema: { response: html } }, async (request, reply) =>
    show(site, request, reply, (t) => contentOf(t, approvalFolder(site.papers), {})),
  )
  app.get(`${PATH}/pdf`, document, async (_request, reply) =>
    sendPdf(reply, approvalFolder(site.papers), null),
  )
  app.get(`${PATH}/json`, document, async (_request, reply) => {
    const folder = approvalFolder(site.papers)
    return reply
      .type("application/json; charset=utf-8")
      .header("content-disposition", `attachment; filename="zustimmungsmappe-${folder.release}.json"`)
      .send(Buffer.from(folderJson(folder)))
  })
  app.post(
    PATH,
    { ...document, schema: { ...document.schema, body: FormOf("action") }, preValidation: readMultipart },
    async (request, reply) => {
      const folder = approvalFolder(site.papers)
      const earlier = await readEarlier(request)
      if (typeof earlier === "string")
        return show(site, request, reply, (t) => contentOf(t, folder, { error: t.papers[earlier] }), 422)
      const changes = compareFolders(earlier, folder)
      if (textOf(request.body, "action") === "pdf") return sendPdf(reply, folder, changes)
      return show(site, request, reply, (t) => contentOf(t, folder, { changes }))
    },
  )
}

async function readEarlier(request: FastifyRequest): Promise<ApprovalFolder | "missing" | "unreadable"> {
  const [upload] = request.uploads ?? []
  if (!upload) return "missing"
  refuseFaulty(upload)
  return checkInput(ApprovalFolder, jsonOf(await readFile(upload.path, "utf8"))).value ?? "unreadable"
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Shown, not saved: the page that was sent is left, so that its buttons can be pressed again. */
async function sendPdf(reply: FastifyReply, folder: ApprovalFolder, changes: FolderChanges | null) {
  return reply
    .type("application/pdf")
    .header("content-disposition", `inline; filename="zustimmungsmappe-${folder.release}.pdf"`)
    .send(await folderPdf(folder, changes))
}

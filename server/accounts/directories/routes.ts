import { apiOf } from "../../kernel/api.ts"
import { notFound } from "../../kernel/errors.ts"
import type { App } from "../../kernel/http.ts"
import type { AccountParts } from "../parts.ts"
import { createDirectory, editDirectory, issueToken, removeDirectory, revokeToken } from "./actions.ts"
import { findDirectory, listDirectories } from "./queries.ts"
import { ByToken, DirectoryView, IssuedToken, NewDirectory, NewDirectoryToken } from "./schema.ts"

const access = ["admin"] as const

export async function directoryRoutes(app: App, { db }: AccountParts): Promise<void> {
  const api = apiOf(app)
  api.list("/api/directories", "List directories", DirectoryView, () => listDirectories(db), { access })

  api.make(
    "/api/directories",
    "Connect a directory",
    NewDirectory,
    ({ actor, body }) => createDirectory(db, actor, body),
    { access },
  )

  api.read(
    "/api/directories/:id",
    "Read a directory",
    DirectoryView,
    async ({ params }) => {
      const directory = await findDirectory(db, params.id)
      if (!directory) throw notFound()
      return directory
    },
    { access },
  )

  api.change(
    "PUT /api/directories/:id",
    "Change a directory",
    NewDirectory,
    ({ actor, params, body }) => editDirectory(db, actor, params.id, body),
    { access },
  )

  api.change(
    "DELETE /api/directories/:id",
    "Let go of a directory; what it brought stays",
    null,
    ({ actor, params }) => removeDirectory(db, actor, params.id),
    { access },
  )

  api.make(
    "/api/directories/:id/tokens",
    "Issue a token to a directory",
    NewDirectoryToken,
    ({ actor, params, body }) => issueToken(db, actor, params.id, body),
    { access, answer: IssuedToken },
  )

  api.change(
    "DELETE /api/directories/:id/tokens/:tokenId",
    "Revoke a token",
    null,
    ({ actor, params }) => revokeToken(db, actor, params.id, params.tokenId),
    { access, params: ByToken },
  )
}

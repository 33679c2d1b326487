import { strFromU8, unzipSync } from "fflate"
import { expect } from "vitest"
import type { Actor } from "../../server/kernel/actor.ts"
import type { Reader } from "../../server/kernel/database.ts"
import type { Keys } from "../../server/kernel/key-file.ts"
import { chapters } from "../../server/personal-data.ts"
import type { Person, World } from "./world.ts"

/** Everything that is kept of a person, as it would be put into the archive. */
export const collectOwn = (reader: Reader, actor: Actor, keys: Keys | null) =>
  Promise.all(chapters.map((load) => load(reader, actor, keys)))

/** The texts of somebody's archive, by the names of their files. */
export async function archiveOf(world: Pick<World, "drain">, person: Person) {
  const files = await filesOfArchive(world, person)
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** Asks for the archive, waits until it is made, downloads it, and takes it apart. */
export async function filesOfArchive(world: Pick<World, "drain">, { agent }: Person) {
  await agent.post("/api/me/data").expect(201)
  await world.drain()
  const { body, headers } = await agent
    .get("/api/me/data/archive")
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = []
      response.on("data", (part: Buffer) => parts.push(part))
      response.on("end", () => done(null, Buffer.concat(parts)))
    })
    .expect(200)
  expect(headers["content-type"]).toBe("application/zip")
  expect(headers["content-length"]).toBe(String(body.length))
  return unzipSync(new Uint8Array(body))
}

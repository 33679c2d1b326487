import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { type AddressInfo, createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { vi } from "vitest"
import { PATIENCE } from "./patience.ts"

/** Where a Keycloak lies unpacked; without it what needs one is skipped. */
export const KEYCLOAK_HOME = process.env.KEYCLOAK_HOME ?? ""

const ADMIN = { user: "admin", password: "nur-fuer-diesen-test" }
const REALM = "behoerde"
const CLIENT = { id: "fachforum", secret: "ein-geheimnis-des-tests" }
const PERSON = { user: "sabine", password: "Drei Birnen im Regal" }

/** A Keycloak of this test's own, with a realm that its administration makes for an application at this address. */
export async function openKeycloak(publicUrl: string, slug: string) {
  const port = await freePort()
  const management = await freePort()
  const base = `http://127.0.0.1:${port}`
  const home = await mkdtemp(join(tmpdir(), "keycloak-"))
  const process_ = spawn(
    join(KEYCLOAK_HOME, "bin", "kc.sh"),
    [
      "start-dev",
      "--db=dev-mem",
      "--http-host=127.0.0.1",
      `--http-port=${port}`,
      `--http-management-port=${management}`,
      "--log=file",
      `--log-file=${join(home, "keycloak.log")}`,
    ],
    {
      detached: true,
      stdio: "ignore",
      env: {
        ...process.env,
        KC_BOOTSTRAP_ADMIN_USERNAME: ADMIN.user,
        KC_BOOTSTRAP_ADMIN_PASSWORD: ADMIN.password,
        JAVA_OPTS_KC_HEAP: "-Xmx400m",
      },
    },
  )
  const isUp = async () => (await fetch(`${base}/realms/master`).catch(() => null))?.ok === true
  await vi.waitUntil(isUp, { interval: 500, timeout: PATIENCE.test })

  async function ask(method: string, path: string, body?: object): Promise<Response> {
    const token = await fetch(`${base}/realms/master/protocol/openid-connect/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "password",
        client_id: "admin-cli",
        username: ADMIN.user,
        password: ADMIN.password,
      }),
    })
    const { access_token } = (await token.json()) as { access_token: string }
    const answer = await fetch(`${base}/admin/realms${path}`, {
      method,
      headers: { authorization: `Bearer ${access_token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }

  await ask("POST", "", realmFor(publicUrl, slug))
  const findPerson = async () => {
    const found = (await (await ask("GET", `/${REALM}/users?username=${PERSON.user}`)).json()) as {
      id: string
    }[]
    return found[0]?.id ?? ""
  }

  return {
    issuer: `${base}/realms/${REALM}`,
    client: CLIENT,
    person: PERSON,
    /** Signs the person out everywhere, as its administration can. */
    endSessions: async () => ask("POST", `/${REALM}/users/${await findPerson()}/logout`),
    leaveGroup: async () => {
      const person = await findPerson()
      const groups = (await (await ask("GET", `/${REALM}/users/${person}/groups`)).json()) as { id: string }[]
      for (const { id } of groups) await ask("DELETE", `/${REALM}/users/${person}/groups/${id}`)
    },
    /** Signs with a new key from now on. */
    rotate: () =>
      ask("POST", `/${REALM}/components`, {
        name: "neuer-schluessel",
        providerId: "rsa-generated",
        providerType: "org.keycloak.keys.KeyProvider",
        config: { priority: ["1000"], enabled: ["true"], active: ["true"], keySize: ["2048"] },
      }),
    close: async () => {
      if (process_.exitCode === null && process_.signalCode === null && process_.pid) {
        process.kill(-process_.pid, "SIGKILL")
        await once(process_, "exit")
      }
      await rm(home, { recursive: true, force: true })
    },
  }
}

const realmFor = (publicUrl: string, slug: string) => ({
  realm: REALM,
  enabled: true,
  sslRequired: "none",
  groups: [{ name: "wohngeld" }],
  users: [
    {
      username: PERSON.user,
      enabled: true,
      email: "sabine.mueller@example.org",
      emailVerified: true,
      firstName: "Sabine",
      lastName: "Müller",
      groups: ["/wohngeld"],
      credentials: [{ type: "password", value: PERSON.password, temporary: false }],
    },
  ],
  clients: [
    {
      clientId: CLIENT.id,
      secret: CLIENT.secret,
      publicClient: false,
      standardFlowEnabled: true,
      redirectUris: [`${publicUrl}/anmelden/zurueck/${slug}`],
      attributes: {
        "pkce.code.challenge.method": "S256",
        "post.logout.redirect.uris": `${publicUrl}/abgemeldet`,
        "backchannel.logout.url": `${publicUrl}/api/sign-in/providers/${slug}/logout`,
        "backchannel.logout.session.required": "true",
      },
      protocolMappers: [
        {
          name: "groups",
          protocol: "openid-connect",
          protocolMapper: "oidc-group-membership-mapper",
          config: { "claim.name": "groups", "full.path": "false", "id.token.claim": "true" },
        },
      ],
    },
  ],
})

/** A browser at Keycloak's own pages: follows it until it sends the browser back to the application. */
export function openVisitor(publicUrl: string) {
  const cookies = new Map<string, string>()
  let forms = 0
  async function visit(address: string, credentials: { user: string; password: string }): Promise<string> {
    let next = { url: address, body: undefined as URLSearchParams | undefined }
    for (let step = 0; step < 10; step += 1) {
      if (next.url.startsWith(publicUrl)) return next.url.slice(publicUrl.length)
      const answer = await fetch(next.url, {
        redirect: "manual",
        method: next.body ? "POST" : "GET",
        headers: { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") },
        ...(next.body && { body: next.body }),
      })
      for (const line of answer.headers.getSetCookie()) {
        const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/)
        if (/max-age=0/i.test(line)) cookies.delete(name)
        else cookies.set(name, value)
      }
      const location = answer.headers.get("location")
      if (location) next = { url: new URL(location, next.url).href, body: undefined }
      else {
        const page = await answer.text()
        const [, action = ""] = /<form[^>]*id="kc-form-login"[^>]*action="([^"]+)"/.exec(page) ?? []
        if (!action) throw new Error(`${answer.status} without a way on: ${page.slice(0, 2000)}`)
        forms += 1
        const { user: username, password } = credentials
        next = { url: action.replaceAll("&amp;", "&"), body: new URLSearchParams({ username, password }) }
      }
    }
    throw new Error(`no end to it: ${next.url}`)
  }
  return { visit, forms: () => forms }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

import { createHash, randomUUID } from "node:crypto"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from "jose"

/** What it does wrong, once it is told to. */
export type Fault =
  | "nonce"
  | "issuer"
  | "audience"
  | "signature"
  | "shared-secret"
  | "expired"
  | "old"
  | "from-tomorrow"
  | "no-id-token"
  | "token-refused"
  | "token-down"
  | "userinfo-other"
  | "userinfo-down"
  | "keys-down"
  | "denied"
  | "server-error"
  | "other-issuer"
  | "no-page"

const CLIENT = { id: "fachforum", secret: "ein-geheimnis" }
const LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"
const seconds = () => Math.floor(Date.now() / 1000)

/**
 * A provider of the tests' own: it knows one person at a time, keeps to OpenID Connect unless told otherwise, and checks
 * what it is sent as strictly as real ones do.
 */
export async function openProvider() {
  const codes = new Map<string, Record<string, string>>()
  const seen: { url: URL; body: URLSearchParams }[] = []
  const state = {
    person: { sub: "s-1" } as JWTPayload,
    /** What only the user info endpoint tells. */
    more: {} as Record<string, unknown>,
    signedIn: true,
    down: false,
    fault: null as Fault | null,
    key: await makeKey(),
    session: randomUUID() as string,
  }
  const stranger = await makeKey()

  async function sign(payload: JWTPayload, header: Partial<JWTHeaderParameters> = {}, key = state.key) {
    const protectedHeader = { alg: "RS256", kid: key.kid, ...header }
    return new SignJWT(payload).setProtectedHeader(protectedHeader).sign(key.privateKey)
  }

  async function idToken(nonce: string): Promise<string> {
    const at = seconds()
    const claims: JWTPayload = {
      iss: issuer,
      aud: CLIENT.id,
      iat: at,
      exp: at + 300,
      nonce,
      sid: state.session,
      ...state.person,
    }
    switch (state.fault) {
      case "nonce":
        return sign({ ...claims, nonce: "another" })
      case "issuer":
        return sign({ ...claims, iss: "https://elsewhere.example" })
      case "audience":
        return sign({ ...claims, aud: "another-client" })
      case "expired":
        return sign({ ...claims, exp: at - 120 })
      case "old":
        return sign({ ...claims, iat: at - 3600 })
      case "from-tomorrow":
        return sign({ ...claims, iat: at + 86_400, exp: at + 90_000 })
      case "signature":
        return sign(claims, { kid: state.key.kid }, stranger)
      case "shared-secret":
        return new SignJWT(claims)
          .setProtectedHeader({ alg: "HS256" })
          .sign(new TextEncoder().encode(CLIENT.secret.padEnd(32, "x")))
      default:
        return sign(claims)
    }
  }

  const routes: Record<string, (request: Request) => Promise<Answer> | Answer> = {
    "/.well-known/openid-configuration": () => {
      if (state.fault === "no-page") return { status: 200, text: "<!doctype html><title>Wartung</title>" }
      return {
        json: {
          issuer: state.fault === "other-issuer" ? "https://elsewhere.example" : issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/keys`,
          end_session_endpoint: `${issuer}/logout`,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256", "HS256"],
          authorization_response_iss_parameter_supported: true,
          backchannel_logout_supported: true,
          backchannel_logout_session_supported: true,
        },
      }
    },
    "/authorize": ({ url }) => {
      const asked = Object.fromEntries(url.searchParams)
      const back = new URL(asked.redirect_uri ?? "")
      back.searchParams.set("state", asked.state ?? "")
      back.searchParams.set("iss", issuer)
      const refused =
        state.fault === "denied"
          ? "access_denied"
          : state.fault === "server-error"
            ? "server_error"
            : asked.prompt === "none" && !state.signedIn
              ? "login_required"
              : null
      if (refused) back.searchParams.set("error", refused)
      else {
        const code = randomUUID()
        codes.set(code, asked)
        back.searchParams.set("code", code)
      }
      return { status: 302, location: back.href }
    },
    "/token": async ({ body }) => {
      if (state.fault === "token-down") return { status: 503, text: "" }
      const asked = codes.get(body.get("code") ?? "")
      codes.delete(body.get("code") ?? "")
      const challenge = createHash("sha256")
        .update(body.get("code_verifier") ?? "")
        .digest("base64url")
      const fits =
        asked !== undefined &&
        state.fault !== "token-refused" &&
        asked.code_challenge_method === "S256" &&
        asked.code_challenge === challenge &&
        asked.redirect_uri === body.get("redirect_uri") &&
        body.get("client_id") === CLIENT.id &&
        body.get("client_secret") === CLIENT.secret
      if (!fits) return { status: 400, json: { error: "invalid_grant" } }
      const id_token = state.fault === "no-id-token" ? undefined : await idToken(asked.nonce ?? "")
      return { json: { access_token: "access", token_type: "Bearer", expires_in: 300, id_token } }
    },
    "/keys": () =>
      state.fault === "keys-down"
        ? { status: 503, text: "" }
        : { json: { keys: [{ ...state.key.jwk, kid: state.key.kid, use: "sig", alg: "RS256" }] } },
    "/userinfo": () => {
      if (state.fault === "userinfo-down") return { status: 503, text: "" }
      const sub = state.fault === "userinfo-other" ? "somebody-else" : state.person.sub
      return { json: { ...state.more, sub } }
    },
  }

  const server = createServer((request, response) => {
    void answer(request, response)
  })
  async function answer(request: IncomingMessage, response: ServerResponse) {
    if (state.down) return void request.socket.destroy()
    const url = new URL(request.url ?? "/", issuer)
    const body = new URLSearchParams(await textOf(request))
    seen.push({ url, body })
    const route = routes[url.pathname]
    const {
      status = 200,
      json,
      text,
      location,
    } = route ? await route({ url, body }) : { status: 404, text: "" }
    response.writeHead(status, {
      "content-type": json ? "application/json" : "text/html",
      ...(location && { location }),
    })
    response.end(json ? JSON.stringify(json) : (text ?? ""))
  }
  await listen(server)
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    issuer,
    client: CLIENT,
    state,
    seen,
    /** Signs with another key from now on, and shows only that one. */
    rotate: async () => {
      state.key = await makeKey()
    },
    /** A token by which it signs somebody out; `changed` says what is otherwise than it should be. */
    logoutToken: (changed: JWTPayload = {}, header: Partial<JWTHeaderParameters> = {}, isForged = false) =>
      sign(
        {
          iss: issuer,
          aud: CLIENT.id,
          iat: seconds(),
          exp: seconds() + 120,
          jti: randomUUID(),
          events: { [LOGOUT_EVENT]: {} },
          sub: state.person.sub as string,
          sid: state.session,
          ...changed,
        },
        { typ: "logout+jwt", ...(isForged && { kid: state.key.kid }), ...header },
        isForged ? stranger : state.key,
      ),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Request = { url: URL; body: URLSearchParams }
type Answer = { status?: number; json?: object; text?: string; location?: string }

async function makeKey() {
  const { publicKey, privateKey } = await generateKeyPair("RS256")
  return { kid: randomUUID() as string, privateKey, jwk: await exportJWK(publicKey) }
}

const listen = (server: Server) =>
  new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString("utf8")
}

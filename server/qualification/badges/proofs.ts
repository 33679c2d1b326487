import { readFileSync } from "node:fs"
import * as Multikey from "@digitalbazaar/ed25519-multikey"
import type { JWK } from "jose"
import type { DocumentLoader } from "jsonld-signatures"
import { didOf, methodOf } from "./addresses.ts"

/** Open Badges 3.0 on the data model of Verifiable Credentials 2.0. */
export const CONTEXTS = {
  credential: "https://www.w3.org/ns/credentials/v2",
  badge: "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
}

const read = (name: string): object =>
  JSON.parse(readFileSync(new URL(`./contexts/${name}.jsonld`, import.meta.url), "utf8"))

const BUNDLED: Record<string, object> = {
  [CONTEXTS.credential]: read("credentials-v2"),
  [CONTEXTS.badge]: read("open-badges-3.0.3"),
}

/** Only what lies beside this file: what is signed must not depend on what another server answers. */
export const loadBundled: DocumentLoader = async (url) => {
  const document = BUNDLED[url]
  if (!document) throw new Error(`No context of ours: ${url}`)
  return { contextUrl: null, documentUrl: url, document }
}

/**
 * The document with a Data Integrity proof of `eddsa-rdfc-2022`. Throws where one of its terms is in no context: it
 * would not be signed. The same document at the same date gives the same bytes.
 */
export async function prove<T extends object>(
  publicUrl: string,
  key: JWK & { kid?: string },
  document: T,
  date: Date,
): Promise<T & { proof: object }> {
  const { cryptosuite, DataIntegrityProof, signatures } = await signingLibraries()
  const id = methodOf(publicUrl, key.kid ?? "")
  const pair = await Multikey.fromJwk({
    jwk: asEd25519(key),
    secretKey: true,
    id,
    controller: didOf(publicUrl),
  })
  const suite = new DataIntegrityProof({ cryptosuite, signer: pair.signer(), date })
  const purpose = new signatures.purposes.AssertionProofPurpose()
  return signatures.sign(document, { suite, purpose, documentLoader: loadBundled })
}

/** With what is signed: read when somebody first asks for a badge, as most starts of the server never need it. */
async function signingLibraries() {
  const { cryptosuite } = await import("@digitalbazaar/eddsa-rdfc-2022-cryptosuite")
  const { DataIntegrityProof } = await import("@digitalbazaar/data-integrity")
  const { default: signatures } = await import("jsonld-signatures")
  return { cryptosuite, DataIntegrityProof, signatures }
}

const asEd25519 = ({ x = "", d = "" }: JWK) => {
  return { kty: "OKP", crv: "Ed25519", x, d }
}

/** The document that `did:web` leads to: every key that ever signed proofs here may still be relied on for them. */
export function controllerDocument(publicUrl: string, issuer: string, multibases: string[]) {
  const id = didOf(publicUrl)
  const methods = multibases.map((publicKeyMultibase) => {
    return {
      id: methodOf(publicUrl, publicKeyMultibase),
      type: "Multikey",
      controller: id,
      publicKeyMultibase,
    }
  })
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
    id,
    alsoKnownAs: [issuer],
    verificationMethod: methods,
    assertionMethod: methods.map((method) => method.id),
  }
}

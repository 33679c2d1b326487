/** What is used of four libraries that bring no types of their own. */
declare module "@digitalbazaar/ed25519-multikey" {
  type Jwk = { kty?: string; crv?: string; x?: string; d?: string }
  export type KeyPair = {
    publicKeyMultibase: string
    signer(): { id: string; algorithm: string; sign(options: { data: Uint8Array }): Promise<Uint8Array> }
  }
  export function fromJwk(options: {
    jwk: Jwk
    secretKey: boolean
    id?: string
    controller?: string
  }): Promise<KeyPair>
}

declare module "@digitalbazaar/eddsa-rdfc-2022-cryptosuite" {
  export const cryptosuite: { name: string }
}

declare module "@digitalbazaar/data-integrity" {
  export class DataIntegrityProof {
    /** `date` is when the proof says that it was made. Without a signer it only verifies. */
    constructor(options: { cryptosuite: { name: string }; signer?: object; date?: Date })
  }
}

declare module "jsonld-signatures" {
  type Loaded = { contextUrl: null; documentUrl: string; document: object }
  export type DocumentLoader = (url: string) => Promise<Loaded>
  const signatures: {
    /** The document with its proof; throws where a term of it is in no context. */
    sign<T extends object>(
      document: T,
      options: { suite: object; purpose: object; documentLoader: DocumentLoader },
    ): Promise<T & { proof: object }>
    purposes: { AssertionProofPurpose: new () => object }
  }
  export default signatures
}

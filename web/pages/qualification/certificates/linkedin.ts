import type { CertificateView } from "../../../../server/qualification/proof.ts"

type Shown = Pick<CertificateView, "programme" | "installation" | "issuedOn"> & {
  code: string
  address: string
}

/** LinkedIn's form for a certificate, filled in: what stands in the address is all that it is told. */
export function linkedInAddress({ programme, installation, issuedOn, code, address }: Shown): string {
  const [year = "", month = ""] = issuedOn.split("-")
  const url = new URL("https://www.linkedin.com/profile/add")
  url.search = new URLSearchParams({
    startTask: "CERTIFICATION_NAME",
    name: programme,
    organizationName: installation,
    issueYear: year,
    issueMonth: String(Number(month)),
    certId: code,
    certUrl: address,
  }).toString()
  return url.href
}

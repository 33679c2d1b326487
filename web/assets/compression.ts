import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"

export type Output = { name: string; content: Buffer | string }

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Each file once more in the two ways in which a browser takes it packed, as small as they can: it is done once. */
export async function packed(outputs: Output[]): Promise<Output[]> {
  const pairs = outputs.map(async ({ name, content }): Promise<Output[]> => {
    const bytes = Buffer.from(content)
    const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    return [
      { name: `${name}.br`, content: await toBrotli(bytes, { params: size }) },
      { name: `${name}.gz`, content: await toGzip(bytes, { level: constants.Z_BEST_COMPRESSION }) },
    ]
  })
  return (await Promise.all(pairs)).flat()
}

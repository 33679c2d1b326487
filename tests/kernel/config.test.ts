import { describe, expect, it } from "vitest"
import { ConfigFault, readConfig } from "../../server/kernel/config.ts"

function faultsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults
    throw error
  }
}

const S3 = {
  FILES_S3_URL: "https://s3.example/fachforum",
  FILES_S3_ACCESS_KEY: "fachforum",
  FILES_S3_SECRET_KEY: "geheim",
}

describe("the configuration", () => {
  it("is a trial on this machine when nothing is said", () => {
    expect(readConfig({})).toMatchObject({
      trial: true,
      host: "127.0.0.1",
      publicUrl: "http://localhost:3000",
      secure: false,
      metricsPort: null,
      meiliUrl: null,
    })
  })

  it("takes addresses as people write them", () => {
    const DATABASE_URL = "postgresql://forum:p%40ss@[::1]:5432/forum?sslmode=require"
    const config = readConfig({
      DATABASE_URL,
      PUBLIC_URL: "https://Forum.Example/",
      HOST: "::",
      PORT: "8080",
    })
    expect(config).toMatchObject({
      trial: false,
      secure: true,
      publicUrl: "https://forum.example",
      host: "::",
    })
    expect(config.databaseUrl).toBe(DATABASE_URL)
    const networks = "10.0.0.0/8, fd00::/8, 192.168.1.7"
    expect(readConfig({ TRUSTED_PROXIES: networks }).trustedProxies).toHaveLength(3)
  })

  it.each([
    { PORT: "0" },
    { PORT: "65536" },
    { PORT: "-1" },
    { METRICS_PORT: "0" },
    { COMPRESSION: "ja" },
    { PORT: "3000", METRICS_PORT: "3000" },
    { PUBLIC_URL: "https://forum.example/pfad" },
    { PUBLIC_URL: "ftp://forum.example" },
    { TRUSTED_PROXIES: "10.0.0.0/33" },
    { TRUSTED_PROXIES: "proxy.example" },
    { LIMIT_SIGN_INS_ADDRESS: "0" },
    { LIMIT_POSTS_ADDRESS: "-5" },
    { LIMIT_LINKS_ADDRESS: "viele" },
    { LIMIT_SIGN_INS_PAIR: "1000001" },
    { DATABASE_URL: "postgres://localhost/forum" },
    { DATABASE_DIRECT_URL: "postgres://localhost/forum" },
    { DATABASE_READ_URL: "postgres://localhost/forum" },
    { DATABASE_POOL_SIZE: "4" },
    { DATABASE_POOL_SIZE: "viele" },
    { MIGRATE: "ja" },
    { STOP_DELAY: "-1" },
    { FILES: "s3" },
    { FILES: "band" },
    { CLAMD_URL: "127.0.0.1:3310" },
    { CLAMD_URL: "http://clamav:3310" },
    { CLAMD_URL: "unix://clamd.ctl" },
    { CLAMD_URL: "tcp://clamav:3310/scan" },
    { INFECTED_FILES: "quarantine" },
    { ...S3, FILES_S3_URL: "https://s3.example" },
    { ...S3, FILES_S3_URL: "https://s3.example/fachforum/anderes" },
    { ...S3, FILES_S3_URL: "https://127.0.0.1:9000" },
    { ...S3, FILES_S3_URL: "https://[::1]:9000/" },
    { ...S3, FILES_S3_URL: "s3://fachforum" },
    { ...S3, FILES_S3_SECRET_KEY: " " },
    { ...S3, FILES_S3_ENCRYPTION: "ja" },
    { ...S3, FILES_S3_ENCRYPTION: "AES256:amt" },
    { MEILI_URL: "meilisearch:7700" },
    { MAIL_IN_ADDRESS: "antwort" },
    { MAIL_IN_ADDRESS: "antwort+forum@forum.example" },
    { MAIL_IN_ADDRESS: "antworten-an-das-fachforum@forum.example" },
    { MAIL_IN_KEY_FILE: "/gibt/es/nicht" },
    {
      DATABASE_URL: "postgres://localhost/forum",
      PUBLIC_URL: "https://forum.example",
      MAIL_IN_ADDRESS: "antwort@forum.example",
    },
    {
      DATABASE_URL: "postgres://localhost/forum",
      PUBLIC_URL: "https://forum.example",
      MEILI_URL: "http://search:7700",
    },
  ])("refuses what cannot work: %j", (env) => {
    expect(faultsOf(env)).toHaveLength(1)
  })

  it("takes the limits of an office behind one address", () => {
    const { limits } = readConfig({ LIMIT_SIGN_INS_ADDRESS: " 2000 ", LIMIT_POSTS_ADDRESS: "6000" })
    expect(limits).toMatchObject({ signInsPerAddress: 2000, postsPerAddress: 6000, signInsPerPair: 10 })
  })

  it("takes mail in a trial, and elsewhere where an address is named", () => {
    expect(readConfig({}).mailIn?.address).toBe("antwort@localhost")
    expect(readConfig({ PUBLIC_URL: "http://[::1]:3000" }).mailIn?.address).toBe("antwort@localhost")
    const installed = { DATABASE_URL: "postgres://localhost/forum", PUBLIC_URL: "https://forum.example" }
    expect(readConfig(installed).mailIn).toBeNull()
  })

  it("stores files in the bucket where one is named, in either style, unless it is told otherwise", () => {
    expect(readConfig({})).toMatchObject({ filesIn: "disk", bucket: null })
    expect(readConfig(S3)).toMatchObject({
      filesIn: "s3",
      bucket: { url: "https://s3.example/fachforum", region: "us-east-1", encryption: null },
    })
    const inName = { ...S3, FILES_S3_URL: "https://fachforum.s3.example/", FILES: "disk" }
    expect(readConfig(inName)).toMatchObject({ filesIn: "disk", bucket: { accessKey: "fachforum" } })
    expect(readConfig({ ...S3, FILES_S3_ENCRYPTION: "aws:kms:amt/1" }).bucket?.encryption).toEqual({
      algorithm: "aws:kms",
      keyId: "amt/1",
    })
  })

  it("sends statements without names behind a pooler, unless it is told that the pooler knows them", () => {
    const pooled = {
      DATABASE_URL: "postgres://pooler/forum",
      DATABASE_DIRECT_URL: "postgres://db/forum",
      PUBLIC_URL: "https://forum.example",
    }
    expect(readConfig({}).preparedStatements).toBe(true)
    expect(readConfig(pooled)).toMatchObject({
      preparedStatements: false,
      migrate: "auto",
      databasePoolSize: 10,
    })
    expect(readConfig({ ...pooled, PREPARED_STATEMENTS: "on" }).preparedStatements).toBe(true)
  })

  it("repeats no password of an address that is wrong", () => {
    expect(faultsOf({ SMTP_URL: "http://user:geheim@mail.example" }).join()).not.toContain("geheim")
  })
})

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { syncByCommand } from "../../../server/sync-directory.ts"
import { type LdapServer, LIMITED, openLdapServer, personEntry } from "../../support/ldap-server.ts"
import { hasTool } from "../../support/programs.ts"
import { openWorld, type Person, type World } from "../../support/world.ts"
import {
  accountOf,
  addGroup,
  addPeople,
  BASE,
  enter,
  groupName,
  lookAt,
  night,
  PAGES,
  personName,
  settingsOf,
  signIn,
  takeOver,
} from "./office.ts"

/** A real OpenLDAP, read as an authority's directory is. */
describe.skipIf(!hasTool("ldap"))("A directory that is read", () => {
  let server: LdapServer
  let world: World
  let admin: Person
  let id: string
  let department: string

  beforeAll(async () => {
    server = await openLdapServer()
    world = await openWorld()
    admin = await world.person("Olaf Brandt", ["admin"])
    department = await world.department("Wohngeldstelle")
    await addPeople(server, "anna", "bert", "carla", "dora", "emil", "frida", "gero", "hanna")
    // Groups within groups, and two that contain each other.
    await addGroup(server, "team", personName("anna"))
    await addGroup(server, "wohngeld", groupName("team"), personName("bert"))
    await addGroup(server, "kreis", groupName("rueck"), personName("carla"))
    await addGroup(server, "rueck", groupName("kreis"))
    id = await enter(admin, settingsOf(server))
    const rule = { claim: "groups", comparison: "is", role: "specialist", departmentId: department }
    await admin.agent.form(`${PAGES}/${id}/regel`, { ...rule, value: "wohngeld" }).expect(303)
    const lead = { claim: "groups", comparison: "begins", value: groupName("rueck"), role: "lead" }
    await admin.agent.form(`${PAGES}/${id}/regel`, { ...lead, departmentId: "" }).expect(303)
  })
  afterAll(async () => {
    await world?.close()
    await server?.close()
  })

  it("shows who would come, and changes nothing by it", async () => {
    const page = await lookAt(admin, id)
    expect(page).toContain("8 Personen und 4 Gruppen gefunden")
    expect(page).toContain("8 neu, 0 geändert, 0 ohne Zugang")
    expect(await accountOf(admin, "anna")).toBeUndefined()
    expect((await admin.agent.get(`${PAGES}/${id}`).expect(200)).text).toContain("noch nie übernommen")
  })

  it("brings people with what the rules give by their groups, however deep, once each", async () => {
    await takeOver(admin, id).expect(303)
    expect(await accountOf(admin, "anna")).toMatchObject({
      displayName: "anna Muster",
      roles: ["specialist"],
      departments: [{ id: department }],
      directory: { id, name: "Haus" },
      invited: false,
    })
    expect(await accountOf(admin, "bert")).toMatchObject({ roles: ["specialist"] })
    expect(await accountOf(admin, "carla")).toMatchObject({ roles: ["lead"] })
    expect(await accountOf(admin, "dora")).toMatchObject({ roles: ["clerk"], departments: [] })
    expect(await lookAt(admin, id)).toContain("Es gibt nichts zu ändern")
    await world.drain()
    // They have a password already: nobody is invited to set one.
    expect(await world.mails()).toEqual([])
  })

  it("is taken over from the command line as well, or only looked at", async () => {
    vi.stubEnv("DATA_DIR", world.config.dataDir)
    await addPeople(server, "paul")
    const said: string[] = []
    const run = (...args: string[]) => syncByCommand(world.url, args, (line) => said.push(line))
    try {
      await run("--dry-run")
      expect(said).toEqual([
        "  neu: paul Muster <paul@amt.example>",
        "Haus: 1 neu, 0 geändert, 0 ohne Zugang, 8 unverändert.",
      ])
      expect(await accountOf(admin, "paul")).toBeUndefined()
      await run("--name", "Haus")
      expect(await accountOf(admin, "paul")).toMatchObject({ displayName: "paul Muster" })
      await server.remove(personName("paul"))
      await run()
      expect(said.at(-1)).toBe("Haus: 0 neu, 0 geändert, 1 ohne Zugang, 8 unverändert.")
      await expect(run("--name", "Anders")).rejects.toThrow("nicht eingetragen")
      await server.stop()
      await expect(run()).rejects.toThrow("Haus: Der Server antwortet nicht.")
      await server.start()
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it("goes on by what is told apart in it, whatever else changes of somebody", async () => {
    const before = await accountOf(admin, "dora")
    await server.rename(personName("dora"), "uid=dorothea")
    await server.set(personName("dorothea"), {
      displayName: ["Dorothea Neu"],
      mail: ["dorothea@amt.example"],
    })
    await server.set(groupName("wohngeld"), { member: [groupName("team"), personName("dorothea")] })
    expect(await lookAt(admin, id)).toMatch(/Dorothea Neu dorothea@amt.example Name, E-Mail-Adresse, Rollen/)
    await night(world)
    expect(await accountOf(admin, "dorothea")).toMatchObject({
      id: before.id,
      roles: ["clerk", "specialist"],
    })
    // What the rule gave goes with the group; nobody is without a role.
    expect(await accountOf(admin, "bert")).toMatchObject({ roles: ["clerk"], departments: [] })
  })

  it("closes and opens accounts with what it has, but opens none that an administrator has locked", async () => {
    const [emil, frida] = [await accountOf(admin, "emil"), await accountOf(admin, "frida")]
    await server.set(personName("emil"), { employeeType: ["gesperrt"] })
    await night(world)
    expect((await accountOf(admin, "emil")).active).toBe(false)
    await admin.agent.post(`/api/people/${emil.id}/reactivate`).expect(409)
    await admin.agent.post(`/api/people/${frida.id}/deactivate`).expect(204)
    await server.set(personName("emil"), { employeeType: [] })
    await night(world)
    expect((await accountOf(admin, "emil")).active).toBe(true)
    expect((await accountOf(admin, "frida")).active).toBe(false)
    const page = await admin.agent.get(`/verwaltung/personen/${frida.id}`).expect(200)
    expect(page.text).toContain("/aktivieren")
    await admin.agent.post(`/api/people/${frida.id}/reactivate`).expect(204)
  })

  it("leaves an administrator's account and that of another alone, and says so", async () => {
    const local = await world.person("Hier Angelegt", ["clerk"])
    await server.add(personName("ida"), personEntry("ida", { mail: admin.email }))
    await server.add(personName("jan"), personEntry("jan", { mail: local.email }))
    await server.add(personName("kai"), personEntry("kai", { mail: "anna@amt.example" }))
    await server.add(personName("lea"), personEntry("lea", { mail: "lea" }))
    const page = await lookAt(admin, id)
    expect(page).toContain("ida Muster Das Konto hat die Rolle Administration")
    expect(page).toContain("kai Muster Die E-Mail-Adresse hat hier schon jemand anderes")
    expect(page).toContain("lea Muster Die E-Mail-Adresse fehlt oder ist nicht gültig")
    await night(world)
    const { body } = await admin.agent.get(`/api/people/${local.id}`).expect(200)
    expect(body).toMatchObject({ displayName: "jan Muster", directory: { id } })
    const own = await admin.agent.get(`/api/people/${admin.id}`).expect(200)
    expect(own.body).toMatchObject({ displayName: "Olaf Brandt", directory: null })
    for (const uid of ["ida", "jan", "kai", "lea"]) await server.remove(personName(uid))
  })

  it("does nothing where too many would lose their access, and tells administrators once", async () => {
    for (const uid of ["emil", "frida", "gero", "hanna"])
      await server.set(personName(uid), { employeeType: ["gesperrt"] })
    await night(world)
    await night(world)
    await world.drain()
    expect((await accountOf(admin, "gero")).active).toBe(true)
    const told = (await world.mails()).filter(({ subject }) => subject?.includes("nicht übernommen"))
    expect(told).toHaveLength(1)
    expect((await admin.agent.get("/verwaltung/verzeichnisse").expect(200)).text).toContain(
      "zuletzt nicht übernommen",
    )
    expect((await takeOver(admin, id).expect(409)).text).toContain("nicht übernommen")
    await takeOver(admin, id, { anyway: "true" }).expect(303)
    expect((await accountOf(admin, "gero")).active).toBe(false)
    expect((await admin.agent.get("/verwaltung/verzeichnisse").expect(200)).text).not.toContain(
      "zuletzt nicht übernommen",
    )
    for (const uid of ["emil", "frida", "gero", "hanna"])
      await server.set(personName(uid), { employeeType: [] })
    await night(world)
    expect((await accountOf(admin, "gero")).active).toBe(true)
  })

  it.each([
    ["nobody fits", { personFilter: "(objectClass=printer)" }, "Der Filter findet niemanden"],
    ["the base is not there", { base: `ou=Niemand,${BASE}` }, "Die Suchbasis gibt es dort nicht"],
    ["the reading account is cut off", { bindName: LIMITED.dn, secret: LIMITED.password }, "abgebrochen"],
    ["its password is wrong", { secret: "falsch" }, "Name oder Kennwort des lesenden Kontos"],
    ["its certificate is not believed", { authority: "" }, "Zertifikat"],
    ["ids are missing", { idAttribute: "employeeNumber" }, "keine Kennung"],
    ["nobody answers", { address: "ldaps://127.0.0.1:1", startsTls: "" }, "antwortet nicht"],
  ])("that is broken changes nothing: %s", async (_, over, says) => {
    const settings: Record<string, string> = { ...over }
    const other = await enter(admin, settingsOf(server, { name: `Kaputt ${says}`, signsIn: "", ...settings }))
    expect(await lookAt(admin, other)).toContain(says)
    await takeOver(admin, other).expect(409)
    await admin.agent.form(`${PAGES}/${other}/loesen`, {}).expect(303)
    expect((await accountOf(admin, "anna")).active).toBe(true)
  })

  it("is read over TLS from the first byte on as well", async () => {
    const fields = settingsOf(server, { name: "Zweitens", address: server.tls, startsTls: "", signsIn: "" })
    const other = await enter(admin, fields)
    const page = await lookAt(admin, other)
    expect(page).toContain("8 Personen")
    expect(page).toContain("Das Konto gehört zu einem anderen Verzeichnis")
    await admin.agent.form(`${PAGES}/${other}/loesen`, {}).expect(303)
  })

  it("is not read without encryption over a network, and no password goes to another server", async () => {
    const far = { address: "ldap://ldap.amt.example", startsTls: "" }
    const refused = await admin.agent.form(`${PAGES}/neu`, settingsOf(server, { name: "Fern", ...far }))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain("könnte jeder auf dem Weg Kennwörter mitlesen")
    const filter = settingsOf(server, { name: "Filter", personFilter: "(objectClass=" })
    expect((await admin.agent.form(`${PAGES}/neu`, filter)).status).toBe(422)
    const page = await admin.agent.get(`${PAGES}/${id}`).expect(200)
    expect(page.text).not.toContain("Lesen darf ich")
    const [, version = ""] = /name="version" value="(\d+)"/.exec(page.text) ?? []
    const moved = settingsOf(server, { address: "ldaps://anders.example", secret: "" })
    const again = await admin.agent.form(`${PAGES}/${id}`, { ...moved, version })
    expect(again.status).toBe(422)
    expect(again.text).toContain("noch einmal ein")
  })

  it("that is let go of leaves people as they are, with a password to be set here", async () => {
    await admin.agent.form(`${PAGES}/${id}/loesen`, {}).expect(303)
    expect(await accountOf(admin, "anna")).toMatchObject({
      active: true,
      directory: null,
      roles: ["specialist"],
      invited: true,
    })
    await signIn(world.nobody, "anna").expect(401)
  })
})

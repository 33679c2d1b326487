import type { GroupRow } from "./departments/queries.ts"
import type { UserRow } from "./people/queries.ts"
import { versionOf } from "./versions.ts"

export const USER = "urn:ietf:params:scim:schemas:core:2.0:User"
export const GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"

/** How a person is shown to a directory. @param base the address of the SCIM service */
export function userResource(row: UserRow, base: string) {
  const { id, userName, externalId, displayName, givenName, familyName, email, active, locale, groups } = row
  const resource = {
    schemas: [USER],
    id,
    ...(externalId !== null && { externalId }),
    userName,
    name: {
      formatted: displayName,
      ...(givenName !== null && { givenName }),
      ...(familyName !== null && { familyName }),
    },
    displayName,
    emails: [{ value: email, type: "work", primary: true }],
    active,
    preferredLanguage: locale,
    groups: groups.map(({ value, display }) => ({
      value,
      display,
      type: "direct",
      $ref: `${base}/Groups/${value}`,
    })),
  }
  const version = versionOf(resource)
  const location = `${base}/Users/${id}`
  const created = row.createdAt.toISOString()
  return { ...resource, meta: { resourceType: "User", created, location, version } }
}

/** How a department is shown to a directory; it has a version only together with its members. */
export function groupResource({ id, displayName, externalId, members }: GroupRow, base: string) {
  const resource = {
    schemas: [GROUP],
    id,
    ...(externalId !== null && { externalId }),
    displayName,
    ...(members && {
      members: members.map(({ value, display }) => ({
        value,
        display,
        type: "User",
        $ref: `${base}/Users/${value}`,
      })),
    }),
  }
  const version = members ? { version: versionOf(resource) } : {}
  return { ...resource, meta: { resourceType: "Group", location: `${base}/Groups/${id}`, ...version } }
}

import { GROUP, USER } from "./resources.ts"

const SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema"
const TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType"
const PROVIDER = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"

/** What this server can do, after RFC 7643, 5. */
export const providerConfig = (base: string) => ({
  schemas: [PROVIDER],
  documentationUri: "https://datatracker.ietf.org/doc/html/rfc7644",
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: "oauthbearertoken",
      name: "Bearer token",
      description: "A token that an administrator issued for this directory.",
      specUri: "https://datatracker.ietf.org/doc/html/rfc6750",
      primary: true,
    },
  ],
  meta: { resourceType: "ServiceProviderConfig", location: `${base}/ServiceProviderConfig` },
})

export const resourceTypes = (base: string) =>
  [
    { name: "User", endpoint: "/Users", description: "People", schema: USER },
    { name: "Group", endpoint: "/Groups", description: "Departments", schema: GROUP },
  ].map((type) => ({
    schemas: [TYPE],
    id: type.name,
    ...type,
    schemaExtensions: [],
    meta: { resourceType: "ResourceType", location: `${base}/ResourceTypes/${type.name}` },
  }))

export const schemas = (base: string) =>
  [
    { id: USER, name: "User", description: "A person", attributes: USER_ATTRIBUTES },
    { id: GROUP, name: "Group", description: "A department", attributes: GROUP_ATTRIBUTES },
  ].map((schema) => ({
    schemas: [SCHEMA],
    ...schema,
    meta: { resourceType: "Schema", location: `${base}/Schemas/${schema.id}` },
  }))

type Attribute = { name: string; description: string; type?: string } & Record<string, unknown>

/** Only what is kept: a directory that reads this need not send anything else. */
const attribute = ({ name, description, type = "string", ...rest }: Attribute) => ({
  name,
  type,
  multiValued: false,
  description,
  required: false,
  ...(type === "string" && { caseExact: false }),
  mutability: "readWrite",
  returned: "default",
  ...(type !== "boolean" && { uniqueness: "none" }),
  ...rest,
})
const READ_ONLY = { mutability: "readOnly" }
const complex = (name: string, description: string, subAttributes: object[], rest = {}) =>
  attribute({ name, description, type: "complex", subAttributes, ...rest })
const reference = (to: string) => ({ type: "reference", referenceTypes: [to], caseExact: true })

const USER_ATTRIBUTES = [
  attribute({
    name: "userName",
    description: "What the person signs in with at the directory.",
    required: true,
    uniqueness: "server",
  }),
  complex("name", "The parts of the name.", [
    attribute({ name: "formatted", description: "The whole name, where displayName is missing." }),
    attribute({ name: "givenName", description: "The given name." }),
    attribute({ name: "familyName", description: "The family name." }),
  ]),
  attribute({ name: "displayName", description: "The name that stands beside what the person writes." }),
  attribute({ name: "active", description: "Whether the person can sign in.", type: "boolean" }),
  attribute({ name: "preferredLanguage", description: "German (de) or English (en); taken over once." }),
  complex(
    "emails",
    "One address is kept: the primary one, else the one for work, else the first.",
    [
      attribute({ name: "value", description: "The address.", uniqueness: "server" }),
      attribute({ name: "type", description: "Always work.", canonicalValues: ["work"] }),
      attribute({ name: "primary", description: "Always true.", type: "boolean" }),
    ],
    { multiValued: true, required: true },
  ),
  complex(
    "groups",
    "The departments of the person; changed at the group.",
    [
      attribute({ name: "value", description: "The id of the group.", ...READ_ONLY }),
      attribute({ name: "display", description: "Its name.", ...READ_ONLY }),
      attribute({ name: "type", description: "Always direct.", canonicalValues: ["direct"], ...READ_ONLY }),
      attribute({ name: "$ref", description: "Its address.", ...reference("Group"), ...READ_ONLY }),
    ],
    { multiValued: true, ...READ_ONLY },
  ),
]

const GROUP_ATTRIBUTES = [
  attribute({ name: "displayName", description: "The name of the department.", required: true }),
  complex(
    "members",
    "The people who belong to it.",
    [
      attribute({ name: "value", description: "The id of the person.", mutability: "immutable" }),
      attribute({ name: "display", description: "The name of the person.", ...READ_ONLY }),
      attribute({ name: "type", description: "Always User.", canonicalValues: ["User"], ...READ_ONLY }),
      attribute({
        name: "$ref",
        description: "The address of the person.",
        ...reference("User"),
        ...READ_ONLY,
      }),
    ],
    { multiValued: true },
  ),
]

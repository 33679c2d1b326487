import type { directories as german } from "../de/accounts-directories.ts"
import type { Translated } from "../translated.ts"

export const directories: Translated<typeof german> = {
  title: "Directories",
  hub: "Take people from your directory service (SCIM, LDAP, Active Directory).",
  lead: "A directory service such as Entra ID, Okta, Keycloak or Nubus adds people and departments here by itself and keeps them up to date (SCIM 2.0). Whoever leaves there is signed out here at once.",
  list: "Directories that send by themselves",
  ldapLead:
    "A directory that sends nothing by itself is read every night: LDAP or Active Directory. If you wish, people sign in with the password that they have there.",
  add: "Connect a directory",
  nameHint: "For example “Entra ID”. The name stands in the audit log and beside people.",
  invites: "Invite new people by e-mail",
  invitesHint: "Without it new people set no password: good where they sign in by another way.",
  tokenCount: (count) => (count === 0 ? "no token" : count === 1 ? "1 token" : `${count} tokens`),
  connect: "Connection",
  connectText:
    "Enter this address and a bearer token at the directory service. It finds people who are here already by their e-mail address. It does not take over accounts with the role administration.",
  address: "Address",
  tokens: "Tokens",
  noTokens: "No token yet: the directory cannot connect.",
  scope: "What may the directory do?",
  scopes: {
    read: "Read people and departments",
    people: "Add, change and deactivate people",
    "people-and-departments": "Add, change and deactivate people and departments",
  },
  expiresOn: "Good until",
  expiresHint: "Two years at most. Issue a new one in time; both are good side by side then.",
  revokeText: "The directory cannot connect with this token any more, at once.",
  issuedText:
    "Copy the token into the directory service now. Only its hash is stored: it cannot be shown again.",
  issuedBack: "Back to the directory",
  settings: "Name and invitations",
  removeTitle: "Let go of the directory",
  remove: "Let go of the directory",
  removeNow: "Let go now",
  removeText: (name) =>
    `People and departments of “${name}” stay as they are, and are administered here from then on. All tokens are revoked.`,
  ofPerson: (name) =>
    `Name, e-mail address and access come from the directory “${name}” and cannot be changed here. You can deactivate the person all the same; only the directory can reactivate them.`,
  fixedDepartments: (names) => `From the directory: ${names}`,
  ofDepartment: (name) => `Name and members come from the directory “${name}” and cannot be changed here.`,
}

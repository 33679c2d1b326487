/** The front door of the module: routes and jobs for app.ts, and what the modules above and the pages use. */

export { issueApiToken, revokeApiToken } from "./api-tokens/actions.ts"
export { openTokens } from "./api-tokens/identify.ts"
export { listApiTokens } from "./api-tokens/queries.ts"
export { type ApiTokenView, NewApiToken } from "./api-tokens/schema.ts"
export { TOKEN_SCOPES, type TokenScope } from "./api-tokens/tables.ts"
export { type DescribeSubjects, listAudit } from "./audit/queries.ts"
export { AuditView, SubjectFacts } from "./audit/schema.ts"
export type { AccountCode } from "./codes.ts"
export {
  archiveDepartment,
  createDepartment,
  editDepartment,
  restoreDepartment,
} from "./departments/actions.ts"
export {
  departmentExists,
  findDepartment,
  listAnswering,
  listColleagues,
  listDepartments,
} from "./departments/queries.ts"
export { DepartmentChange, DepartmentView, NewDepartment } from "./departments/schema.ts"
export {
  createDirectory,
  editDirectory,
  issueToken,
  removeDirectory,
  revokeToken,
} from "./directories/actions.ts"
export { findDirectory, listDirectories } from "./directories/queries.ts"
export { type DirectoryView, NewDirectory, NewDirectoryToken } from "./directories/schema.ts"
export {
  forgetFactorsOf,
  registerPasskey,
  removePasskey,
  removeTotp,
  renamePasskey,
  renewCodes,
  setUpTotp,
  takeFactors,
} from "./factors/actions.ts"
export { demandFactors } from "./factors/demand.ts"
export {
  type Entered,
  enter,
  finishByCode,
  finishByPasskey,
  finishSetUpByPasskey,
  finishSetUpByTotp,
  signInByPasskey,
} from "./factors/entering.ts"
export { askForPasskey, offerPasskey } from "./factors/passkeys.ts"
export { accessPending, type Pending, pendingCookieName } from "./factors/pending.ts"
export { countFactors, type FactorsView, findFactors } from "./factors/queries.ts"
export {
  Confirmed,
  ConfirmedPasskey,
  ConfirmedTotp,
  FactorDemand,
  FirstPasskey,
  NewTotp,
  PasskeyAnswer,
  PasskeyName,
  SignInCode,
} from "./factors/schema.ts"
export type { Need } from "./factors/tables.ts"
export { type Proposal, proposeTotp, repeatTotp } from "./factors/totp.ts"
export { changeInstallation, markAsExample } from "./installation/actions.ts"
export {
  type Installation,
  knownInstallation,
  readInstallation,
  rememberedInstallation,
} from "./installation/queries.ts"
export { renderedPages } from "./installation/rendered.ts"
export { InstallationChange } from "./installation/schema.ts"
export { accountJobs, sweepAccounts } from "./jobs.ts"
export {
  addDirectoryRule,
  createLdapDirectory,
  editLdapDirectory,
  removeDirectoryRule,
  removeLdapDirectory,
} from "./ldap/actions.ts"
export type { Plan, Planned } from "./ldap/plan.ts"
export {
  findLdapView,
  findSigningDirectory,
  hasDirectoryPassword,
  isLockedHere,
  type LdapDirectory,
  type LdapView,
  listLdapDirectories,
} from "./ldap/queries.ts"
export { LdapDirectoryChange, NewLdapDirectory, TakenOver } from "./ldap/schema.ts"
export { previewSync, type SyncPreview, syncDirectory, syncFault } from "./ldap/sync.ts"
export { LDAP_FAULT_WORDS } from "./ldap/words.ts"
export {
  askToLeave,
  cancelLeaving,
  orderLeaving,
  takeLeavingBack,
  WAITING_DAYS,
} from "./leaving/actions.ts"
export { carryOutLeaving } from "./leaving/carrying-out.ts"
export { calledIn, FORMER } from "./leaving/former.ts"
export { accountsLeaving } from "./leaving/own-part.ts"
export type { LeavingPart } from "./leaving/parts.ts"
export { findLeavingOf, findOwnLeaving } from "./leaving/queries.ts"
export { OrderedLeaving, OwnLeaving, type PersonLeaving } from "./leaving/schema.ts"
export { changeMe } from "./me/actions.ts"
export { findMe, findRecipient, openFrame } from "./me/queries.ts"
export { MeView } from "./me/schema.ts"
export { accountNotices } from "./notices.ts"
export { discardOwnData, findOwnData, requestOwnData } from "./own-data/actions.ts"
export type { Loader, Value } from "./own-data/chapter.ts"
export { type DeclaredChapter, inArchive, type Join, ofPerson, withFiles } from "./own-data/declared.ts"
export { accountsChapters } from "./own-data/own-chapters.ts"
export type { OwnDataView } from "./own-data/schema.ts"
export { inPlainWords } from "./own-data/words.ts"
export { askForLink, changePassword, setPassword } from "./password/actions.ts"
export { findLink } from "./password/links.ts"
export { SHORTEST_PASSWORD } from "./password/policy.ts"
export { ForgottenPassword, PasswordByLink, PasswordBySelf } from "./password/schema.ts"
export {
  createPerson,
  deactivatePerson,
  editPerson,
  giveRole,
  invitePerson,
  reactivatePerson,
} from "./people/actions.ts"
export { applyImport, discardImport, findImport, prepareImport } from "./people/import/actions.ts"
export { type ImportView, NewImport } from "./people/import/schema.ts"
export { type Called, listByName, listCalled } from "./people/naming.ts"
export {
  findActor,
  findActorByAddress,
  findActors,
  findPerson,
  listAdmins,
  listPeople,
} from "./people/queries.ts"
export { NewPerson, PersonChange, PersonView } from "./people/schema.ts"
export { hasName } from "./people/searching.ts"
export { administers, mayAdminister, requireAdmin } from "./policy.ts"
export { accountsCatalogue } from "./privacy/catalogue.ts"
export { type CatalogueEntry, impersonal, isPersonal, READERS, RETENTION } from "./privacy/entries.ts"
export { kernelCatalogue } from "./privacy/kernel-catalogue.ts"
export { renderPrivacy } from "./privacy/render.ts"
export { PRIVACY_TEXTS } from "./privacy/texts.ts"
export {
  addRule,
  createProvider,
  editProvider,
  editRule,
  removeRule,
  tryRules,
  unlinkIdentity,
} from "./providers/actions.ts"
export { type Arrived, arriveFrom, askLater } from "./providers/arrive.ts"
export { attemptCookieName } from "./providers/attempts.ts"
export {
  afterSignOutAddress,
  beginAt,
  redirectAddress,
  secretsOf,
} from "./providers/begin.ts"
export { checkCookieName } from "./providers/checks.ts"
export { isUnreachable } from "./providers/faults.ts"
export { allowPasswords, changeLocalSignIn, mayUsePassword } from "./providers/local.ts"
export { findSignOutThere } from "./providers/logout.ts"
export {
  findEnabledProvider,
  findProvider,
  findRule,
  listIdentities,
  listOfferedProviders,
  listProviders,
} from "./providers/queries.ts"
export {
  type GrantedView,
  type IdentityView,
  LocalSignInChange,
  NewProvider,
  NewRule,
  type OfferedProviderView,
  ProviderChange,
  type ProviderView,
  RuleChange,
  type RuleView,
  TriedClaims,
} from "./providers/schema.ts"
export { secretVariable } from "./providers/secrets.ts"
export { COMPARISONS } from "./providers/tables.ts"
export { liftHold, listHeld, listHolds, placeHold, type ThreadExists } from "./retention/holds.ts"
export type { RetentionKind } from "./retention/kinds.ts"
export { accountsRetention } from "./retention/own-kinds.ts"
export { listRetention, setRetention, tryRetention } from "./retention/rules.ts"
export {
  type HoldView,
  NewHold,
  NewRetention,
  type RetentionRow,
  type RetentionTrial,
} from "./retention/schema.ts"
export { accountRoutes } from "./routes.ts"
export {
  createService,
  editService,
  issueServiceToken,
  resumeService,
  revokeServiceToken,
  stopService,
} from "./services/actions.ts"
export { findService, listServices } from "./services/queries.ts"
export { NewService, SERVICE_ROLES, type ServiceView } from "./services/schema.ts"
export {
  endSession,
  endSessions,
  listSessions,
  openSessions,
  type Sessions,
} from "./sessions.ts"
export { createAdmin, prepareSetup, setUpInstallation } from "./setup/actions.ts"
export { needsSetup } from "./setup/queries.ts"
export { NewInstallation } from "./setup/schema.ts"
export { signIn } from "./sign-in/actions.ts"
export { originOf, renewMark, startSession } from "./sign-in/opening.ts"
export { SignIn } from "./sign-in/schema.ts"
export { listTrialPeople, offersTrial, signInAs } from "./sign-in/trial.ts"
export {
  DIRECTORY_SCOPES,
  departments,
  isAtWork,
  LOCAL_SIGN_INS,
  type LocalSignIn,
  memberships,
  people,
  type ReplaceablePage,
  storedKey,
} from "./tables.ts"

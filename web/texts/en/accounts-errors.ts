import type { accountsErrors as german } from "../de/accounts-errors.ts"
import type { Translated } from "../translated.ts"

export const accountsErrors: Translated<typeof german> = {
  "departments.name-taken": "This name is already used here. Please choose another one.",
  "departments.parent-unknown": "The department above does not exist. Please choose another one.",
  "departments.parent-archived": "The department above is archived. Please choose another one.",
  "departments.cycle": "A department cannot stand below itself or below one of its own departments.",
  "departments.has-children": "Please archive the departments below first, or move them.",
  "departments.has-people": "There are still active people here. Please move them first.",
  "people.email-taken": "Somebody with this e-mail address already exists.",
  "people.email-local":
    "No umlauts or letters of other scripts can stand before the @: many mail servers do not deliver that. After the @ umlauts are fine.",
  "people.last-admin": "This is the last active administrator. Please give the role to somebody else first.",
  "people.department-unknown": "Please choose from the list only, and nothing that is archived.",
  "people.inactive": "This person is not active. Please reactivate them first.",
  "people.has-password":
    "This person already has a password. With “Forgot your password?” they can set a new one.",
  "people.of-directory": "The directory decides on this that the person comes from. Please change it there.",
  "people.of-directory-inactive":
    "This person comes from a directory. Only the directory can reactivate them.",
  "people.department-of-directory":
    "A directory decides on who belongs to this department. Please change it there.",
  "people-import.faulty": "Something in the file is wrong by now. Please look at the preview once more.",
  "people-import.broken": "A quotation mark is not closed here, or there is one too many.",
  "people-import.columns":
    "The first line must hold the columns email and name (or first name and last name), each only once.",
  "people-import.empty": "There is no line below the headings.",
  "people-import.too-many": "The file has more than 2,000 lines. Please split it.",
  "people-import.twice": "This e-mail address stands in the file several times.",
  "people-import.formula":
    "A table program takes what begins with =, +, - or @ for a formula. Please write it differently.",
  "people-import.role": "There is no such role.",
  "people-import.department": "There is no department of this name. Add it first.",
  "people-import.department-unclear": "Several departments are called so. Please use the short name.",
  "people-import.language": "German (de) and English (en) are possible.",
  "departments.of-directory": "A directory decides on the name. Please change it there.",
  "departments.of-directory-archive":
    "This department comes from a directory. Remove it there, or let go of the directory.",
  "directories.name-taken": "There is a directory of this name already. Please choose another one.",
  "directories.expiry-past": "This day has passed. Please choose a later one.",
  "directories.expiry-far": "No token is good for longer than two years. Please choose an earlier day.",
  "api-tokens.expiry-past": "This day has passed. Please choose a later one.",
  "api-tokens.expiry-far": "No token is good for longer than a year. Please choose an earlier day.",
  "api-tokens.too-many":
    "There can be no more than 20 tokens. Please revoke one that is not needed any more first.",
  "directories.insecure":
    "Without encryption everybody on the way could read passwords. Please take ldaps:// or StartTLS.",
  "directories.filter":
    "The filter is not written correctly. Each condition stands in brackets, for example (objectClass=person).",
  "directories.no-key":
    "The password cannot be stored encrypted, because PROVIDER_KEY_FILE is missing. Please ask whoever operates the server.",
  "directories.secret-again":
    "Server or encryption are others than before. Please enter the reading account's password once more.",
  "directories.not-taken-over": "The directory was not taken over. The reason is below; nothing was changed.",
  "sign-in.failed": "E-mail address or password are not right. Please try again.",
  "sign-in.throttled":
    "Too many attempts. Please wait a quarter of an hour, or set a new password with “Forgot your password?”.",
  "sign-in.local-off":
    "You can no longer sign in with a password here. Please use the sign-in service of your authority.",
  "sign-in.directory-away":
    "Your authority's directory does not answer at present, so your password cannot be checked. Whoever is signed in can go on working. Please try again in some minutes.",
  "sign-in.factor-needed": "The password is right. The second factor is still missing.",
  "sign-in.set-up-needed":
    "The password is right. Your role demands a second factor: sign in with a browser and set it up.",
  "sign-in.begin-again": "This sign-in took too long or has been ended already. Please begin once more.",
  "factors.code-wrong":
    "This code is wrong or was used already. Please take the next one that the app shows.",
  "factors.throttled":
    "These were too many codes. Please wait for a quarter of an hour, or take another way.",
  "factors.passkey-failed": "The passkey could not be confirmed. Please try once more.",
  "factors.passkey-late": "This page was open for too long. Please try once more.",
  "factors.passkey-known": "This passkey has been added here already.",
  "factors.too-many": "More than twenty passkeys are not possible. Remove one first that you no longer need.",
  "factors.last-demanded":
    "Your role demands a second factor, and this is your last one. Set up another one first.",
  "factors.no-key": "This is not possible here, because PROVIDER_KEY_FILE is missing on the server.",
  "factors.proposal-gone":
    "This page is no longer valid. Please open it anew and read the picture with the app once more.",
  "providers.unreachable":
    "The sign-in service does not answer at present. Whoever is signed in already can go on working. Please try again in a few minutes.",
  "providers.failed":
    "The answer of the sign-in service was not as it has to be. Please try again. If it fails once more, please tell your administration.",
  "providers.denied": "The sign-in was cancelled or refused at the sign-in service.",
  "providers.attempt-unknown":
    "This sign-in took too long, was used already or was begun in another browser. Please begin once more.",
  "providers.not-entitled":
    "Your account at the sign-in service is not entitled to use this forum. Please ask your administration.",
  "providers.inactive": "Your account here is not active. Please ask your administration.",
  "providers.no-account":
    "There is no account for you here yet. Your administration makes one; after that you link it in your profile.",
  "providers.name-missing": "The sign-in service has not told your name. Please tell your administration so.",
  "providers.email-missing":
    "The sign-in service has told no e-mail address that we can use. Please tell your administration so.",
  "providers.email-unconfirmed":
    "The sign-in service has not confirmed your e-mail address. Have it confirmed there. Or sign in once with your password and link your account in your profile.",
  "providers.email-taken":
    "There is an account with your e-mail address here already. So that nobody else takes it over, please sign in once with your password and link it in your profile under “Sign-in services”.",
  "providers.linked-elsewhere":
    "This account at the sign-in service is linked with another person here already. Please ask your administration.",
  "providers.linked-otherwise":
    "The account here is linked with another account at the sign-in service already. Please ask your administration.",
  "providers.last-way-in": "This is your only way in. Set a password first, or link another sign-in service.",
  "providers.logout-invalid": "This is no valid logout.",
  "providers.changed": "This has been changed meanwhile.",
  "providers.slug-taken": "This short name is taken. Please choose another.",
  "providers.issuer-insecure":
    "The address has to begin with https://. Without encryption it works only with a service on the same machine.",
  "providers.no-key":
    "The secret cannot be stored here, because PROVIDER_KEY_FILE is missing. Set the environment variable that is named there instead.",
  "providers.rule-empty": "Please choose a role or a department: otherwise the rule gives nothing.",
  "providers.claims-unreadable":
    'This is no JSON that begins with { and ends with }. An example: {"groups": ["housing"]}',
  "providers.none-enabled": "Switch a sign-in service on first: otherwise nobody could sign in any more.",
  "providers.no-local-admin": "No active administrator has a password yet. Set one first.",
  "providers.unproven":
    "Sign in by the sign-in service yourself first. Then it is certain that you get in again.",
  "providers.lockout":
    "After that no administrator could get in any more. Allow signing in with a password first, or link another administrator.",
  "password.throttled": "Too many attempts. Please wait a quarter of an hour.",
  "password.current-wrong": "The current password is not right.",
  "password.of-directory": "Your password is that of your authority's directory. Please change it there.",
  "password.link-invalid":
    "This link is no longer valid. With “Forgot your password?” on the sign-in page you get a new one.",
  "password.too-similar":
    "The password is too similar to your name or e-mail address. Please choose another one.",
  "password.too-common":
    "This password is easy to guess. Four words that have nothing to do with each other are good, for example.",
  "leaving.address-wrong": "This is not the e-mail address of the account. Please enter it again.",
  "leaving.begun": "It has begun and cannot be changed any more.",
  "leaving.day-past": "Please choose today or a later day.",
  "leaving.ordered": "The administration has arranged it already. Please ask them.",
  "hold.subject-unknown": "There is no such person or thread. Please check the id.",
  "hold.placed-already": "There is a hold already.",
  "setup.code-wrong": "The code is not right. It is the one that the program printed when it last started.",
  "setup.throttled": "Too many attempts. Please wait an hour.",
  "setup.department-unknown": "Please choose one of the departments that you entered above.",
}

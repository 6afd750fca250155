export { MailError } from "./mail-error.ts";
export { createMailer, type Letter, type Mailer } from "./mailer.ts";

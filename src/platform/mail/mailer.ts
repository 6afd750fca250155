import { isIP } from "node:net";
import nodemailer from "nodemailer";
import { mailErrorOf } from "./mail-error.ts";

/** One mail to one person, plain text. */
export interface Letter {
  /** Stable over all tries, so that a mail program recognises a second copy. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Hands mails to the operator's mail server. */
export interface Mailer {
  /** Resolves when the server took the mail. Throws {@link MailError} when it did not. */
  send(letter: Letter): Promise<void>;
}

/** Shorter in sum than the worker waits for running jobs when it stops. */
const TIMEOUTS = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 10_000, dnsTimeout: 5000 };

/** A mailer for SMTP_URL. It opens one connection a mail: nothing to close, nothing that goes stale. */
export function createMailer(options: { readonly smtpUrl: string; readonly baseUrl: string }): Mailer {
  const host = mailHost(options.baseUrl);
  const from = { name: "Fundproof", address: `no-reply@${host}` };
  const transport = nodemailer.createTransport({
    url: options.smtpUrl,
    ...TIMEOUTS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ id, to, subject, text }) => {
      const headers = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };
      try {
        await transport.sendMail({
          from,
          // As an object: an address is never read as a list of addresses.
          to: { name: "", address: to },
          subject,
          text,
          messageId: `<${id}@${host}>`,
          headers,
        });
      } catch (error) {
        throw mailErrorOf(error);
      }
    },
  };
}

/** The domain mails come from: the host people type into the browser. An address of numbers is none. */
function mailHost(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  return isIP(hostname.replaceAll(/^\[|\]$/g, "")) === 0 ? hostname : "localhost";
}

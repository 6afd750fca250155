import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail as the server took it. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
  /** The text, with the transport's line breaks taken out. */
  readonly body: string;
}

/** A real mail server on the loopback address, which keeps what it gets. */
export interface MailServer {
  /** As SMTP_URL. */
  readonly url: string;
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  close(): Promise<void>;
}

/**
 * Starts a mail server; on a port of its own unless one is named. `refuse` says which recipients it does not know, `think`
 * when it accepts a mail that it has read; at once unless said.
 */
export async function startMailServer(
  options: {
    readonly port?: number;
    readonly refuse?: (address: string) => boolean;
    readonly think?: (accept: () => void) => void;
  } = {},
): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, callback) =>
      callback(
        options.refuse?.(address) ? Object.assign(new Error(`no such user ${address}`), { responseCode: 550 }) : null,
      ),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const mail = receivedMail(Buffer.concat(chunks).toString("utf8"), to);
        const accept = (): void => {
          mails.push(mail);
          callback();
        };
        if (options.think) options.think(accept);
        else accept();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  return { url: `smtp://127.0.0.1:${port}`, port, mails, close };
}

function receivedMail(raw: string, to: readonly string[]): ReceivedMail {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const lines = head.replaceAll(/\r\n[ \t]/g, " ").split("\r\n");
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]),
  );
  return { to, headers, body: unwrap(rest.join("\r\n\r\n"), headers) };
}

/** Undoes quoted-printable, as a mail program does. */
function unwrap(body: string, headers: ReadonlyMap<string, string>): string {
  const lines = body.replaceAll("\r\n", "\n");
  if (headers.get("content-transfer-encoding") === "quoted-printable") {
    const bytes = lines
      .replaceAll("=\n", "")
      .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, "latin1").toString("utf8");
  }
  return lines;
}

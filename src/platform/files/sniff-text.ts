const MAIL_HEADERS =
  /^(from|to|subject|date|received|mime-version|message-id|return-path|delivered-to|content-type|x-[\w-]+):/i;
const HTML_ROOTS = new Set([
  "html",
  "head",
  "body",
  "script",
  "iframe",
  "object",
  "embed",
  "style",
  "meta",
  "div",
  "p",
  "a",
  "img",
  "table",
]);

/**
 * What a text is, by its beginning: XML, HTML, SVG, a mail, CSV or plain text. Undefined when the bytes are no text.
 * CSV is what has the same number of separators in each of its first lines; it and plain text cannot be told apart for
 * certain, so a caller may trust the name between those two.
 */
export function sniffText(head: Buffer): string | undefined {
  const text = decodeText(head);
  if (text === undefined) return undefined;
  const start = text.trimStart();
  if (start.startsWith("<")) return sniffMarkup(start);
  if (isMail(start)) return "message/rfc822";
  return isTable(start) ? "text/csv" : "text/plain";
}

/** Text as UTF-8, UTF-16 with its mark, or an 8-bit code; undefined when there are bytes that no text has. */
function decodeText(head: Buffer): string | undefined {
  if (head.length >= 2 && head[0] === 0xff && head[1] === 0xfe) return head.toString("utf16le", 2);
  if (head.length >= 2 && head[0] === 0xfe && head[1] === 0xff) {
    const even = Buffer.from(head.subarray(2, head.length - (head.length % 2)));
    return even.swap16().toString("utf16le");
  }
  return head.some(isControl) ? undefined : head.toString("utf8").replace(/^\uFEFF/, "");
}

/** Bytes that no text has: control codes other than tab, line ends, form feed, end of file (DOS) and escape. */
function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x1a) || (byte > 0x1b && byte < 0x20) || byte === 0x7f;
}

function sniffMarkup(start: string): string {
  const body = start.replace(/^(<\?[^>]*\?>|<!--[\s\S]*?-->|<!doctype[^>[]*(\[[\s\S]*?\])?[^>]*>|\s+)*/i, "");
  const root = /^<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)/.exec(body)?.[2]?.toLowerCase();
  if (root === "svg") return "image/svg+xml";
  if (/^<!doctype\s+html/i.test(start) || (root !== undefined && HTML_ROOTS.has(root))) return "text/html";
  if (start.startsWith("<?xml") || root !== undefined) return "application/xml";
  return "text/plain";
}

/** A mail begins with header lines; at least two of them are ones that mails have. */
function isMail(start: string): boolean {
  let known = 0;
  for (const line of start.split(/\r?\n/, 40)) {
    if (line === "") break;
    if (/^[ \t]/.test(line)) continue;
    if (!/^[!-9;-~]+:/.test(line)) return false;
    if (MAIL_HEADERS.test(line)) known += 1;
  }
  return known >= 2;
}

function isTable(start: string): boolean {
  const lines = start
    .split(/\r?\n/)
    .slice(0, 6)
    .filter((line) => line.trim() !== "")
    .slice(0, 5);
  if (lines.length < 2) return false;
  return [";", ",", "\t"].some((separator) => {
    const counts = new Set(lines.map((line) => line.replaceAll(/"[^"]*"/g, "").split(separator).length));
    return counts.size === 1 && !counts.has(1);
  });
}

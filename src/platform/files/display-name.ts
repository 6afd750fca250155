const MAX_LENGTH = 200;

/**
 * A user's file name made safe to show and to offer for download: without folders, without control and invisible
 * characters (a right-to-left override can make `exe.fdp` look like `pdf.exe` and the other way round), with single
 * spaces, at most 200 characters with its ending kept. `file` when nothing is left.
 */
export function displayName(raw: string): string {
  const last = raw.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .toWellFormed()
    .replaceAll(/[\p{Zl}\p{Zp}\t\n\r]/gu, " ")
    // Cc control, Cf format (direction marks, zero-width), Co private use, Cn unassigned.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, "")
    .replaceAll(/[<>:"|?*]/g, "_")
    .replaceAll(/\s+/gu, " ")
    .replace(/^[\s.]+/u, "")
    .replace(/[\s.]+$/u, "");
  return shorten(clean) || "file";
}

/** Cuts by characters, not by UTF-16 units, and from the stem, not from the ending. */
function shorten(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= MAX_LENGTH) return name;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? "";
  return (
    characters
      .slice(0, MAX_LENGTH - ending.length)
      .join("")
      .trimEnd() + ending
  );
}

/**
 * The Content-Disposition header of a file (RFC 6266): an ASCII name for old clients and the true one as RFC 5987
 * `filename*`.
 */
export function contentDisposition(kind: "inline" | "attachment", name: string): string {
  const ascii = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\x20-\x7e]/g, "_")
    .replaceAll(/["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

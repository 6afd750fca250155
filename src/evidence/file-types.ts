/** A kind of file that may be uploaded, with the names it goes by. */
export interface FileType {
  readonly mediaType: string;
  /** For messages to people. */
  readonly label: string;
  /** Endings of names, the usual one first. */
  readonly extensions: readonly string[];
  /** What browsers and mail programs call it besides its media type. */
  readonly aliases: readonly string[];
}

const OFFICE = "application/vnd.openxmlformats-officedocument";

/**
 * The kinds of files that are accepted as evidence: rulebook 9.29, and XML (e-invoices), CSV and plain text. ZIP is off.
 * A kind is decided by content; the names only tell whether the sender meant the same.
 */
export const FILE_TYPES: readonly FileType[] = [
  { mediaType: "application/pdf", label: "PDF", extensions: ["pdf"], aliases: ["application/x-pdf"] },
  { mediaType: "image/png", label: "PNG picture", extensions: ["png", "apng"], aliases: ["image/x-png", "image/apng"] },
  {
    mediaType: "image/jpeg",
    label: "JPEG picture",
    extensions: ["jpg", "jpeg", "jpe", "jfif"],
    aliases: ["image/jpg", "image/pjpeg"],
  },
  { mediaType: "image/gif", label: "GIF picture", extensions: ["gif"], aliases: [] },
  {
    mediaType: "image/tiff",
    label: "TIFF picture",
    extensions: ["tif", "tiff"],
    aliases: ["image/tif", "image/x-tiff"],
  },
  {
    mediaType: `${OFFICE}.wordprocessingml.document`,
    label: "Word document (DOCX)",
    extensions: ["docx"],
    aliases: ["application/zip", "application/x-zip-compressed"],
  },
  {
    mediaType: `${OFFICE}.spreadsheetml.sheet`,
    label: "Excel workbook (XLSX)",
    extensions: ["xlsx"],
    aliases: ["application/zip", "application/x-zip-compressed"],
  },
  {
    mediaType: `${OFFICE}.presentationml.presentation`,
    label: "PowerPoint presentation (PPTX)",
    extensions: ["pptx"],
    aliases: ["application/zip", "application/x-zip-compressed"],
  },
  {
    mediaType: "application/vnd.ms-outlook",
    label: "Outlook message (MSG)",
    extensions: ["msg"],
    aliases: ["application/x-msg", "application/msg"],
  },
  {
    mediaType: "message/rfc822",
    label: "e-mail (EML)",
    extensions: ["eml"],
    aliases: ["text/plain", "application/eml"],
  },
  { mediaType: "application/xml", label: "XML", extensions: ["xml"], aliases: ["text/xml", "text/plain"] },
  {
    mediaType: "text/csv",
    label: "CSV table",
    extensions: ["csv"],
    aliases: ["text/plain", "application/csv", "text/comma-separated-values", "application/vnd.ms-excel"],
  },
  { mediaType: "text/plain", label: "plain text", extensions: ["txt", "text", "log"], aliases: [] },
];

/** Kinds that are known but not accepted, so that a refusal can name what the content is. */
const OTHER_LABELS: Readonly<Record<string, string>> = {
  "application/zip": "ZIP archive",
  "application/x-rar-compressed": "RAR archive",
  "application/x-7z-compressed": "7-Zip archive",
  "application/gzip": "gzip archive",
  "application/msword": "old Word document (DOC)",
  "application/vnd.ms-excel": "old Excel workbook (XLS)",
  "application/vnd.ms-powerpoint": "old PowerPoint presentation (PPT)",
  "application/vnd.ms-office.macro-enabled": "office document with macros",
  "application/x-cfb": "compound file of an unknown kind",
  "application/rtf": "RTF document",
  "application/postscript": "PostScript",
  "application/x-msdownload": "Windows program",
  "application/x-elf": "program",
  "application/octet-stream": "something unknown",
  "image/svg+xml": "SVG drawing",
  "image/bmp": "BMP picture",
  "image/webp": "WebP picture",
  "image/heic": "HEIC picture",
  "text/html": "web page (HTML)",
  "video/mp4": "MP4 video",
  "video/quicktime": "QuickTime video",
  "audio/mpeg": "MP3 sound",
};

/** Endings that mean a certain kind, though not an accepted one. */
const OTHER_EXTENSIONS: ReadonlySet<string> = new Set(
  (
    "zip rar 7z gz tgz tar iso doc dot xls xlt ppt pps docm dotm xlsm xlsb pptm rtf odt ods odp pages numbers key ps eps svg svgz bmp webp heic heif " +
    "avif ico psd ai htm html xhtml mht mhtml js mjs ts json css php py rb pl sh bash ps1 bat cmd com exe dll scr msi msix lnk url hta vbs wsf jar " +
    "class apk app dmg deb rpm mp3 wav ogg mp4 m4v mov avi mkv webm wmv"
  ).split(" "),
);

/** What senders write when they do not know. */
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  "",
  "application/octet-stream",
  "binary/octet-stream",
  "application/x-download",
  "application/force-download",
  "application/download",
]);

/** The accepted kind of a media type, or undefined. */
export function acceptedType(mediaType: string): FileType | undefined {
  return FILE_TYPES.find((type) => type.mediaType === mediaType);
}

/** What to call a media type in a message to a person. */
export function labelOf(mediaType: string): string {
  return acceptedType(mediaType)?.label ?? OTHER_LABELS[mediaType] ?? mediaType;
}

/** All accepted kinds in words, for a message. */
export function acceptedLabels(): string {
  return FILE_TYPES.map((type) => type.label).join(", ");
}

/** The ending of a name when it means a known kind of file: `pdf`. Undefined for `report.v2` or a name without one. */
export function knownExtension(name: string): string | undefined {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  const known = OTHER_EXTENSIONS.has(ending) || FILE_TYPES.some((type) => type.extensions.includes(ending));
  return known ? ending : undefined;
}

/** What the sender declared, as a bare media type in lower case; undefined when that says nothing. */
export function declaredType(contentType: string): string | undefined {
  const bare = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  return SAYS_NOTHING.has(bare) ? undefined : bare;
}

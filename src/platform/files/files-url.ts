import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Files lie in a folder. */
export interface FolderPlace {
  readonly kind: "folder";
  readonly folder: string;
}

/** Files lie in a bucket of S3 or of a store that speaks its language. */
export interface S3Place {
  readonly kind: "s3";
  readonly bucket: string;
  /** Put before every key, with a slash at its end; empty when the bucket is the program's alone. */
  readonly prefix: string;
  readonly endpoint: string | undefined;
  readonly region: string;
}

/** What FILES_URL may look like, for the message about a wrong one. */
export const FILES_URL_FORMS =
  "nothing (then DATA_DIR/files), file:///absolute/path, or s3://bucket/prefix?endpoint=https://...&region=...";

/** FILES_URL names no place. `why` goes after "FILES_URL" or "which" and shows nothing of its text. */
export class FilesUrlError extends RangeError {
  readonly why: string;

  constructor(why: string) {
    super(`FILES_URL ${why}. Expected: ${FILES_URL_FORMS}.`);
    this.name = "FilesUrlError";
    this.why = why;
  }
}

/**
 * Reads FILES_URL. Unset means the folder `files` under DATA_DIR. Throws a {@link FilesUrlError} that says what is wrong
 * without showing the address, which may hold credentials. The check of the configuration asks it at the start.
 */
export function parseFilesUrl(filesUrl: string | undefined, dataDir: string): FolderPlace | S3Place {
  if (filesUrl === undefined) return { kind: "folder", folder: join(resolve(dataDir), "files") };
  const url = URL.canParse(filesUrl) ? new URL(filesUrl) : undefined;
  if (url?.protocol === "file:" && url.hostname === "" && url.pathname.length > 1) {
    return { kind: "folder", folder: folderOf(url) };
  }
  if (url?.protocol === "s3:") return s3PlaceOf(url);
  throw new FilesUrlError("is no address of a folder or a bucket");
}

function folderOf(url: URL): string {
  try {
    const folder = fileURLToPath(url);
    if (!folder.includes("\0")) return folder;
  } catch {
    // Refused below.
  }
  // A slash or a zero byte in disguise (%2F, %00), which no name of a folder can hold.
  throw new FilesUrlError("is no path that can be");
}

function s3PlaceOf(url: URL): S3Place {
  const endpoint = url.searchParams.get("endpoint") ?? undefined;
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname)) throw new FilesUrlError("names no valid bucket");
  if (url.username || url.password)
    throw new FilesUrlError("must not hold credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
  const prefix = url.pathname.replace(/^\/+|\/+$/g, "");
  if (!/^[A-Za-z0-9._/-]*$/.test(prefix) || prefix.includes(".."))
    throw new FilesUrlError("has a prefix with unusual characters");
  if (endpoint !== undefined && !/^https?:\/\/[^/]/.test(endpoint))
    throw new FilesUrlError("has an endpoint that is not http or https");
  for (const name of url.searchParams.keys()) {
    if (name !== "endpoint" && name !== "region")
      throw new FilesUrlError("has a part after ? other than endpoint and region");
  }
  const region = url.searchParams.get("region") ?? "us-east-1";
  return { kind: "s3", bucket: url.hostname, prefix: prefix && `${prefix}/`, endpoint, region };
}

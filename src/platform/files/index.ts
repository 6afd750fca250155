export { parseByteRange } from "./byte-range.ts";
export { contentDisposition, displayName } from "./display-name.ts";
export { fileKey } from "./file-key.ts";
export { FILES_URL_FORMS, parseFilesUrl } from "./files-url.ts";
export { openFileStorage, type StorageSettings } from "./open-storage.ts";
export { type ContentFacts, sniffContent } from "./sniff-content.ts";
export { type ByteRange, FileMissingError, type FileStorage, type SpooledFile } from "./storage.ts";

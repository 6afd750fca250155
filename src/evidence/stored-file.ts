/** What a virus scanner said. `not-scanned` as long as none is configured; nothing pretends otherwise. */
export type ScanResult = "not-scanned" | "clean" | "infected";

/** A file as other resources show it. */
export interface FileFacts {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** A received file. Its bytes lie in the file storage under `storageKey`. */
export interface StoredFile extends FileFacts {
  readonly partnerId: string;
  readonly sha256: string;
  readonly storageKey: string;
  readonly scan: ScanResult;
  /** Person id. */
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
}

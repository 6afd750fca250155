import type { Actor } from "../kernel/index.ts";
import type { Db, Tx } from "../platform/database/index.ts";
import type { FileStorage } from "../platform/files/index.ts";
import type { StoredFile } from "./stored-file.ts";

/** What the file routes need. `request.actor` is set before they run. */
export interface FileRouteDeps {
  readonly db: Db;
  readonly storage: FileStorage;
  /** MAX_UPLOAD_BYTES. */
  readonly maxUploadBytes: number;
  readonly now: () => Date;
  /**
   * Narrows who may read a file further than its partner, by the claims it stands in (which this slice does not know).
   * False is answered like an unknown file.
   */
  readonly mayRead?: (tx: Tx, actor: Actor, file: StoredFile) => Promise<boolean>;
}

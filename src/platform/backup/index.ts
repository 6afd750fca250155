export type { BackupContent } from "./database-shape.ts";
export type { Manifest } from "./manifest.ts";
export { removeRestored, restoreBackup } from "./restore-backup.ts";
export { verifyBackup } from "./verify-backup.ts";
export { writeBackup } from "./write-backup.ts";

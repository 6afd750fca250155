/**
 * Every file that a row names, as SQL: what names it, where its bytes lie and what they must be. For those who must know all
 * of them at once, whoever they belong to: the backup and the check. A table that stores files of its own is added here.
 */
export const NAMED_FILES =
  "select 'file ' || f.id as subject, f.storage_key, f.size, f.sha256 from file f order by f.storage_key";

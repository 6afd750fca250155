/**
 * The key under which a file's bytes lie, made from its UUID alone: `9f/3a/<uuid>`. The folders come from the end of the
 * UUID, which is chance (its beginning is the time, and would put a whole day into one folder).
 */
export function fileKey(uuid: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uuid)) throw new RangeError(`not a UUID: ${uuid}`);
  return `${uuid.slice(-4, -2)}/${uuid.slice(-2)}/${uuid}`;
}

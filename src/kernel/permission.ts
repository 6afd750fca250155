import { DomainError } from "./domain-error.ts";
import type { Sentence, Words } from "./sentence.ts";

/** The answer of a policy: may I, and if not, why. `reason` is a stable code, `message` says what would help. */
export type Permission =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: string; readonly message: string; readonly words: Words };

/** Yes. */
export const ALLOWED: Permission = { allowed: true };

/** No, and why. */
export function denied(reason: string, { text, words }: Sentence): Permission {
  return { allowed: false, reason, message: text, words };
}

/** The first refusal among several questions, or yes. */
export function all(...permissions: readonly Permission[]): Permission {
  return permissions.find((permission) => !permission.allowed) ?? ALLOWED;
}

/** Enforces a permission: throws `forbidden` with the policy's own reason and words. */
export function enforce(permission: Permission): void {
  if (permission.allowed) return;
  const { reason, message, words } = permission;
  throw new DomainError({ code: reason, kind: "forbidden", message: { text: message, words } });
}

/** One entry of `abilities` in a response. */
export interface Ability {
  readonly allowed: boolean;
  readonly reason?: string;
  readonly message?: string;
  readonly words?: Words;
}

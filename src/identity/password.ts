import { hashPassword as scrypt } from "better-auth/crypto";
import { invalid } from "../kernel/index.ts";

const LEAST = 12;
const MOST = 128;

/**
 * The scrypt hash of a password, about 60 ms of work. Refused: shorter than 12 characters or longer than 128 (the
 * sign-in library reads no more).
 */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < LEAST || password.length > MOST) {
    const message = `Choose a password of ${LEAST} to ${MOST} characters.`;
    throw invalid("weak-password", message, [{ field: "password", code: "weak-password", message }]);
  }
  return scrypt(password);
}

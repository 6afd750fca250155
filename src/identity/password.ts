import { hashPassword as scrypt } from "better-auth/crypto";
import { invalid, sentence } from "../kernel/index.ts";

const LEAST = 12;
const MOST = 128;

/**
 * The scrypt hash of a password, about 60 ms of work. Refused: shorter than 12 characters or longer than 128 (the
 * sign-in library reads no more). `field` is the field of the request it came in.
 */
export async function hashPassword(password: string, field = "password"): Promise<string> {
  if (password.length < LEAST || password.length > MOST) {
    const weak = sentence("Choose a password of {least} to {most} characters.", { least: `${LEAST}`, most: `${MOST}` });
    throw invalid("weak-password", weak, [{ field, code: "weak-password", message: weak.text }]);
  }
  return scrypt(password);
}

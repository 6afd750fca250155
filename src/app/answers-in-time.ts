const PATIENCE_MS = 3000;

/**
 * The answer, or undefined when it fails or does not come in time. For those who ask how the program is doing: they want to
 * hear that the database hangs, and not to hang with it.
 */
export async function answersInTime<T>(answer: Promise<T>, patienceMs: number = PATIENCE_MS): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), patienceMs);
  try {
    return await Promise.race([answer.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}

import { Socket } from "node:net";

type Written = (error?: Error | null) => void;

/**
 * A socket that sends what is written in one turn of the event loop together. The driver writes each statement by itself, and
 * each write wakes the database's process: several statements asked side by side cost as much as one this way (docs/figures.md).
 */
export class OnePacketSocket extends Socket {
  #isCollecting = false;

  override write(chunk: Uint8Array | string, encoding?: BufferEncoding | Written, written?: Written): boolean {
    this.#collect();
    return typeof encoding === "function" ? super.write(chunk, encoding) : super.write(chunk, encoding, written);
  }

  #collect(): void {
    if (this.#isCollecting) return;
    this.#isCollecting = true;
    this.cork();
    process.nextTick(() => {
      this.#isCollecting = false;
      this.uncork();
    });
  }
}

import { ApiProblem, isStatus, Offline } from "../api/problem.ts";
import { type Conflict, conflictOf, type Fields, unsavedAfter } from "./autosave.ts";

/** How saving stands, for the `SaveIndicator`. */
export type SaveState =
  | { readonly kind: "saved"; readonly at: Date | undefined }
  | { readonly kind: "waiting" | "saving" | "offline" | "conflict" }
  | { readonly kind: "refused"; readonly message: string };

/** What a form needs to know of its {@link Autosaver}. */
export interface SaveSnapshot<F extends Fields> {
  /** Changed and not yet saved, or refused. */
  readonly unsaved: Partial<F>;
  readonly state: SaveState;
  readonly conflict: Conflict<F> | undefined;
  /** Refused fields with the server's words. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Unsaved text with what it was based on; kept in the browser. */
export interface KeptText<F extends Fields> {
  readonly change: Partial<F>;
  readonly base: F;
}

/** What the saver needs from outside. */
export interface SavePorts<R extends { version: number }, F extends Fields> {
  readonly fields: (resource: R) => F;
  /** Sends the changed fields with the version they are based on. */
  readonly save: (change: Partial<F>, version: number) => Promise<R>;
  readonly load: () => Promise<R>;
  readonly onSaved: (resource: R) => void;
  /** Keeps unsaved text in the browser; `undefined` forgets it. */
  readonly keep: (kept: KeptText<F> | undefined) => void;
  readonly pause?: number;
  readonly retry?: number;
}

const isEmpty = (change: object): boolean => Object.keys(change).length === 0;

/**
 * Saves a form by itself: changed fields go out after a short pause, with the version they are based on. A stale version is
 * merged or, where both changed the same field, becomes a conflict that a person settles; without a connection the text
 * waits. Nothing typed is ever thrown away by the program.
 */
export class Autosaver<R extends { version: number }, F extends Fields> {
  #ports: SavePorts<R, F>;
  #base: R;
  #snapshot: SaveSnapshot<F> = {
    unsaved: {},
    state: { kind: "saved", at: undefined },
    conflict: undefined,
    refused: new Map(),
  };
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(ports: SavePorts<R, F>, resource: R, kept?: KeptText<F>) {
    this.#ports = ports;
    this.#base = resource;
    if (!kept || isEmpty(kept.change)) return;
    const conflict = conflictOf(kept.base, kept.change, ports.fields(resource));
    this.#snapshot = {
      ...this.#snapshot,
      unsaved: kept.change,
      conflict,
      state: { kind: conflict ? "conflict" : "waiting" },
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): SaveSnapshot<F> => this.#snapshot;

  /** Takes the ports of the present rendering. */
  connect(ports: SavePorts<R, F>): void {
    this.#ports = ports;
  }

  /** The resource was read anew. It becomes the base of later changes, unless some are unsaved. */
  rebase(resource: R): void {
    if (!this.#busy && isEmpty(this.#snapshot.unsaved)) this.#base = resource;
  }

  /** Takes what was typed, and saves it soon. */
  set(change: Partial<F>): void {
    const waiting = this.#snapshot.state.kind === "conflict" ? this.#snapshot.state : ({ kind: "waiting" } as const);
    this.#change({ unsaved: { ...this.#snapshot.unsaved, ...change }, state: waiting });
    this.#later(this.#ports.pause ?? 700);
  }

  /** Saves now what is unsaved; resolves when that has ended, well or not. */
  readonly flush = async (): Promise<void> => {
    clearTimeout(this.#timer);
    const { unsaved, conflict } = this.#snapshot;
    if (this.#busy || conflict || isEmpty(unsaved)) return;
    this.#busy = true;
    this.#change({ state: { kind: "saving" } });
    try {
      await this.#send(unsaved);
    } catch (error) {
      await this.#failed(error);
    } finally {
      this.#busy = false;
    }
    if (this.#snapshot.unsaved !== unsaved && !isEmpty(this.#snapshot.unsaved)) this.#later(this.#ports.pause ?? 700);
  };

  /** Settles a conflict: keeps my text, or takes the other's. */
  settle(keepMine: boolean): void {
    const unsaved = { ...this.#snapshot.unsaved };
    if (!keepMine) for (const { name } of this.#snapshot.conflict?.fields ?? []) delete unsaved[name];
    this.#change({
      unsaved,
      conflict: undefined,
      state: isEmpty(unsaved) ? { kind: "saved", at: new Date() } : { kind: "waiting" },
    });
    this.#later(0);
  }

  async #send(change: Partial<F>): Promise<void> {
    const saved = await this.#ports.save(change, this.#base.version);
    this.#base = saved;
    const unsaved = unsavedAfter(this.#snapshot.unsaved, change);
    this.#change({
      unsaved,
      refused: new Map(),
      state: isEmpty(unsaved) ? { kind: "saved", at: new Date() } : { kind: "waiting" },
    });
    this.#ports.onSaved(saved);
  }

  async #failed(error: unknown): Promise<void> {
    if (error instanceof Offline) {
      this.#change({ state: { kind: "offline" } });
      this.#later(this.#ports.retry ?? 8_000);
    } else if (isStatus(error, 412)) {
      await this.#merge().catch((failure: unknown) => this.#failed(failure));
    } else {
      const refused = error instanceof ApiProblem ? error.fields : new Map<string, string>();
      this.#change({
        refused,
        state: { kind: "refused", message: error instanceof Error ? error.message : String(error) },
      });
    }
  }

  async #merge(): Promise<void> {
    const fresh = await this.#ports.load();
    const { fields } = this.#ports;
    const conflict = conflictOf(fields(this.#base), this.#snapshot.unsaved, fields(fresh));
    this.#base = fresh;
    this.#change({ conflict, state: { kind: conflict ? "conflict" : "waiting" } });
    this.#ports.onSaved(fresh);
    if (!conflict) this.#later(0);
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }

  #change(part: Partial<SaveSnapshot<F>>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    if ("unsaved" in part) {
      this.#ports.keep(
        isEmpty(this.#snapshot.unsaved)
          ? undefined
          : { change: this.#snapshot.unsaved, base: this.#ports.fields(this.#base) },
      );
    }
    for (const listener of this.#listeners) listener();
  }
}

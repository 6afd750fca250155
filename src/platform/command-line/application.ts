import type { Config } from "../config/index.ts";

/** What the composition root gets to work with. The database is migrated. */
export interface ApplicationDependencies {
  readonly config: Config;
  /** Address of the login fundproof_app; the application makes its own pools with it and closes them. */
  readonly appUrl: string;
}

/** Something that runs until it is closed. */
export interface Closable {
  /** Lets what is under way end (requests, then jobs), then closes the pools. Called once. */
  close(): Promise<void>;
}

/** The web server with everything behind it. */
export interface Application extends Closable {
  /** Listens on `config.host` and `config.port`. */
  listen(): Promise<unknown>;
}

/** A line of the table of demo accounts. */
export interface DemoAccount {
  readonly email: string;
  readonly who: string;
}

/** What `src/app.ts`, the one place that knows every capability, offers to the command line. */
export interface Program {
  createApp(dependencies: ApplicationDependencies): Promise<Application>;
  /** Makes the demo data when the database holds no data; false when it holds some and nothing was done. */
  seedDemo(dependencies: ApplicationDependencies): Promise<boolean>;
  readonly demoAccounts: readonly DemoAccount[];
  readonly demoPassword: string;
  /** The jobs without the web server. */
  createWorker(dependencies: ApplicationDependencies): Promise<Closable>;
  /** Runs the invariants and gives one sentence for each that does not hold. */
  check(dependencies: ApplicationDependencies): Promise<readonly string[]>;
}

/** Loads the application when a command needs it: `--help` and `migrate` answer without it. */
export type LoadProgram = () => Promise<Program>;

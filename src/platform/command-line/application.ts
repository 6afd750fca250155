import type { Finding, Role } from "../../kernel/index.ts";
import type { BackupContent } from "../backup/index.ts";
import type { Config } from "../config/index.ts";

/** What the composition root gets to work with. The database is migrated. */
export interface ApplicationDependencies {
  readonly config: Config;
  /** Address of the login fundproof_app; the application makes its own pools with it and closes them. */
  readonly appUrl: string;
}

/** How to check, and whom to tell. */
export interface CheckRequest {
  /** Whether files are read and hashed, or only their sizes compared. */
  readonly content: boolean;
  readonly say: (line: string) => void;
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

/** An organisation by its name; the rest is for making it when there is none of that name. */
export interface NamedOrganisation {
  readonly name: string;
  readonly kind: "vendor" | "partner" | undefined;
  readonly legalName: string | undefined;
  readonly country: string | undefined;
  readonly taxResidence: string | undefined;
  readonly timeZone: string | undefined;
}

/** A person to make, with what the operator typed. */
export interface UserRequest {
  readonly organisation: NamedOrganisation;
  readonly name: string;
  readonly email: string;
  readonly locale: string | undefined;
  readonly password: string;
  readonly roles: readonly Role[];
  /** Code of the program that the roles are for; undefined for all. */
  readonly program: string | undefined;
  /** PartnerID of the location that the roles are for; undefined for all. */
  readonly location: string | undefined;
}

/** A location of a partner to make. */
export interface LocationRequest {
  readonly organisation: NamedOrganisation;
  readonly partnerNumber: string;
  readonly name: string;
  readonly country: string;
  readonly market: string | undefined;
  readonly isHeadquarters: boolean;
}

/** A document that was read from text: what it says, and the line, from 1, in which a part of it stands. */
export interface ReadDocument {
  readonly document: unknown;
  readonly lineOf: (path: string) => number | undefined;
}

/** What is done from the command line and needs the capabilities. The lines tell the operator what was done. */
export interface OperatorCommands {
  createUser(dependencies: ApplicationDependencies, request: UserRequest): Promise<readonly string[]>;
  createLocation(dependencies: ApplicationDependencies, request: LocationRequest): Promise<readonly string[]>;
  /** Reads the text of an edition, with the lines of its parts; or tells why it cannot be read. */
  readEdition(
    text: string,
    format: "json" | "yaml",
  ): ReadDocument | { readonly message: string; readonly line?: number };
  /** What is wrong with a document that is to be an edition of a program; needs no database. */
  validateEdition(document: unknown): readonly Finding[];
  /** What is different in the second document, one line for each change: good or bad for partners, and in words. */
  diffEditions(
    before: unknown,
    after: unknown,
  ): readonly { readonly effect: "better" | "worse" | "neutral"; readonly text: string }[];
  /** Stores a document as a draft and, when asked, publishes it. */
  importEdition(
    dependencies: ApplicationDependencies,
    request: { readonly document: unknown; readonly publish: boolean },
  ): Promise<readonly string[]>;
}

/** What `src/app.ts`, the one place that knows every capability, offers to the command line. */
export interface Program extends OperatorCommands {
  /** `jobs`: whether the jobs run in this process too, or elsewhere. */
  createApp(dependencies: ApplicationDependencies, options: { readonly jobs: boolean }): Promise<Application>;
  /** Makes the demo data when the database holds no data; false when it holds some and nothing was done. */
  seedDemo(dependencies: ApplicationDependencies): Promise<boolean>;
  readonly demoAccounts: readonly DemoAccount[];
  readonly demoPassword: string;
  /** The jobs without the web server. */
  createWorker(dependencies: ApplicationDependencies): Promise<Closable>;
  /** Runs the invariants, tells each discrepancy, and gives their number. */
  check(dependencies: ApplicationDependencies, request: CheckRequest): Promise<number>;
  readonly backupContent: BackupContent;
}

/** Loads the application when a command needs it: `--help` and `migrate` answer without it. */
export type LoadProgram = () => Promise<Program>;

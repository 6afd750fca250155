import {
  createLocation,
  createOrganisation,
  createPerson,
  grantRole,
  locationByNumber,
  type Organisation,
  organisationNamed,
} from "../identity/index.ts";
import { type Command, DomainError, SYSTEM_ACTOR } from "../kernel/index.ts";
import type {
  ApplicationDependencies,
  LocationRequest,
  NamedOrganisation,
  OperatorCommands,
  UserRequest,
} from "../platform/command-line/index.ts";
import { createDatabase, inTransaction, type Tx } from "../platform/database/index.ts";
import {
  documentChanges,
  type EditionHead,
  EditionShape,
  importEdition,
  newestVersion,
  programByCode,
  publishEdition,
  readText,
  resolved,
  validateEdition,
} from "../programs/index.ts";

/** What the command line does with organisations, people and programs; as the program itself, all or nothing. */
export function operatorCommands(now: () => Date): OperatorCommands {
  const acting = (dependencies: ApplicationDependencies, work: (tx: Tx, command: Command) => Promise<string[]>) =>
    withTransaction(dependencies, (tx) => work(tx, { actor: SYSTEM_ACTOR, now: now() }));
  return {
    createUser: (dependencies, request) => acting(dependencies, (tx, command) => addUser(tx, command, request)),
    createLocation: (dependencies, request) => acting(dependencies, (tx, command) => addLocation(tx, command, request)),
    readEdition: readText,
    validateEdition,
    diffEditions,
    importEdition: (dependencies, request) => acting(dependencies, (tx, command) => storeEdition(tx, command, request)),
  };
}

/** What is different in the second document, as it is said of two stored versions. */
function diffEditions(before: unknown, after: unknown) {
  const newer = resolved(after);
  const year = EditionShape.safeParse(newer).data?.programYear ?? "";
  return documentChanges(resolved(before), newer, year).map(({ effect, sentence }) => ({
    effect,
    text: sentence.text,
  }));
}

async function withTransaction<T>({ appUrl }: ApplicationDependencies, work: (tx: Tx) => Promise<T>): Promise<T> {
  const database = createDatabase(appUrl, { max: 1 });
  try {
    return await inTransaction(database.db, SYSTEM_ACTOR, work);
  } finally {
    await database.close();
  }
}

async function addUser(tx: Tx, command: Command, request: UserRequest): Promise<string[]> {
  const { organisation, done } = await organisationOf(tx, command, request.organisation);
  const scope = await scopeOf(tx, organisation, request);
  const person = await createPerson(tx, command, {
    organisationId: organisation.id,
    name: request.name,
    email: request.email,
    password: request.password,
    ...(request.locale === undefined ? {} : { locale: request.locale }),
  });
  for (const role of request.roles) await grantRole(tx, command, { personId: person.id, role, ...scope });
  const where = `${request.program ?? "all programs"}${organisation.kind === "partner" ? `, ${request.location ?? "all locations"}` : ""}`;
  return [
    ...done,
    `${person.name} of ${organisation.displayName} can sign in as ${person.email}.`,
    `Roles: ${request.roles.join(", ")} (${where}).`,
  ];
}

async function scopeOf(tx: Tx, { id, displayName }: Organisation, { program, location }: UserRequest) {
  const foundProgram = program === undefined ? undefined : await programByCode(tx, program);
  if (program !== undefined && !foundProgram)
    throw refused("unknown-program", `There is no program "${program}". Import one first: program import FILE`);
  const foundLocation =
    location === undefined
      ? undefined
      : await locationByNumber(tx, SYSTEM_ACTOR, { partnerId: id, partnerNumber: location });
  if (location !== undefined && !foundLocation)
    throw refused("unknown-location", `${displayName} has no location "${location}". Make it first: location create`);
  return { programId: foundProgram?.id ?? null, locationId: foundLocation?.id ?? null };
}

async function addLocation(tx: Tx, command: Command, request: LocationRequest): Promise<string[]> {
  const named = { ...request.organisation, country: request.organisation.country ?? request.country };
  const { organisation, done } = await organisationOf(tx, command, named);
  if (organisation.kind !== "partner")
    throw refused("not-a-partner", `${organisation.displayName} is the vendor; only partners have locations.`);
  const location = await createLocation(tx, command, {
    partnerId: organisation.id,
    partnerNumber: request.partnerNumber,
    name: request.name,
    country: request.country,
    isHeadquarters: request.isHeadquarters,
    ...(request.market === undefined ? {} : { market: request.market }),
  });
  return [...done, `Location ${location.partnerNumber} (${location.name}) of ${organisation.displayName} made.`];
}

/** The organisation of that name, made when it is missing and enough is said about it. */
async function organisationOf(
  tx: Tx,
  command: Command,
  { name, kind, legalName, country, taxResidence, timeZone }: NamedOrganisation,
): Promise<{ organisation: Organisation; done: string[] }> {
  const known = await organisationNamed(tx, name);
  if (known) {
    if (kind === undefined || kind === known.kind) return { organisation: known, done: [] };
    throw refused("other-kind", `${known.displayName} exists, and it is a ${known.kind}, not a ${kind}.`);
  }
  if (kind === undefined || country === undefined || timeZone === undefined) {
    throw refused(
      "unknown-organisation",
      `There is no organisation "${name}". Check the name; to make it, give --kind, --country and --time-zone.`,
    );
  }
  const organisation = await createOrganisation(tx, command, {
    kind,
    legalName: legalName ?? name,
    displayName: name,
    country,
    taxResidence: taxResidence ?? country,
    timeZone,
  });
  return { organisation, done: [`${organisation.displayName} made (${kind}).`] };
}

async function storeEdition(
  tx: Tx,
  command: Command,
  { document, publish }: { readonly document: unknown; readonly publish: boolean },
): Promise<string[]> {
  const before = await newestOfSameYear(tx, document);
  const stored = await importEdition(tx, command, document);
  const edition = publish ? await publishEdition(tx, command, stored.id) : stored;
  const same = before?.documentHash === edition.documentHash && before.status === edition.status;
  return [
    `${edition.programCode} ${edition.programYear} version ${edition.version} is ${same ? "already " : ""}${edition.status}.`,
    ...(same ? ["The document is the same; nothing was changed."] : []),
  ];
}

async function newestOfSameYear(tx: Tx, document: unknown): Promise<EditionHead | undefined> {
  const parsed = EditionShape.safeParse(resolved(document));
  const program = parsed.success ? await programByCode(tx, parsed.data.program) : undefined;
  return parsed.success && program ? newestVersion(tx, program.id, parsed.data.programYear) : undefined;
}

function refused(code: string, message: string): DomainError {
  return new DomainError({ code, kind: "invalid", message });
}

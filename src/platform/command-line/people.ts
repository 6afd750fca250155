import { PARTNER_ROLES, type Role, VENDOR_ROLES } from "../../kernel/index.ts";
import { exitCodes } from "../operator-error.ts";
import type { LoadProgram, NamedOrganisation } from "./application.ts";
import { askPassword } from "./ask-password.ts";
import { type Command, type CommandCall, type CommandOption, requiredValueOf, valueOf, valuesOf } from "./command.ts";
import { locationHelp, userHelp } from "./people-help.ts";
import { withDatabase } from "./with-database.ts";

const TEXT = /^(?=.*\S).{1,200}$/u;
const COUNTRY = /^[A-Z]{2}$/;
const ROLES: readonly Role[] = [...VENDOR_ROLES, ...PARTNER_ROLES];

const organisationOptions: readonly CommandOption[] = [
  { name: "organisation", value: "NAME", required: true, accepts: TEXT, help: "the name of the organisation" },
  {
    name: "kind",
    value: "KIND",
    accepts: /^(vendor|partner)$/,
    help: "vendor or partner; the organisation is made when there is none of that name",
  },
  { name: "legal-name", value: "NAME", accepts: TEXT, help: "of a new organisation; else its name" },
  {
    name: "tax-residence",
    value: "COUNTRY",
    accepts: COUNTRY,
    help: "of a new organisation, two capital letters; else its country",
  },
  { name: "time-zone", value: "ZONE", accepts: TEXT, help: "of a new organisation, as Europe/Berlin" },
];
const emailOption: CommandOption = {
  name: "email",
  value: "ADDRESS",
  required: true,
  accepts: TEXT,
  help: "what the person signs in with",
};
const country = (what: string, required: boolean): CommandOption => ({
  name: "country",
  value: "COUNTRY",
  required,
  accepts: COUNTRY,
  help: `${what}, two capital letters as US`,
});

const userOptions: readonly CommandOption[] = [
  emailOption,
  { name: "name", value: "NAME", required: true, accepts: TEXT, help: "the person's name, as others see it" },
  ...organisationOptions,
  country("of a new organisation", false),
  {
    name: "role",
    value: "ROLE",
    required: true,
    many: true,
    accepts: new RegExp(`^(${ROLES.join("|")})$`),
    help: `at the vendor ${VENDOR_ROLES.join(", ")}; at a partner ${PARTNER_ROLES.join(", ")}`,
  },
  { name: "program", value: "CODE", accepts: TEXT, help: "the program the roles are for; else all" },
  { name: "location", value: "PARTNERID", accepts: TEXT, help: "the partner's location they are for; else all" },
  { name: "locale", value: "LOCALE", accepts: /^[a-z]{2}(-[A-Z]{2})?$/, help: "a language, as de; else en-GB" },
];

const locationOptions: readonly CommandOption[] = [
  ...organisationOptions,
  {
    name: "partner-id",
    value: "PARTNERID",
    required: true,
    accepts: /^\S{1,40}$/,
    help: "1 to 40 characters without spaces, different for each location",
  },
  { name: "name", value: "NAME", required: true, accepts: TEXT, help: "the location's name, such as its town" },
  country("where it is", true),
  {
    name: "market",
    value: "MARKET",
    accepts: /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/,
    help: "whose holidays count, as US or DE-BY; else the country",
  },
  { name: "headquarters", help: "this is the partner's headquarters" },
];

/** `user create`: a person who can sign in, and the organisation where it is missing. */
export function userCommand(load: LoadProgram): Command {
  return {
    name: "user create",
    summary: "Makes a person who can sign in, and the organisation where it is missing",
    help: userHelp,
    options: userOptions,
    run: async (call) => {
      const request = {
        organisation: organisationOf(call),
        name: requiredValueOf(call, "name").trim(),
        email: requiredValueOf(call, "email"),
        locale: valueOf(call, "locale"),
        // Only these words were accepted.
        roles: [...new Set(valuesOf(call, "role"))] as Role[],
        program: valueOf(call, "program"),
        location: valueOf(call, "location"),
        password: await askPassword(),
      };
      const program = await load();
      const done = await withDatabase((dependencies) => program.createUser(dependencies, request));
      for (const line of done) call.say(line);
      return exitCodes.ok;
    },
  };
}

/** `location create`: a location of a partner, which roles, enrollments and funds are for. */
export function locationCommand(load: LoadProgram): Command {
  return {
    name: "location create",
    summary: "Makes a location of a partner, and the partner where it is missing",
    help: locationHelp,
    options: locationOptions,
    run: async (call) => {
      const request = {
        organisation: organisationOf(call),
        partnerNumber: requiredValueOf(call, "partner-id"),
        name: requiredValueOf(call, "name").trim(),
        country: requiredValueOf(call, "country"),
        market: valueOf(call, "market"),
        isHeadquarters: call.options["headquarters"] === true,
      };
      const program = await load();
      const done = await withDatabase((dependencies) => program.createLocation(dependencies, request));
      for (const line of done) call.say(line);
      return exitCodes.ok;
    },
  };
}

function organisationOf(call: CommandCall): NamedOrganisation {
  const kind = valueOf(call, "kind");
  return {
    name: requiredValueOf(call, "organisation").trim(),
    kind: kind === "vendor" || kind === "partner" ? kind : undefined,
    legalName: valueOf(call, "legal-name")?.trim(),
    country: valueOf(call, "country"),
    taxResidence: valueOf(call, "tax-residence"),
    timeZone: valueOf(call, "time-zone"),
  };
}

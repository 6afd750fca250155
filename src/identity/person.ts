import { z } from "zod";
import type { Role } from "../kernel/index.ts";

/** An organisation: the vendor, or one of its partners. */
export interface Organisation {
  readonly id: string;
  readonly kind: "vendor" | "partner";
  readonly legalName: string;
  readonly displayName: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly taxResidence: string;
  /** IANA name, such as Europe/Berlin. */
  readonly timeZone: string;
}

/** Where a location is. Free lines first, because addresses differ by country. */
export interface Address {
  readonly lines: readonly string[];
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly region: string | null;
}

/** A partner account at one place. */
export interface Location {
  readonly id: string;
  /** The organisation it belongs to. */
  readonly partnerId: string;
  /** The "PartnerID" people know it by; not an id of the program. */
  readonly partnerNumber: string;
  readonly name: string;
  readonly address: Address;
  readonly country: string;
  /** The market whose calendar counts its business days. */
  readonly market: string;
  readonly isHeadquarters: boolean;
  readonly version: number;
}

/** How the pages look: as the system says, light or dark. */
export type ColourScheme = "auto" | "light" | "dark";

/** A person who can sign in. */
export interface Person {
  readonly id: string;
  readonly organisationId: string;
  readonly side: "vendor" | "partner";
  /** The partner organisation; null for people of the vendor. */
  readonly partnerId: string | null;
  readonly name: string;
  readonly email: string;
  readonly state: "active" | "suspended";
  /** BCP 47: en-GB, de. */
  readonly locale: string;
}

/** A role of a person with its time. */
export interface HeldRole {
  readonly id: string;
  readonly personId: string;
  readonly partnerId: string | null;
  readonly role: Role;
  readonly programId: string | null;
  readonly locationId: string | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

/** An e-mail in the one form it is kept and compared in. */
export function emailKey(text: string): string {
  return text.trim().toLowerCase();
}

/** True for a time zone the calendar knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** True for what can be an e-mail address. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && z.email().safeParse(text).success;
}

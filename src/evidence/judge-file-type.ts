import { DomainError } from "../kernel/index.ts";
import {
  acceptedLabels,
  acceptedType,
  declaredType,
  FILE_TYPES,
  type FileType,
  knownExtension,
  labelOf,
} from "./file-types.ts";

/** What a sender says about a file, and what its content says. */
export interface FileClaims {
  /** The name, already safe to show. */
  readonly name: string;
  /** The declared Content-Type; empty when there was none. */
  readonly declared: string;
  /** The media type found in the content. */
  readonly found: string;
}

/** What the file is kept as. */
export interface AcceptedFile {
  readonly name: string;
  readonly mediaType: string;
}

/** A table may be saved as plain text and the other way round: nobody can tell by the content, so the name decides. */
const LOOK_ALIKE: ReadonlySet<string> = new Set(["text/csv", "text/plain"]);
/** Whatever is text may honestly be called plain text. */
const IS_TEXT: ReadonlySet<string> = new Set(["text/csv", "text/plain", "message/rfc822", "application/xml"]);

/**
 * Decides by content whether a file is accepted, and whether its name and declared type tell the truth about it.
 * Refuses with `file-type-mismatch` what pretends to be an accepted kind and is another, and with
 * `file-type-not-allowed` what is openly of a kind that is not accepted (rulebook 9.29). A name without a telling ending
 * gets the right one, so that it opens on the reader's machine.
 */
export function judgeFileType(claims: FileClaims): AcceptedFile {
  const extension = knownExtension(claims.name);
  const declared = declaredType(claims.declared);
  const type = resolveLookAlike(claims.found, extension, declared);
  const claimedByName = FILE_TYPES.find(
    (candidate) => extension !== undefined && candidate.extensions.includes(extension),
  );
  if (!type) {
    throw claimedByName ? mismatch(`Its name says ${claimedByName.label}`, claims) : notAllowed(claims);
  }
  if (extension !== undefined && !type.extensions.includes(extension)) {
    throw mismatch(`Its name says ${claimedByName?.label ?? `.${extension}`}`, claims);
  }
  if (declared !== undefined && declared !== type.mediaType && !type.aliases.includes(declared)) {
    throw mismatch(`It was sent as ${labelOf(declared)}`, claims);
  }
  return {
    name: extension === undefined ? `${claims.name}.${type.extensions[0]}` : claims.name,
    mediaType: type.mediaType,
  };
}

function resolveLookAlike(
  found: string,
  extension: string | undefined,
  declared: string | undefined,
): FileType | undefined {
  const meant = FILE_TYPES.find((type) =>
    extension === undefined ? type.mediaType === declared : type.extensions.includes(extension),
  );
  const plain = meant?.mediaType === "text/plain" && IS_TEXT.has(found) && extension !== undefined;
  const alike = meant !== undefined && LOOK_ALIKE.has(meant.mediaType) && LOOK_ALIKE.has(found);
  return plain || alike ? meant : acceptedType(found);
}

function mismatch(says: string, claims: FileClaims): DomainError {
  const content = labelOf(claims.found);
  return new DomainError({
    code: "file-type-mismatch",
    kind: "invalid",
    message: `"${claims.name}" is not what it seems. ${says}, but its content is ${content}. Save it as what it is, and upload that.`,
    details: { found: claims.found, declared: claims.declared },
    errors: [{ field: "file", code: "file-type-mismatch", message: `${says}; the content is ${content}.` }],
  });
}

function notAllowed(claims: FileClaims): DomainError {
  const content = labelOf(claims.found);
  return new DomainError({
    code: "file-type-not-allowed",
    kind: "invalid",
    message: `"${claims.name}" (${content}) is not accepted. Accepted are: ${acceptedLabels()}.`,
    details: { found: claims.found },
    errors: [{ field: "file", code: "file-type-not-allowed", message: `The content is ${content}.` }],
  });
}

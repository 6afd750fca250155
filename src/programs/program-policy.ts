import { holds, scopesOf } from "../identity/index.ts";
import {
  type Ability,
  type Actor,
  ALLOWED,
  all,
  canStep,
  denied,
  type Permission,
  type Sentence,
  sentence,
} from "../kernel/index.ts";
import type { EditionRecord } from "./edition-record.ts";
import { EDITION_LIFECYCLE, type EditionVerb, WRITABLE } from "./edition-transitions.ts";

/** Who may write editions of a program: its program managers (rulebook 2.3), and the program itself when it seeds. */
export function mayMaintain(actor: Actor, programId?: string): Permission {
  return holds(actor, "program.maintain", programId === undefined ? {} : { programId })
    ? ALLOWED
    : denied("not-program-manager", sentence("Only a program manager of this program may change its rules."));
}

/** Who may begin a program of his own: a program manager of all programs, because that of one alone could not go on with it. */
export function mayStartProgram(actor: Actor): Permission {
  const scopes = scopesOf(actor, "program.maintain");
  if (scopes === "all" || scopes.some(({ programId }) => programId === null)) return ALLOWED;
  return denied(
    "not-program-manager",
    scopes.length === 0
      ? sentence("Only a program manager may begin a program. A vendor administrator can grant that role.")
      : sentence("You manage single programs. Only a program manager of all programs may begin another one."),
  );
}

/** Publishing takes two people where the vendor has turned that on: who asked for it does not approve it himself. */
export function mayPublish(actor: Actor, edition: Pick<EditionRecord, "programId" | "status" | "request">): Permission {
  const second =
    edition.status === "publication_requested" && edition.request?.by === actor.personId
      ? denied("same-person", sentence("You asked for this publication. Another program manager must approve it."))
      : ALLOWED;
  return all(mayMaintain(actor, edition.programId), second);
}

/** Who may read what happened to an edition before it was published: the vendor's people with the right to see history. */
export function maySeeEditionHistory(actor: Actor): Permission {
  return actor.side !== "partner" && holds(actor, "history.view")
    ? ALLOWED
    : denied(
        "role-missing",
        sentence("The history of an edition is for the vendor's program managers, reviewers and auditors."),
      );
}

/** Who may see how the vendor works: everybody at the vendor. */
export function maySeeSettings(actor: Actor): Permission {
  return actor.side !== "partner"
    ? ALLOWED
    : denied("role-missing", sentence("Settings of the vendor are for its own people."));
}

/** Who may turn two-person publication on and off: the vendor's administrators. */
export function mayChangeSettings(actor: Actor): Permission {
  return holds(actor, "setting.manage")
    ? ALLOWED
    : denied("role-missing", sentence("Only a vendor administrator changes this setting."));
}

/** What the actor may do with an edition now, and why not: policy first, then the transition table. */
export function editionAbilities(actor: Actor, edition: EditionRecord): Record<string, Ability> {
  const maintain = mayMaintain(actor, edition.programId);
  const inStatus = (...verbs: EditionVerb[]): Permission =>
    verbs.some((verb) => canStep(EDITION_LIFECYCLE, edition.status, verb)) ? ALLOWED : notWhile(edition);
  const writable = WRITABLE.includes(edition.status) ? ALLOWED : notWhile(edition);
  return {
    change: all(maintain, writable),
    validate: all(maintain, inStatus("validate")),
    publish: all(mayPublish(actor, edition), inStatus("validate", "publish")),
    withdrawRequest: all(maintain, inStatus("withdrawRequest")),
    delete: all(maintain, writable),
    copy: maintain,
    dryRun: maintain,
  };
}

function notWhile({ status }: Pick<EditionRecord, "status">): Permission {
  return denied("wrong-status", REMEDIES[status]);
}

const PUBLISHED = sentence(
  "A published version never changes. Copy it as a draft, change that, and publish it as the next version.",
);
const NOT_ASKED = sentence("Nobody has asked for the publication of this draft.");

/** What to do instead, in each status. */
export const REMEDIES: Readonly<Record<EditionRecord["status"], Sentence>> = {
  draft: NOT_ASKED,
  validated: NOT_ASKED,
  publication_requested: sentence(
    "Somebody has asked for publication. Take that back first, then the draft can be changed.",
  ),
  published: PUBLISHED,
  superseded: PUBLISHED,
};

import { idText } from "../kernel/index.ts";
import { oneLine } from "./announcements.ts";
import { ID_OF, type SubjectBrief } from "./subject-brief.ts";

/** What a mail says. */
export interface MailFacts {
  readonly title: string;
  readonly advice: string;
  readonly subject: Pick<SubjectBrief, "kind" | "id">;
  readonly programName: string;
  readonly locationName: string;
  /** Named to the vendor's people, who work for many partners. */
  readonly partnerName: string | null;
  /** Origin without a slash at the end. */
  readonly baseUrl: string;
}

/** The text of a mail: what happened, about which claim or plan, what to do, and where. */
export function mailText(facts: MailFacts): string {
  const { kind } = facts.subject;
  const named = kind.replaceAll("-", " ");
  const about = [
    ["Program", facts.programName],
    ...(facts.locationName === "" ? [] : [["Location", facts.locationName]]),
    ...(facts.partnerName === null || facts.partnerName === "" ? [] : [["Partner", facts.partnerName]]),
  ];
  return [
    facts.title,
    "",
    ...about.map(([label, value]) => `${label}: ${oneLine(value ?? "")}`),
    "",
    facts.advice,
    "",
    `${facts.baseUrl}/${kind}s/${idText(ID_OF[kind], facts.subject.id)}`,
    "",
    "-- ",
    kind === "edition"
      ? "Fundproof sends this to people who take part in the program or look after it. Answers to this address are not read."
      : `Fundproof sends this to people who work on the ${named}. Answers to this address are not read: answer on the ${named} page.`,
    "",
  ].join("\n");
}

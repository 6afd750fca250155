import { type Finding, sentence } from "../../kernel/index.ts";
import { spanStart, spanText } from "../span.ts";
import { dayOf, finding, isBlank } from "./case.ts";
import { holidaysOf } from "./judge-claim-deadline.ts";
import type { RequestCase } from "./request.ts";

/** The days of a request: there, in order, in one period, and far enough ahead (peer rules D11, D16, D19, D21). */
export function judgeRequestDates(r: RequestCase): Finding[] {
  return [...missing(r), ...inPeriod(r), ...leadTime(r), ...changed(r), ...refused(r)];
}

function missing({ c, request }: RequestCase): Finding[] {
  const [from, to] = [dayOf(request.startsOn), dayOf(request.endsOn)];
  if (from !== undefined && to !== undefined && from <= to) return [];
  return [
    finding(c, {
      rule: "request.dates",
      severity: "blocks",
      field: from === undefined ? "startsOn" : "endsOn",
      found: `${request.startsOn ?? "nothing"} to ${request.endsOn ?? "nothing"}`,
      allowed: "a first and a last day",
      at: "requests",
      remedy: sentence("Enter the first and the last day of the work, in this order."),
    }),
  ];
}

function inPeriod({ c, request }: RequestCase): Finding[] {
  const [from, to] = [dayOf(request.startsOn), dayOf(request.endsOn)];
  if (from === undefined || to === undefined) return [];
  const begins = c.document.windows.filter(({ usagePeriod }) => usagePeriod.from <= from && from <= usagePeriod.to);
  if (begins.length === 0) {
    return [
      finding(c, {
        rule: "request.outside-year",
        severity: "blocks",
        field: "startsOn",
        found: from,
        allowed: c.document.windows.map(({ usagePeriod }) => `${usagePeriod.from} to ${usagePeriod.to}`).join(", "),
        at: "windows",
        remedy: sentence("Plan work of this program year; work of another year is asked for in its own."),
      }),
    ];
  }
  if (c.document.requests?.inOnePeriod !== true || begins.some(({ usagePeriod }) => to <= usagePeriod.to)) return [];
  const [first] = begins;
  return [
    finding(c, {
      rule: "request.over-period",
      severity: "blocks",
      field: "endsOn",
      found: to,
      allowed: `up to ${first?.usagePeriod.to ?? ""}`,
      at: "requests.inOnePeriod",
      remedy: sentence("The work must end in the period in which it begins; ask for the rest in the next one."),
    }),
  ];
}

function leadTime({ c, request, facts }: RequestCase): Finding[] {
  const rule = c.document.requests?.leadTime;
  const from = dayOf(request.startsOn);
  if (!rule || from === undefined) return [];
  if (request.isReturned && rule.againAfterReturn === false) return [];
  const handedIn = request.isReturned ? facts.today : (dayOf(facts.requestedOn) ?? facts.today);
  const last = spanStart(from, rule.least, holidaysOf(c));
  if (handedIn <= last) return [];
  const isExcused = rule.late === "reason" && !isBlank(request.reason);
  if (isExcused) return [];
  const needsReason = rule.late === "reason";
  return [
    finding(c, {
      rule: needsReason ? "lead-time.reason-missing" : "lead-time.short",
      severity: rule.late === "warned" ? "warns" : "blocks",
      field: needsReason ? "reason" : "startsOn",
      found: needsReason ? "nothing" : `${handedIn} for ${from}`,
      allowed: needsReason ? "why it is late" : `${spanText(rule.least)} before, by ${last}`,
      at: "requests.leadTime",
      remedy: needsReason
        ? sentence("For work from {from} on, the request was due by {last}; say why it is late.", { from, last })
        : sentence("For work from {from} on, the request was due by {last}; choose a later day for the work.", {
            from,
            last,
          }),
    }),
  ];
}

/** Other work is other work: what was agreed to does not cover it (peer rule D12). */
function changed({ c, request }: RequestCase): Finding[] {
  const rule = c.document.requests?.newWhenChanged ?? [];
  const found = request.changes.filter((change) => rule.includes(change));
  if (found.length === 0) return [];
  return [
    finding(c, {
      rule: "request.changed",
      severity: "blocks",
      field: "changes",
      found: found.join(", "),
      allowed: "as it was agreed",
      at: "requests.newWhenChanged",
      remedy: sentence("What was agreed to is for other work; make a new request before the work is done."),
    }),
  ];
}

/** After a refusal that is final, the same request cannot come back (peer rule S07). */
function refused({ c, facts }: RequestCase): Finding[] {
  const rule = c.document.requests?.afterRefusal;
  if (!rule || !facts.refused || rule[facts.refused] === "may-resubmit") return [];
  return [
    finding(c, {
      rule: "request.refused",
      severity: "blocks",
      field: "status",
      found: facts.refused,
      allowed: "a new request",
      at: `requests.afterRefusal.${facts.refused}`,
      remedy: sentence("This request was refused for good; make a new one for other work."),
    }),
  ];
}

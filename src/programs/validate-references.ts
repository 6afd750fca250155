import { type Fault, unknownCodes, warning } from "./edition-fault.ts";
import type { EditionDocument } from "./edition-schema.ts";

/** Codes that parts of the document name must stand in the lists they are of; those of activity types: validate-activities. */
export function validateReferences(document: EditionDocument): readonly Fault[] {
  const { activityTypes, fundTypes, reasonCodes, partnerTypes, claims, rateGroups } = document;
  const types = (field: string, codes: readonly string[] | undefined) =>
    unknownCodes(field, codes, activityTypes, "activityTypes");
  const reasons = (field: string, code: string | undefined) =>
    unknownCodes(field, code === undefined ? [] : [code], reasonCodes, "reasonCodes");
  return [
    ...(document.costShare ?? []).flatMap((share, i) => [
      ...types(`costShare[${i}].activityTypes`, share.activityTypes),
      ...unknownCodes(`costShare[${i}].fundTypes`, share.fundTypes, fundTypes, "fundTypes"),
    ]),
    ...(document.conditions ?? []).flatMap((condition, i) => [
      ...types(`conditions[${i}].activityTypes`, condition.activityTypes),
      ...reasons(`conditions[${i}].reasonCode`, condition.reasonCode),
    ]),
    ...(claims?.fields ?? []).flatMap((field, i) => types(`claims.fields[${i}].activityTypes`, field.activityTypes)),
    ...(claims?.counts ?? []).flatMap((count, i) => types(`claims.counts[${i}].activityTypes`, count.activityTypes)),
    ...(document.standing ?? []).flatMap((flag, i) => reasons(`standing[${i}].reasonCode`, flag.reasonCode)),
    ...(document.funding?.thresholds ?? []).flatMap((threshold, i) =>
      unknownCodes(`funding.thresholds[${i}].partnerTypes`, threshold.partnerTypes, partnerTypes, "partnerTypes"),
    ),
    ...(document.engagements ?? []).flatMap((engagement, i) =>
      engagement.rates.flatMap((rate, r) =>
        unknownCodes(`engagements[${i}].rates[${r}].rateGroup`, [rate.rateGroup], rateGroups, "rateGroups"),
      ),
    ),
    ...exception(document),
    ...shareReason(document),
  ];
}

/** The document that lifts a time limit must be one that a partner can add somewhere. */
function exception({ claims, activityTypes }: EditionDocument): Fault[] {
  const general = claims?.dueAfterActivity?.exception;
  const addable = (types: EditionDocument["activityTypes"]) =>
    types.flatMap((type) =>
      type.evidence.flatMap((slot) => [slot.code, ...slot.alternatives].map((code) => ({ code }))),
    );
  return [
    ...unknownCodes(
      "claims.dueAfterActivity.exception",
      general === undefined ? [] : [general],
      addable(activityTypes),
      "the evidence of some activity type",
    ),
    ...activityTypes.flatMap((type, t) => {
      const own = type.dueAfterActivity?.exception;
      return unknownCodes(
        `activityTypes[${t}].dueAfterActivity.exception`,
        own === undefined ? [] : [own],
        addable([type]),
        "the evidence of the type",
      );
    }),
  ];
}

/** A line that is lowered to the vendor's part carries the reason "cost-share", which people should be able to read. */
function shareReason({ costShare, reasonCodes }: EditionDocument): Fault[] {
  if (!costShare || reasonCodes.some(({ code }) => code === "cost-share")) return [];
  return [
    warning(
      "share.no-reason",
      "reasonCodes",
      "no cost-share",
      "a reason with the code cost-share",
      'Add a reason "cost-share" that may be used for a cut, so that partners read why a line is lower.',
    ),
  ];
}

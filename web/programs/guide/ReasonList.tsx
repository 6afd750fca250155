import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ProgramGuide } from "../../api/types.ts";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { PlainTable } from "../../ui/PlainTable.tsx";
import classes from "./Guide.module.css";

type Reason = ProgramGuide["reasons"][number];
type Use = "action" | "cut" | "reject";

/** What the reasons of a reviewer mean, and what to do about each. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useLingui();
  const [use, setUse] = useState<Use | "">("");
  const uses: Record<Use, string> = { action: t`Sent back`, cut: t`Cut`, reject: t`Rejected` };
  const shown = reasons.filter(({ usedFor }) => use === "" || usedFor.includes(use));
  return (
    <>
      <div className={`${classes.filters} fp-no-print`}>
        <FilterChips
          label={t`When the reason is given`}
          options={[
            { value: "", label: t`All` },
            ...(Object.keys(uses) as Use[]).map((value) => ({ value, label: uses[value] })),
          ]}
          value={use}
          onChange={(value) => setUse(value as Use | "")}
        />
      </div>
      <PlainTable
        label={t`Reasons`}
        rows={shown}
        rowKey={({ code }) => code}
        columns={[
          { head: t`The reviewer says`, cell: ({ label }) => label },
          {
            head: t`When`,
            cell: ({ usedFor }) => usedFor.flatMap((each) => (each === "adjust" ? [] : [uses[each]])).join(", "),
          },
          { head: t`What you can do`, cell: ({ whatToDo }) => whatToDo },
        ]}
      />
    </>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox, Group, Select, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { EditionPreview, PreviewBody } from "../api/schema.gen.d.ts";
import { MoneyInput } from "../ui/MoneyInput.tsx";
import { DayInput } from "./DayInput.tsx";
import { ExampleOutcome } from "./ExampleOutcome.tsx";

type Rules = NonNullable<EditionPreview["rules"]>;
type Example = NonNullable<PreviewBody["example"]>;

interface ExamplePanelProps {
  preview: EditionPreview | undefined;
  example: Example | undefined;
  onChange: (example: Example) => void;
}

/** A made-up claim that the text judges at every pause of typing: what a partner would be told, and what would be paid. */
export function ExamplePanel({ preview, example, onChange }: ExamplePanelProps) {
  const { t } = useLingui();
  const rules = preview?.rules ?? undefined;
  // An example that nobody wrote an amount into claims what the rules allow of its cost, such as the vendor's half.
  const fresh = useRef(example === undefined);
  useEffect(() => {
    if (!example && rules) onChange(firstExample(rules));
  }, [example, rules, onChange]);
  const judged = preview?.example;
  useEffect(() => {
    if (!fresh.current || !example || !judged) return;
    const { claimed, claimable } = judged;
    if (claimed.currency !== example.amount.currency || Number(claimed.amount) !== Number(example.amount.amount))
      return;
    if (Number(claimable.amount) > 0 && Number(claimable.amount) < Number(claimed.amount)) {
      fresh.current = false;
      onChange({ ...example, amount: claimable });
    }
  }, [example, judged, onChange]);
  if (!rules || !example) {
    return (
      <Text c="dimmed">
        <Trans>An example can be tried as soon as the edition is whole.</Trans>
      </Text>
    );
  }
  const change = (part: Partial<Example>): void => onChange({ ...example, ...part });
  const type = rules.activityTypes.find(({ code }) => code === example.activityType);
  const { currency } = example.amount;
  const money = (amount: string) => ({ amount: amount === "" ? "0" : amount, currency });
  return (
    <Stack gap="sm">
      {judged && <ExampleOutcome judged={judged} />}
      <Select
        label={t`Activity`}
        searchable
        data={rules.activityTypes.map(({ code, name }) => ({ value: code, label: name }))}
        value={example.activityType}
        allowDeselect={false}
        onChange={(code) => {
          if (!code) return;
          fresh.current = true;
          onChange({ ...example, ...ofType(rules, code), amount: example.invoiced ?? example.amount });
        }}
      />
      <Group grow>
        <MoneyInput
          label={t`Cost on the invoice`}
          currency={currency}
          value={(example.invoiced ?? example.amount).amount}
          onChange={(amount) => change({ invoiced: money(amount) })}
        />
        <MoneyInput
          label={t`Claimed`}
          currency={currency}
          value={example.amount.amount}
          onChange={(amount) => {
            fresh.current = false;
            change({ amount: money(amount) });
          }}
        />
      </Group>
      <MoneyInput
        label={t`Left in the fund`}
        currency={currency}
        value={example.available.amount}
        onChange={(amount) => change({ available: money(amount) })}
      />
      <Group grow>
        <DayInput
          label={t`Work done on`}
          value={example.executionDate}
          onDay={(executionDate) => change({ executionDate })}
        />
        <DayInput label={t`Claimed on`} value={example.today} onDay={(today) => change({ today })} />
      </Group>
      <Group grow>
        <Select
          label={t`Period`}
          data={rules.windows.map(({ usagePeriod }) => usagePeriod.code)}
          value={example.usagePeriod}
          allowDeselect={false}
          onChange={(code) => code && change({ usagePeriod: code })}
        />
        <Select
          label={t`Kind of cost`}
          data={(type?.expenseTypes ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          value={example.expenseType}
          allowDeselect={false}
          onChange={(code) => code && change({ expenseType: code })}
        />
      </Group>
      {type && type.evidence.length > 0 && (
        <Checkbox.Group
          label={t`Proof that is there`}
          value={example.evidence}
          onChange={(evidence) => change({ evidence })}
        >
          <Stack gap={10} mt={6}>
            {type.evidence.map(({ code, name }) => (
              <Checkbox key={code} value={code} label={name} size="sm" />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </Stack>
  );
}

/** A claim with everything there, to begin with. */
function firstExample(rules: Rules): Example {
  const window = rules.windows[0];
  const currency = rules.currencies[0] ?? "USD";
  return {
    ...ofType(rules, rules.activityTypes[0]?.code ?? ""),
    usagePeriod: window?.usagePeriod.code ?? "",
    executionDate: window?.claimWindow.from ?? "",
    today: window?.claimWindow.from ?? "",
    amount: { amount: "1000", currency },
    invoiced: { amount: "1000", currency },
    available: { amount: "5000", currency },
  };
}

/** All that is asked for an activity, as if it were there. */
function ofType(rules: Rules, code: string): Pick<Example, "activityType" | "expenseType" | "evidence" | "metrics"> {
  const type = rules.activityTypes.find((each) => each.code === code);
  return {
    activityType: code,
    expenseType: type?.expenseTypes[0]?.code ?? "",
    evidence: type?.evidence.map((slot) => slot.code) ?? [],
    metrics: type?.metrics.map((metric) => metric.code) ?? [],
  };
}

import { Trans, useLingui } from "@lingui/react/macro";
import { Radio } from "@mantine/core";
import type { Fund } from "../api/types.ts";
import { DateText } from "../ui/DateText.tsx";
import { FundBar } from "../ui/FundBar.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import classes from "./FundPicker.module.css";

interface FundPickerProps {
  funds: readonly Fund[];
  value: string;
  onChange: (id: string) => void;
}

/** Funds to choose from, each with what is left and until when. */
export function FundPicker({ funds, value, onChange }: FundPickerProps) {
  const { t } = useLingui();
  return (
    <Radio.Group value={value} onChange={onChange} aria-label={t`Fund`} className={classes.list ?? ""}>
      {funds.map((fund) => (
        <Radio.Card
          key={fund.id}
          value={fund.id}
          className={classes.card ?? ""}
          aria-label={`${fund.location.name}, ${fund.program}, ${fund.usagePeriod}`}
        >
          <Radio.Indicator />
          <div className={classes.words}>
            <div className={classes.head}>
              <strong>{fund.location.name}</strong>
              <MoneyText value={fund.remaining} strong />
            </div>
            <div className={classes.sub}>
              <Trans>
                {fund.programName} · for work done in {fund.usagePeriod} · claim until{" "}
                <DateText day={fund.expiresOn} deadline />
              </Trans>
            </div>
            <FundBar fund={fund} legend={false} />
          </div>
        </Radio.Card>
      ))}
    </Radio.Group>
  );
}

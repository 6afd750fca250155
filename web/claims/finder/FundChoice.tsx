import { Trans, useLingui } from "@lingui/react/macro";
import { Radio, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { ClaimOption } from "../../api/types.ts";
import { FundTime } from "../../funds/FundTime.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import classes from "./Finder.module.css";

/** More funds than this are searched. */
const FEW = 6;

interface FundChoiceProps {
  options: readonly ClaimOption[];
  value: string;
  onChange: (id: string) => void;
}

/** The funds to look at, those that end first on top. */
export function FundChoice({ options, value, onChange }: FundChoiceProps) {
  const { t } = useLingui();
  const [words, setWords] = useState("");
  const shown = options.filter(({ fund }) =>
    `${fund.location.name} ${fund.programName} ${fund.usagePeriod} ${fund.currency}`
      .toLocaleLowerCase()
      .includes(words.toLocaleLowerCase().trim()),
  );
  return (
    <>
      {options.length > FEW && (
        <TextInput
          aria-label={t`Search funds`}
          placeholder={t`Search funds`}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <Radio.Group value={value} onChange={onChange} aria-label={t`Fund`} className={classes.choice ?? ""}>
        {shown.map(({ fund }) => (
          <Radio.Card
            key={fund.id}
            value={fund.id}
            className={classes.fund ?? ""}
            aria-label={`${fund.location.name}, ${fund.programName}, ${fund.usagePeriod}`}
          >
            <span className={classes.fundHead}>
              <strong>{fund.location.name}</strong>
              <MoneyText value={fund.remaining} strong />
            </span>
            <span className={classes.sub}>
              {fund.programName} · {fund.usagePeriod}
            </span>
            <span className={classes.sub}>
              <FundTime fund={fund} />
            </span>
          </Radio.Card>
        ))}
      </Radio.Group>
      {shown.length === 0 && (
        <output>
          <Trans>No fund of this name.</Trans>
        </output>
      )}
    </>
  );
}

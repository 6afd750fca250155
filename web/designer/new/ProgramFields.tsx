import { useLingui } from "@lingui/react/macro";
import { Select, TextInput } from "@mantine/core";
import { CURRENCIES } from "../../../src/money/currency.ts";
import type { ProgramTemplates } from "../../api/schema.gen.d.ts";
import { dayInWords } from "../../i18n/format.ts";
import classes from "./NewProgram.module.css";
import type { YearChoice } from "./program-years.ts";

/** What a program is called and when it begins. */
interface Fields {
  name: string;
  code: string;
  programYear: string;
  currency: string;
}

interface ProgramFieldsProps {
  values: Fields;
  template: ProgramTemplates["items"][number] | undefined;
  years: readonly YearChoice[];
  refused: ReadonlyMap<string, string>;
  onChange: (change: Partial<Fields>) => void;
}

/** Name, code, program year and currency of a new program. */
export function ProgramFields({ values, template, years, refused, onChange }: ProgramFieldsProps) {
  const { t, i18n } = useLingui();
  const names = new Intl.DisplayNames([i18n.locale], { type: "currency", fallback: "none" });
  const labelOf = (currency: string): string => {
    const name = names.of(currency);
    return name === undefined ? currency : `${currency} · ${name}`;
  };
  return (
    <div className={classes.two}>
      <TextInput
        label={t`Name of the program`}
        description={t`As partners read it, such as “Event sponsoring”`}
        required
        withAsterisk={false}
        maxLength={200}
        value={values.name}
        error={refused.get("name")}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t`Code`}
        description={t`Short, in small letters with hyphens; it stands in files and addresses and stays as it is`}
        required
        withAsterisk={false}
        maxLength={80}
        value={values.code}
        error={refused.get("code")}
        onChange={(event) => onChange({ code: event.currentTarget.value })}
      />
      <Select
        label={t`Program year`}
        description={t`All dates of the template are moved into it`}
        data={years.map(({ code: year, from, to }) => ({
          value: year,
          label: t`${year}: ${dayInWords(from)} to ${dayInWords(to)}`,
        }))}
        value={values.programYear || (years[0]?.code ?? null)}
        allowDeselect={false}
        error={refused.get("programYear")}
        onChange={(programYear) => onChange({ programYear: programYear ?? "" })}
      />
      <Select
        label={t`Currency`}
        description={t`In it partners claim and are paid. Amounts keep their number, nothing is converted: 500 stays 500`}
        searchable
        data={[
          {
            value: "",
            label: template ? t`As in the template (${template.currencies.join(", ")})` : t`As in what you begin with`,
          },
          ...CURRENCIES.map((currency) => ({ value: currency, label: labelOf(currency) })),
        ]}
        value={values.currency}
        allowDeselect={false}
        error={refused.get("currency")}
        onChange={(currency) => onChange({ currency: currency ?? "" })}
      />
    </div>
  );
}

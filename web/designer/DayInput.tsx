import { TextInput, type TextInputProps } from "@mantine/core";
import { dayInWords } from "../i18n/format.ts";

interface DayInputProps extends Omit<TextInputProps, "type" | "value" | "onChange" | "description"> {
  value: string;
  description?: string | undefined;
  onDay: (day: string) => void;
}

/**
 * A field for a day. Browsers write the day in it as they like; below it stands the day as everywhere else on the page. While a
 * day is typed it is none for a moment, and the one before stays.
 */
export function DayInput({ value, description, onDay, ...input }: DayInputProps) {
  const inWords = /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value) : undefined;
  return (
    <TextInput
      {...input}
      type="date"
      value={value}
      description={[description, inWords].filter((each) => each !== undefined).join(" · ")}
      inputWrapperOrder={["label", "input", "description", "error"]}
      onChange={(event) => event.currentTarget.value !== "" && onDay(event.currentTarget.value)}
    />
  );
}

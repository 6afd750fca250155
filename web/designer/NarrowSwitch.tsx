import { useLingui } from "@lingui/react/macro";
import { SegmentedControl } from "@mantine/core";
import classes from "./Designer.module.css";

/** What a narrow screen shows: what is written, or what is said about it. */
export type NarrowSide = "write" | "look";

interface NarrowSwitchProps {
  shown: NarrowSide;
  /** How much keeps the edition from being published. */
  blocking: number;
  onShow: (side: NarrowSide) => void;
}

/** On a narrow screen, the way between the form and its checks; nothing where both have room. */
export function NarrowSwitch({ shown, blocking, onShow }: NarrowSwitchProps) {
  const { t } = useLingui();
  return (
    <SegmentedControl
      className={classes.switch ?? ""}
      fullWidth
      mb="md"
      aria-label={t`What is shown`}
      data={[
        { value: "write", label: t`Write` },
        { value: "look", label: blocking > 0 ? t`Check and try (${blocking})` : t`Check and try` },
      ]}
      value={shown}
      onChange={(next) => onShow(next === "look" ? "look" : "write")}
    />
  );
}

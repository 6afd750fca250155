import { Button, type ButtonProps, Tooltip, VisuallyHidden } from "@mantine/core";
import { type MouseEvent, type ReactNode, useId } from "react";
import type { Ability } from "../../src/kernel/permission.ts";
import { inWords } from "../i18n/server-words.ts";

interface ExplainedButtonProps extends ButtonProps {
  /** What the policy says. Unknown means allowed: the server has the last word anyway. */
  ability: Ability | undefined;
  onClick: (event: MouseEvent<HTMLButtonElement>) => void;
  children: ReactNode;
  type?: "button" | "submit";
}

/**
 * A button that, when it may not be used, stays reachable and says why: on hover, on focus and to a screen reader, in the
 * policy's own words.
 */
export function ExplainedButton({ ability, onClick, children, type = "button", ...rest }: ExplainedButtonProps) {
  const id = useId();
  if (!ability || ability.allowed) {
    return (
      <Button {...rest} type={type} onClick={onClick}>
        {children}
      </Button>
    );
  }
  const why = inWords(ability.words, ability.message ?? ability.reason ?? "");
  return (
    <>
      <Tooltip label={why}>
        <Button
          {...rest}
          type="button"
          data-disabled
          aria-disabled
          aria-describedby={id}
          onClick={(event) => event.preventDefault()}
        >
          {children}
        </Button>
      </Tooltip>
      <VisuallyHidden id={id}>{why}</VisuallyHidden>
    </>
  );
}

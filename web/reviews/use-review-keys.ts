import { useHotkeys } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { focusFirstAmount } from "./line-keys.ts";
import { useShortcuts } from "./use-shortcuts.ts";

/** The window that is open over the desk. */
export type OpenDialog = "approve" | "request" | "reject" | "help" | undefined;

interface ReviewKeysOptions {
  next: string | null;
  onStep: (by: number) => void;
}

/** Everything by keyboard: decisions, documents, the next review. Which window is open is kept here too. */
export function useReviewKeys({ next, onStep }: ReviewKeysOptions) {
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<OpenDialog>();
  const [on, setOn] = useShortcuts();
  const goNext = (): void =>
    void (next ? navigate({ to: "/reviews/$id", params: { id: next } }) : navigate({ to: "/reviews" }));
  const free = on && dialog === undefined;
  useHotkeys(
    free
      ? [
          ["a", () => setDialog("approve")],
          ["i", () => setDialog("request")],
          ["r", () => setDialog("reject")],
          ["n", goNext],
          ["l", focusFirstAmount],
          ["]", () => onStep(1)],
          ["[", () => onStep(-1)],
          ["shift+?", () => setDialog("help")],
          ["?", () => setDialog("help")],
        ]
      : [],
  );
  return { dialog, setDialog, on, setOn, goNext };
}

export type ReviewKeys = ReturnType<typeof useReviewKeys>;

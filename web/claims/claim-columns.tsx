import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ClaimRow, Side } from "../api/types.ts";
import { useProgramNames } from "../programs/use-program-names.ts";
import type { Column } from "../ui/DataTable.tsx";
import { DateText } from "../ui/DateText.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import classes from "./Claims.module.css";

/** The columns of a list of claims, for the side that reads. */
export function useClaimColumns(reader: Side): Column<ClaimRow>[] {
  const { t } = useLingui();
  const nameOf = useProgramNames();
  return [
    {
      key: "name",
      head: t`Claim`,
      width: "32%",
      sort: "number",
      cell: (claim) => (
        <div className={classes.nameCell}>
          <Link to="/claims/$id" params={{ id: claim.id }} className={classes.rowLink} title={claim.name}>
            {claim.name}
          </Link>
          <span className={classes.sub}>
            {claim.number} · {claim.activityTypeName}
          </span>
        </div>
      ),
    },
    {
      key: "where",
      head: reader === "vendor" ? t`Partner` : t`Location`,
      width: "21%",
      cell: (claim) => (
        <div className={classes.nameCell}>
          <span>{reader === "vendor" ? claim.partner.name : claim.location.name}</span>
          <span className={classes.sub}>
            {nameOf(claim.program)} · {claim.usagePeriod}
          </span>
        </div>
      ),
    },
    { key: "status", head: t`Status`, cell: (claim) => <StatusBadge face={claim.face} /> },
    {
      key: "due",
      head: t`Due`,
      sort: "dueAt",
      cell: (claim) =>
        claim.dueOn ? (
          <DateText day={claim.dueOn} deadline compact kind={claim.dueSide === "vendor" ? "business" : "calendar"} />
        ) : (
          <DateText day={null} />
        ),
    },
    {
      key: "claimed",
      head: t`Claimed`,
      align: "right",
      sort: "amountClaimed",
      cell: (claim) => <MoneyText value={claim.amountClaimed} />,
    },
    {
      key: "approved",
      head: t`Approved`,
      align: "right",
      cell: (claim) => <MoneyText value={claim.amountApproved} strong />,
    },
  ];
}

import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMe } from "../identity/me.ts";
import { editionQuery, programsQuery } from "../programs/programs-api.ts";
import { useStoredDraft } from "../ui/use-stored-draft.ts";
import { periodsOf } from "./periods-of.ts";
import { createPlan, enrolledQuery } from "./plans-api.ts";

const EMPTY = { place: "", fundType: "", period: "", name: "", currency: "", reviewerEmail: "" };

/** What is chosen for a new plan, what there is to choose from, and making it. Typed text survives a reload. */
export function useNewPlan() {
  const me = useMe();
  const navigate = useNavigate();
  const [values, change, clear] = useStoredDraft(`${me.id}.new-plan`, EMPTY);
  const enrolled = useQuery(enrolledQuery);
  const programs = useQuery(programsQuery);
  const planned = programs.data?.items.filter(({ planMode }) => planMode !== null && planMode !== "none") ?? [];
  const places = enrolled.data?.items.filter(
    ({ program, programYear }) => planned.find(({ code }) => code === program)?.programYear === programYear,
  );
  const place = places?.find(({ id }) => id === values.place) ?? (places?.length === 1 ? places[0] : undefined);
  const edition = useQuery({
    ...editionQuery(place?.program ?? "", place?.programYear ?? ""),
    enabled: place !== undefined,
  });
  const fundTypes = edition.data?.fundTypes.filter(({ active }) => active) ?? [];
  const fundType = fundTypes.find(({ code }) => code === values.fundType) ?? fundTypes[0];
  const periods = edition.data && fundType ? periodsOf(edition.data, fundType.planPeriodKind) : [];
  const period = periods.find(({ code }) => code === values.period) ?? periods[0];
  const currency = edition.data?.currencies.find((one) => one === values.currency) ?? edition.data?.currencies[0];
  const create = useMutation({
    mutationFn: () =>
      createPlan({
        program: place?.program ?? "",
        location: place?.location.id ?? "",
        fundType: fundType?.code ?? "",
        period: period?.code ?? "",
        name: values.name,
        currency: currency ?? "",
        reviewerEmail: values.reviewerEmail,
      }),
    onSuccess: async (plan) => {
      clear();
      await navigate({ to: "/plans/$id", params: { id: plan.id }, replace: true });
    },
  });
  const ready =
    place && fundType && period && currency && values.name.trim() !== "" && values.reviewerEmail.trim() !== "";
  return {
    values,
    change,
    enrolled,
    programs,
    places,
    place,
    edition,
    fundTypes,
    fundType,
    periods,
    period,
    currency,
    create,
    ready,
  };
}

export type NewPlan = ReturnType<typeof useNewPlan>;

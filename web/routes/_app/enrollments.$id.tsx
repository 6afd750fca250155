import { createFileRoute } from "@tanstack/react-router";
import { EnrollmentPage } from "../../enrollments/EnrollmentPage.tsx";
import { enrollmentQuery } from "../../enrollments/enrollments-api.ts";
import { loadTexts } from "../../i18n/i18n.ts";

export const Route = createFileRoute("/_app/enrollments/$id")({
  loader: async ({ context, params }) => {
    await Promise.all([loadTexts("person"), context.queryClient.ensureQueryData(enrollmentQuery(params.id))]);
  },
  component: function EnrollmentRoute() {
    const { id } = Route.useParams();
    return <EnrollmentPage key={id} id={id} />;
  },
});

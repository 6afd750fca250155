export { reportRoutes } from "./report-routes.ts";
export { search } from "./search.ts";

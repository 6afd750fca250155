/** The composition root: the only place that knows every capability. What is put together how stands in `app/`. */
export { program } from "./app/create-app.ts";
export { allRoutes } from "./app/routes.ts";

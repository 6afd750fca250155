export { history } from "./history.ts";
export { record } from "./record.ts";
export { subjectOf } from "./subject-of.ts";

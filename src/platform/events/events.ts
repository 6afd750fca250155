export { history } from "./history.ts";
export { record } from "./record.ts";

export { eachInTurn, type InTurn } from "./each-in-turn.ts";
export { enqueue } from "./enqueue.ts";
export { type JobHandler, type ScheduledJob, startWorker, type Worker } from "./worker.ts";

export { eachInTurn, eachWithin, type InTurn } from "./each-in-turn.ts";
export { enqueue, enqueueing } from "./enqueue.ts";
export { type JobHandler, type ScheduledJob, startWorker, type Worker } from "./worker.ts";

import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from "node:worker_threads";
import { drawsInBlock } from "../vary/draw/bits.ts";
import { type DrawJob, type DrawnPart, drawPart } from "../vary/draw-job.ts";

/** What a worker is given: its part of a job, where to send it, and a flag to say that it has. */
interface Task {
  readonly job: DrawJob;
  readonly first: number;
  readonly draws: number;
  readonly port: MessagePort;
  readonly sent: Int32Array;
}

/** How long a worker may take for as many draws as this thread made in one unit of time, and at least: then it is done here. */
const slowest = 20;
const least = 30_000;

/**
 * Makes the draws of a job with several threads, this one among them: each makes whole blocks one after the other, so that
 * the result is the same as that of one alone. A worker that fails, or does not start, leaves its part to this thread.
 */
export function drawWithWorkers(
  job: DrawJob,
  draws: number,
  workers: number,
  told: (done: number, draws: number) => void,
): DrawnPart[] {
  const blocks = Math.ceil(draws / drawsInBlock);
  const edges = Array.from({ length: workers + 1 }, (_, at) =>
    Math.min(draws, Math.floor((blocks * at) / workers) * drawsInBlock),
  );
  const spans = edges.slice(1).flatMap((end, at) => {
    const first = edges[at] ?? 0;
    return end > first ? [{ first, draws: end - first }] : [];
  });
  const [own = { first: 0, draws }, ...others] = spans;
  const started = others.map((span) => start(job, span));
  const start0 = performance.now();
  const mine = drawPart(job, own.first, own.draws, (done) =>
    told(Math.floor((done * draws) / own.draws), draws),
  );
  const patience = Math.max(least, slowest * (performance.now() - start0));
  return [mine, ...started.map((running) => received(running, patience))];
}

interface Running extends Pick<Task, "job" | "first" | "draws" | "sent"> {
  readonly worker: Worker;
  readonly port: MessagePort;
}

function start(job: DrawJob, span: { first: number; draws: number }): Running {
  const { port1, port2 } = new MessageChannel();
  const sent = new Int32Array(new SharedArrayBuffer(4));
  const task: Task = { job, ...span, port: port2, sent };
  const worker = new Worker(new URL(import.meta.url), { workerData: task, transferList: [port2] });
  worker.on("error", () => {});
  worker.unref();
  return { job, ...span, sent, worker, port: port1 };
}

/** Waits for a part without giving way to anything else, since a command has nothing else to do. */
function received({ job, first, draws, sent, worker, port }: Running, patience: number): DrawnPart {
  Atomics.wait(sent, 0, 0, patience);
  const part = receiveMessageOnPort(port)?.message as DrawnPart | undefined;
  port.close();
  void worker.terminate();
  return part ?? drawPart(job, first, draws);
}

/** What a worker does: its part, sent without copying. */
export function serveDraws(): void {
  const { job, first, draws, port, sent } = workerData as Task;
  try {
    const part = drawPart(job, first, draws);
    const lists = [...part.values, ...part.inputs];
    port.postMessage(
      part,
      lists.map(({ buffer }) => buffer as ArrayBuffer),
    );
  } finally {
    Atomics.store(sent, 0, 1);
    Atomics.notify(sent, 0);
  }
}

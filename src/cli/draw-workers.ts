import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { drawsInBlock } from "../vary/draw/bits.ts";
import { type DrawJob, type DrawnPart, drawPart } from "../vary/simulation/draw-job.ts";

/** Some of the draws of a job: whole blocks, but for the last of all. */
interface Span {
  readonly first: number;
  readonly draws: number;
}

/** What a worker is given: its part of a job, where to send it, and a flag to say that it has. */
export interface DrawTask extends Span {
  readonly job: DrawJob;
  readonly port: MessagePort;
  readonly sent: Int32Array;
}

/** How workers are started, and how long one is waited for. */
export interface Crew {
  /** Starts a worker with its task, and gives back how to end it. */
  start(task: DrawTask): () => void;
  /** So many milliseconds a worker may take at least, however fast this thread is. */
  readonly least: number;
}

/** How often as long as this thread needed for its own draws a worker may take for its: then they are made here. */
const slowest = 20;

/**
 * Makes the draws of a job with several threads, this one among them: each makes whole blocks one after the other, so that
 * the result is the same as that of one alone. A worker that fails, or does not start, leaves its part to this thread.
 */
export function drawWithWorkers(
  job: DrawJob,
  draws: number,
  workers: number,
  told: (done: number, draws: number) => void,
  crew: Crew = { start: workersRunning(new URL(import.meta.url)), least: 30_000 },
): DrawnPart[] {
  const [own, ...others] = spansOf(draws, workers);
  const started = others.map((span) => handedOut(job, span, crew));
  const from = performance.now();
  const mine = drawPart(job, own.first, own.draws, (done) =>
    told(Math.floor((done * draws) / own.draws), draws),
  );
  const patience = Math.max(crew.least, slowest * (performance.now() - from));
  return [mine, ...started.map((part) => received(part, patience))];
}

/** The draws in as many parts as there are workers, or as there are blocks where those are fewer. */
function spansOf(draws: number, workers: number): [Span, ...Span[]] {
  const blocks = Math.ceil(draws / drawsInBlock);
  const parts = Math.min(workers, blocks);
  const edge = (at: number) => Math.min(draws, Math.floor((blocks * at) / parts) * drawsInBlock);
  const span = (at: number) => ({ first: edge(at), draws: edge(at + 1) - edge(at) });
  return [span(0), ...Array.from({ length: parts - 1 }, (_, at) => span(at + 1))];
}

/** A part that was handed to a worker: where it arrives, and how to end the worker. */
interface HandedOut extends DrawTask {
  end(): void;
}

function handedOut(job: DrawJob, span: Span, { start }: Crew): HandedOut {
  const { port1, port2 } = new MessageChannel();
  const sent = new Int32Array(new SharedArrayBuffer(4));
  const own = { job, ...span, port: port1, sent };
  try {
    return { ...own, end: start({ ...own, port: port2 }) };
  } catch {
    // Where the process may start no worker, nothing will arrive: there is no use in waiting.
    over(sent);
    return { ...own, end: () => {} };
  }
}

/** Waits for a part without giving way to anything else, since a command has nothing else to do. */
function received({ job, first, draws, sent, port, end }: HandedOut, patience: number): DrawnPart {
  Atomics.wait(sent, 0, 0, patience);
  const part: DrawnPart | undefined = receiveMessageOnPort(port)?.message;
  port.close();
  end();
  return part ?? drawPart(job, first, draws);
}

/** Workers that run a file which serves draws where it is not in the main thread, as this one does within the command. */
export function workersRunning(file: URL): Crew["start"] {
  return (task) => {
    const worker = new Worker(file, { workerData: task, transferList: [task.port] });
    worker.on("error", () => {});
    worker.unref();
    return () => void worker.terminate();
  };
}

/** What a worker does: its part, sent without copying. */
export function serveDraws({ job, first, draws, port, sent }: DrawTask): void {
  try {
    const part = drawPart(job, first, draws);
    const lists = [...part.values, ...part.inputs];
    port.postMessage(
      part,
      lists.map(({ buffer }) => buffer as ArrayBuffer),
    );
  } finally {
    over(sent);
  }
}

/** Says that nothing more will be sent. */
function over(sent: Int32Array): void {
  Atomics.store(sent, 0, 1);
  Atomics.notify(sent, 0);
}

// The long run of test/fuzz: every reader in a process of its own, watched, with little memory, for as long as is asked.
//
//   npm run fuzz -- --minutes 20 --seed 1           other inputs with every seed
//   npm run fuzz -- --reader "model in YAML" --seed 1 --from 512 --count 1    one input again
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chanceOf } from "../test/fuzz/chance.ts";
import { brokenBy } from "../test/fuzz/promises.ts";
import { readers } from "../test/fuzz/readers.ts";

/** An input that takes longer than this hangs; on a busy machine the slowest takes some seconds. */
const mostSeconds = 60;
const mostMegabytes = 512;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "5" },
    seed: { type: "string", default: String(Math.trunc(Date.now() / 1000)) },
    reader: { type: "string" },
    from: { type: "string", default: "0" },
    count: { type: "string" },
    child: { type: "boolean", default: false },
  },
});
const seed = Number(values.seed);

/** What a process tells of the inputs that it tried. */
type Told = { trying: number } | { broken: string[]; number: number; shown: string };

/** Tries inputs one after the other until the time is over, and tells of each. */
async function tryAll(reader: string, from: number, count: number, until: number): Promise<void> {
  const make = (await readers()).get(reader);
  if (make === undefined) throw new Error(`there is no reader “${reader}”`);
  for (let number = from; number < from + count && Date.now() < until; number++) {
    tell({ trying: number });
    const input = make(chanceOf(seed, reader, number));
    const broken = await brokenBy(input);
    if (broken.length > 0) tell({ broken, number, shown: input.shown });
    // Messages leave only where the process waits.
    if (number % 16 === 0) await new Promise(setImmediate);
  }
}

function tell(told: Told): void {
  process.send?.(told);
}

/** Runs one reader in processes of its own; one that hangs or dies is a fault, and another goes on after its input. */
async function watched(reader: string, seconds: number): Promise<{ tried: number; faults: number }> {
  const until = Date.now() + seconds * 1000;
  const first = Number(values.from);
  const last = values.count === undefined ? Number.MAX_SAFE_INTEGER : first + Number(values.count);
  let [next, faults] = [first, 0];
  const known = new Set<string>();
  const report = (number: number, words: string, shown = "") => {
    faults++;
    // What breaks in one way is shown once: its words up to the place in the code, without what is quoted.
    const kind = words
      .split("\n")
      .slice(0, 2)
      .join()
      .replaceAll(/“[^”]*”|"[^"]*"|\d+/g, "");
    if (known.has(kind)) return;
    known.add(kind);
    console.error(`\nBROKEN ${reader}, --seed ${seed} --from ${number} --count 1\n${words}\n${shown}`);
  };
  while (next < last && Date.now() < until) {
    const { reached, ended } = await oneProcess(reader, next, last - next, until, report);
    if (ended !== undefined) report(reached, ended);
    else if (reached + 1 >= last || Date.now() >= until) return { tried: reached + 1 - first, faults };
    next = reached + 1;
  }
  return { tried: next - first, faults };
}

function oneProcess(
  reader: string,
  from: number,
  count: number,
  until: number,
  report: (number: number, words: string, shown?: string) => void,
): Promise<{ reached: number; ended: string | undefined }> {
  const args = [
    "--child",
    "--reader",
    reader,
    "--seed",
    String(seed),
    "--from",
    String(from),
    "--count",
    String(count),
  ];
  const child = fork(
    fileURLToPath(import.meta.url),
    [...args, "--minutes", String((until - Date.now()) / 60_000)],
    {
      execArgv: ["--import", "tsx", `--max-old-space-size=${mostMegabytes}`],
    },
  );
  let reached = from;
  let hangs = false;
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      hangs = true;
      child.kill("SIGKILL");
    }, mostSeconds * 1000);
  };
  wait();
  child.on("message", (told: Told) => {
    wait();
    if ("trying" in told) reached = told.trying;
    else report(told.number, told.broken.join("\n"), told.shown.slice(0, 2_000));
  });
  return new Promise((resolve) =>
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      const died = code === 0 ? undefined : `the process ended with ${code ?? signal}`;
      resolve({ reached, ended: hangs ? `no answer within ${mostSeconds} seconds` : died });
    }),
  );
}

if (values.child) {
  await tryAll(
    values.reader ?? "",
    Number(values.from),
    Number(values.count),
    Date.now() + Number(values.minutes) * 60_000,
  );
  process.disconnect?.();
} else {
  console.log(`seed ${seed}`);
  const names = values.reader === undefined ? [...(await readers()).keys()] : [values.reader];
  let all = 0;
  for (const name of names) {
    const { tried, faults } = await watched(name, (Number(values.minutes) * 60) / names.length);
    all += tried;
    console.log(`${name}: ${tried} inputs, ${faults} broken`);
    if (faults > 0) process.exitCode = 1;
  }
  console.log(`${all} inputs`);
}

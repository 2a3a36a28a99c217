import { beforeAll, describe, expect, test } from "vitest";
import { complaints, programOf } from "../house/compiler.ts";
import { allBlocks, type Block } from "./blocks.ts";
import { run } from "./run.ts";

const blocks = allBlocks();
const compiledAs = (block: Block) => `test/docs/example-${blocks.indexOf(block)}.ts`;
const texts = new Map(blocks.map((block) => [compiledAs(block), block.code]));
const faults = new Map<Block, string[]>();

beforeAll(() => {
  const program = programOf([...texts.keys()], texts);
  for (const block of blocks) faults.set(block, complaints(program, compiledAs(block)));
}, 120_000);

describe("an example", () => {
  test.each(blocks.map((block) => [block.name, block] as const))(
    "%s",
    { timeout: 30_000 },
    async (_, block) => {
      expect(faults.get(block), `${block.file}:${block.line} compiles`).toEqual([]);
      const { claims, printed } = await run(block);
      if (block.mustAssert) expect(claims, `${block.file}:${block.line} has a // =>`).toBeGreaterThan(0);
      if (block.prints !== undefined) expect(printed.trimEnd()).toBe(block.prints.trimEnd());
    },
  );
});

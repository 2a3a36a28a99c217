/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

/** Where Debian keeps the browser that pages are tried in; another may be named. */
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** A browser for the tests of a file: started before them, ended after them. Gives what opens a page in it. */
export function withBrowser(): (options?: Parameters<Browser["newPage"]>[0]) => Promise<Page> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  }, 120_000);
  afterAll(async () => browser?.close());
  return async (options) => {
    if (browser === undefined) throw new Error("the browser is not started yet");
    return browser.newPage(options);
  };
}

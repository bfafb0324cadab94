/**
 * Prints the path of a Chromium that starts on this machine, or nothing: the one that HALECONNECT_CHROMIUM names, else
 * one on PATH, else the one of the package @sparticuz/chromium, which is for Linux.
 */
import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

const named = process.env.HALECONNECT_CHROMIUM;
if (named !== undefined) {
  await start(named);
  process.stdout.write(named);
} else {
  process.stdout.write((await firstThatStarts([...onPath().map((place) => () => place), packed])) ?? "");
}

function onPath() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).filter(fs.existsSync);
}

async function packed() {
  const { default: unpacked } = await import("@sparticuz/chromium");
  return unpacked.executablePath();
}

/** It may be there and lack a library, or a part of the system that it needs. */
async function firstThatStarts(candidates) {
  for (const candidate of candidates) {
    try {
      const place = await candidate();
      await start(place);
      return place;
    } catch {
      // The next one, then.
    }
  }
  return undefined;
}

async function start(executablePath) {
  const browser = await chromium.launch({ executablePath, timeout: 30_000 });
  await browser.close();
}

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { whileLocked } from "../../../provider/engine/lock";

const times = { interval: 5, stale: 60_000 };
let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-lock-"));
  file = path.join(folder, "lock");
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

const { signal } = new AbortController();
const nothing = (): void => undefined;
const locked = <T>(work: () => Promise<T>, onWait: (pid: number) => void = nothing) =>
  whileLocked(file, work, onWait, signal, times);

it("lets one work at a time, in turn", async () => {
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    events.push(`${name} ends`);
  };
  await Promise.all([locked(work("first")), locked(work("second"))]);
  expect(events).toEqual(["first begins", "first ends", "second begins", "second ends"]);
});

it("tells who is waited for", async () => {
  const waitedFor = new Set<number>();
  const brief = () => new Promise((resolve) => setTimeout(resolve, 20));
  await Promise.all([locked(brief), locked(brief, (pid) => waitedFor.add(pid))]);
  expect([...waitedFor]).toEqual([process.pid]);
});

it("is released when the work fails", async () => {
  await expect(locked(() => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  expect(fs.existsSync(file)).toBe(false);
});

it("is taken over from a process that is gone", async () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  fs.writeFileSync(file, JSON.stringify({ pid, host: os.hostname() }));
  expect(await locked(() => Promise.resolve("done"))).toBe("done");
});

it("is taken over from another machine that no longer touches it", async () => {
  fs.writeFileSync(file, JSON.stringify({ pid: 1, host: "another" }));
  const longAgo = new Date(Date.now() - 2 * times.stale);
  fs.utimesSync(file, longAgo, longAgo);
  expect(await locked(() => Promise.resolve("done"))).toBe("done");
});

it("stops waiting when it is told to", async () => {
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, host: os.hostname() }));
  const stop = new AbortController();
  const waiting = whileLocked(
    file,
    () => Promise.resolve(),
    () => stop.abort(),
    stop.signal,
    times,
  );
  await expect(waiting).rejects.toThrow("aborted");
});

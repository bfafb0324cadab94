import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { lock } from "../../../../emulator/storage/lock";

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "emulator-lock-"));
  file = path.join(folder, "emulator.lock");
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

describe("the lock of a data directory", () => {
  it("keeps a second one out, names the process, and says what to do", () => {
    const unlock = lock(folder);
    expect(() => lock(folder)).toThrow(new RegExp(`in use[^]*process ${process.pid}[^]*next: Use that one`));
    unlock();
    lock(folder)();
  });

  it("leaves nothing behind when it is given up", () => {
    lock(folder)();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it("is taken over from a process that is dead", () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    fs.writeFileSync(file, JSON.stringify({ pid }));
    lock(folder)();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it("is not taken over from a process that is alive", async () => {
    const other = spawn(process.execPath, ["--eval", "process.stdin.resume()"], {
      stdio: ["pipe", "ignore", "ignore"],
    });
    try {
      fs.writeFileSync(file, JSON.stringify({ pid: other.pid }));
      expect(() => lock(folder)).toThrow(`process ${String(other.pid)}`);
    } finally {
      other.kill();
      await once(other, "exit");
    }
  });

  it.each(["", "{", "nonsense", "[]", '"text"'])("is taken over when it holds no process: %p", (text) => {
    fs.writeFileSync(file, text);
    lock(folder)();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it("is taken over from an earlier process of the same number, where the system tells them apart", () => {
    const told = fs.existsSync("/proc/self/stat");
    fs.writeFileSync(file, JSON.stringify({ pid: process.pid, began: "long ago" }));
    if (told) {
      lock(folder)();
    } else {
      expect(() => lock(folder)).toThrow("in use");
    }
  });

  it("is left alone by one that lost it", () => {
    const unlock = lock(folder);
    fs.writeFileSync(file, '{"pid":1}');
    unlock();
    expect(fs.existsSync(file)).toBe(true);
  });
});

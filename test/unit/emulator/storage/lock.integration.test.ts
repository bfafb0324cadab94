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
  it("keeps a second emulator out, names the process, and says what to do", () => {
    const unlock = lock(folder);
    expect(() => lock(folder)).toThrow(new RegExp(`in use[^]*process ${process.pid}[^]*next: Use that one`));
    unlock();
    lock(folder)();
  });

  it("removes its file when it is given up", () => {
    lock(folder)();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it("is taken over from a dead process", () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    fs.writeFileSync(file, JSON.stringify({ pid }));
    lock(folder)();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it("stays with a living process", async () => {
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

  it.each(["", "{", "nonsense", "[]", '"text"'])("is taken over if it names no process: %p", (text) => {
    fs.writeFileSync(file, text);
    lock(folder)();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it("is taken over from an earlier process of the same number, if the system tells them apart", () => {
    const told = fs.existsSync("/proc/self/stat");
    fs.writeFileSync(file, JSON.stringify({ pid: process.pid, began: "long ago" }));
    if (told) {
      lock(folder)();
    } else {
      expect(() => lock(folder)).toThrow("in use");
    }
  });

  it("stays as it is when a former holder closes", () => {
    const unlock = lock(folder);
    fs.writeFileSync(file, '{"pid":1}');
    unlock();
    expect(fs.existsSync(file)).toBe(true);
  });
});

import fs from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { ensureEngine, findEngine } from "../../../provider/engine";
import { readPins } from "../../../provider/engine/pins";
import { Machine } from "./machine";

const pinned = readPins().engine.version;
let machine: Machine;
beforeEach(() => {
  machine = new Machine();
});
afterEach(() => {
  machine.remove();
});

describe("an engine that is there", () => {
  it("is that of PATH, when it is new enough", async () => {
    machine.engine("3.254.0");
    expect(await ensureEngine(machine.options)).toEqual({
      version: "3.254.0",
      directory: machine.bin,
      origin: "path",
    });
  });

  it("may have its language host elsewhere on PATH", async () => {
    const elsewhere = path.join(machine.folder, "elsewhere");
    machine.engine("3.260.1", elsewhere);
    fs.renameSync(path.join(elsewhere, "pulumi"), path.join(machine.bin, "pulumi"));
    const env = { ...machine.env, PATH: [machine.bin, elsewhere].join(path.delimiter) };
    expect(await findEngine({ ...machine.options, env })).toMatchObject({ origin: "path", version: "3.260.1" });
  });

  it.each([
    ["is too old", () => machine.engine("3.253.9")],
    ["has no language host", () => machine.program("pulumi", 'console.log("v3.260.0");')],
    ["does not run", () => machine.program("pulumi", "process.exit(1);")],
  ])("is that of the cache, when the one on PATH %s", async (_, onPath) => {
    onPath();
    machine.engine(pinned, path.join(machine.engines, pinned));
    expect(await findEngine(machine.options)).toEqual({
      version: pinned,
      directory: path.join(machine.engines, pinned),
      origin: "cache",
    });
  });

  it("is not asked for its version when PATH names the cache", async () => {
    const directory = path.join(machine.engines, pinned);
    machine.engine(pinned, directory);
    machine.program("pulumi", "throw new Error('was run');", directory);
    const env = { ...machine.env, PATH: directory };
    expect(await findEngine({ ...machine.options, env })).toMatchObject({ origin: "cache" });
  });

  it("is not made by looking for it", async () => {
    machine.go();
    expect(await findEngine(machine.options)).toBeUndefined();
    expect(machine.cached()).toEqual([]);
  });
});

describe("an engine that is built", () => {
  it("lies in the cache with all three executables, and is found there next time", async () => {
    machine.go();
    const directory = path.join(machine.engines, pinned);
    expect(await ensureEngine(machine.options)).toEqual({ version: pinned, directory, origin: "build" });
    expect(fs.readdirSync(directory).sort()).toEqual([
      "pulumi",
      "pulumi-language-nodejs",
      "pulumi-resource-pulumi-nodejs",
    ]);
    expect(machine.cached()).toEqual([pinned]);
    expect(await ensureEngine(machine.options)).toMatchObject({ directory, origin: "cache" });
  });

  it("is built once by two that want it at the same time", async () => {
    machine.go();
    const engines = await Promise.all([ensureEngine(machine.options), ensureEngine(machine.options)]);
    expect(engines.map(({ origin }) => origin).sort()).toEqual(["build", "cache"]);
    expect(machine.goCalls().filter((call) => call.startsWith("build "))).toHaveLength(2);
  });

  it("is built from exactly what is pinned", async () => {
    machine.go();
    await ensureEngine(machine.options);
    const builds = machine.goCalls().filter((call) => call.startsWith("build "));
    expect(builds.every((call) => call.includes("-mod=readonly"))).toBe(true);
    expect(builds[0]).toContain(`version.Version=v${pinned}`);
  });

  it("tells how far it is", async () => {
    machine.go();
    const told: string[] = [];
    const progress = { phase: (title: string) => told.push(title), advance: (detail: string) => told.push(detail) };
    await ensureEngine({ ...machine.options, progress });
    expect(told).toContain(`Compiling pulumi ${pinned}`);
    expect(told).toContain("1 of 3 packages compiled");
  });

  it("leaves nothing when it is stopped, neither a folder nor a lock nor a process", async () => {
    const pid = path.join(machine.folder, "pid");
    machine.go({ onBuild: `fs.writeFileSync(${JSON.stringify(pid)}, String(process.pid)); for (;;) {}` });
    const stop = new AbortController();
    const making = ensureEngine({ ...machine.options, signal: stop.signal });
    const watcher = setInterval(() => {
      if (fs.existsSync(pid)) {
        stop.abort(new Error("enough"));
      }
    }, 20);
    await expect(making).rejects.toThrow("enough");
    clearInterval(watcher);
    expect(machine.cached()).toEqual([]);
    await gone(Number(fs.readFileSync(pid, "utf8")));
  });

  /** A process that ended has its number until the system has noticed, which takes a moment on a busy machine. */
  async function gone(pid: number): Promise<void> {
    for (let left = 100; ; left -= 1) {
      try {
        process.kill(pid, 0);
      } catch (error) {
        expect(error).toMatchObject({ code: "ESRCH" });
        return;
      }
      expect(left).toBeGreaterThan(0);
      await setTimeout(50);
    }
  }
});

describe("without any way", () => {
  const failure = async () => String(await ensureEngine(machine.options).catch((error: unknown) => error));

  it("says for each way why it is closed, and what to install", async () => {
    const message = await failure();
    expect(message).toContain("HC8001");
    expect(message).toContain("PATH: there is no pulumi on PATH.");
    expect(message).toContain("download: 127.0.0.1:1 is not reachable");
    expect(message).toContain("build: there is no Go to build it with");
    expect(message).toContain("https://www.pulumi.com/docs/install/");
  });

  it("names a Go that is too old", async () => {
    machine.go({ version: "1.19.8" });
    expect(await failure()).toContain("Go on this machine is 1.19.8");
  });

  it("shows what the compiler said, and keeps nothing of the failed build", async () => {
    machine.go({ onBuild: 'console.error("proxy: no such module"); process.exit(1);' });
    expect(await failure()).toContain("go build failed: proxy: no such module");
    expect(machine.cached()).toEqual([]);
  });

  it("names a cache directory that cannot be made", async () => {
    fs.writeFileSync(machine.cache, "a file");
    const message = await failure();
    expect(message).toContain("HC8002");
    expect(message).toContain(machine.cache);
  });
});

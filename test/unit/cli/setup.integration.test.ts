import fs from "node:fs";
import path from "node:path";
import { readPins } from "../../../provider/engine/pins";
import { Machine } from "../engine/machine";
import { haleconnect, RunningCommand } from "./command";

let machine: Machine;
beforeEach(() => {
  machine = new Machine();
});
afterEach(() => {
  machine.remove();
});

const env = (): NodeJS.ProcessEnv => ({ ...machine.env, XDG_CACHE_HOME: path.join(machine.folder, "xdg") });

describe("haleconnect setup", () => {
  it("says which engine is used and how a shell gets it", async () => {
    const { version } = readPins().engine;
    const directory = path.join(machine.folder, "xdg", "pulumi-haleconnect", "engine", version);
    machine.engine(version, directory);
    const { code, stdout } = await haleconnect(["setup"], env());
    expect(code).toBe(0);
    expect(stdout).toContain(`Pulumi ${version}, from the cache: ${directory}`);
    expect(stdout).toContain(`export PATH="${directory}:$PATH"`);
  });

  it("says it on one line of JSON for a script", async () => {
    machine.engine("3.260.0");
    const { stdout } = await haleconnect(["setup", "--json"], env());
    expect(stdout).toBe(`{"version":"3.260.0","directory":"${machine.bin}","origin":"path"}\n`);
  });

  it("prints only the folder for a shell", async () => {
    machine.engine("3.260.0");
    expect((await haleconnect(["setup", "--path"], env())).stdout).toBe(`${machine.bin}\n`);
  });

  it("ends with 1 if it cannot use the cache, without a stack trace", async () => {
    const blocked = path.join(machine.folder, "xdg");
    fs.writeFileSync(blocked, "a file");
    const { code, stdout, stderr } = await haleconnect(["setup"], env());
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("error: HC8002");
    expect(stderr).not.toContain("    at ");
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("stops on %s with %i, and removes what is half-made", async (signal, code) => {
    const begun = path.join(machine.folder, "begun");
    machine.go({ onBuild: `fs.writeFileSync(${JSON.stringify(begun)}, ""); for (;;) {}` });
    const command = new RunningCommand(["setup"], { ...env(), NODE_OPTIONS: unreachableDownload() });
    await command.until(() => fs.existsSync(begun));
    command.signal(signal);
    expect(await command.ended).toBe(code);
    expect(command.stderr).toContain(`Compiling pulumi ${readPins().engine.version}`);
    expect(fs.readdirSync(path.join(machine.folder, "xdg", "pulumi-haleconnect", "engine"))).toEqual([]);
  });
});

/** The command looks for the real download; in a test no name leads out of the machine. */
function unreachableDownload(): string {
  const preload = path.join(machine.folder, "no-way-out.cjs");
  fs.writeFileSync(preload, 'globalThis.fetch = () => Promise.reject(new Error("no way out"));\n');
  return `--require=${preload}`;
}

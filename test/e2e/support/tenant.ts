import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { cleanEnvironment } from "../../support/clean-environment";
import { startEmulator } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { beginStack, passphrase, projectFile, stackName } from "./begun-stack";
import { EngineStack, type CommandResult } from "./engine-stack";
import { OutOfBand } from "./out-of-band";

/** A fresh hale»connect, and a program with a stack of its own that manages it with the real engine. */
export class Tenant {
  readonly stack = new EngineStack((args) => this.pulumi(args));

  private constructor(
    readonly folder: string,
    readonly home: string,
    readonly emulator: Awaited<ReturnType<typeof startEmulator>>,
    readonly environment: Record<string, string>,
    readonly outOfBand: OutOfBand,
  ) {}

  static async start(
    installed: string,
    files: Readonly<Record<string, string>>,
    options: Parameters<typeof startEmulator>[0] = {},
  ): Promise<Tenant> {
    const emulator = await startEmulator(options);
    fs.mkdirSync(path.join(installed, "projects"), { recursive: true });
    const folder = fs.mkdtempSync(path.join(installed, "projects", "program-"));
    const home = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-home-"));
    fs.mkdirSync(path.join(home, "state"));
    write(folder, { "Pulumi.yaml": projectFile, ...files });
    const environment = {
      PULUMI_HOME: path.join(home, "pulumi"),
      PULUMI_BACKEND_URL: `file://${path.join(home, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: passphrase,
      PULUMI_STACK: stackName,
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      // The engine would check types anew in each run; the tests of the examples do so once, with the compiler.
      PULUMI_NODEJS_TRANSPILE_ONLY: "true",
      NO_PROXY: "127.0.0.1,localhost",
      no_proxy: "127.0.0.1,localhost",
      HALECONNECT_URL: emulator.url,
      HALECONNECT_USERNAME: emulator.username,
      HALECONNECT_PASSWORD: emulator.password,
      // The tests do not spare this server.
      HALECONNECT_REQUESTS_PER_SECOND: "1000",
    };
    const outOfBand = new OutOfBand(emulator.url, emulator.username, emulator.password);
    const tenant = new Tenant(folder, home, emulator, environment, outOfBand);
    if (files["Pulumi.yaml"] === undefined) {
      beginStack(folder, home);
    } else {
      await tenant.#initStack();
    }
    return tenant;
  }

  /** For a project of another name. */
  async #initStack(): Promise<void> {
    const { code, output } = await this.pulumi(["stack", "init", stackName]);
    if (code !== 0) {
      throw new Error(output);
    }
  }

  /** Replaces files of the program. */
  edit(files: Readonly<Record<string, string>>): void {
    write(this.folder, files);
  }

  /** The operations that the server was asked for since the last call, by id. */
  async requests(): Promise<string[]> {
    const response = await fetch(`${this.emulator.url}/_emulator/requests`);
    const { requests } = (await response.json()) as {
      requests: { operation?: string; method: string; path: string }[];
    };
    await fetch(`${this.emulator.url}/_emulator/requests`, { method: "DELETE" });
    return requests.map(({ operation, method, path: requested }) => operation ?? `${method} ${requested}`);
  }

  async fault(fault: Readonly<Record<string, unknown>>): Promise<void> {
    const response = await fetch(`${this.emulator.url}/_emulator/faults`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(fault),
    });
    if (!response.ok) {
      throw new Error(await response.text());
    }
  }

  /** Faults that were switched on and hit nothing yet. */
  async faultsLeft(): Promise<unknown[]> {
    const response = await fetch(`${this.emulator.url}/_emulator/faults`);
    return ((await response.json()) as { faults: unknown[] }).faults;
  }

  /** Plain `pulumi`, as a person types it, or pipes something into it. */
  pulumi(
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
    input = "",
  ): Promise<CommandResult> {
    return this.#run("pulumi", args, environment, input);
  }

  /** A script of the program's folder. */
  script(args: readonly string[], input = ""): Promise<CommandResult> {
    return this.#run(process.execPath, args, {}, input);
  }

  #run(
    command: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
    input: string,
  ): Promise<CommandResult> {
    const env = { ...cleanEnvironment(), ...this.environment, ...environment };
    return new Promise((resolve) => {
      const child = execFile(
        command,
        [...args],
        { cwd: this.folder, env, maxBuffer: 2 ** 28 },
        (error, stdout, stderr) => {
          resolve({
            code: typeof error?.code === "number" ? error.code : error === null ? 0 : 1,
            output: stdout + stderr,
            stdout,
          });
        },
      );
      // A command that reads nothing may have ended before.
      child.stdin?.on("error", () => undefined).end(input);
    });
  }

  /** The same program and stack, with another hale»connect behind the same settings. */
  async withAnotherServer<T>(work: (url: string) => Promise<T>): Promise<T> {
    const other = await startEmulator({ administratorPassword: this.emulator.password });
    try {
      return await work(other.url);
    } finally {
      await other.close();
    }
  }

  async stop(): Promise<void> {
    await this.emulator.close();
    fs.rmSync(this.folder, { recursive: true, force: true });
    fs.rmSync(this.home, { recursive: true, force: true });
  }
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(folder, name), text);
  }
}

/** A program in plain JavaScript, so that the engine need not compile it; every class is there. */
export function program(...lines: readonly string[]): Record<string, string> {
  const header = `const { ${kinds.map(({ name }) => name).join(", ")} } = require("pulumi-haleconnect");`;
  return { "index.js": [header, ...lines, ""].join("\n") };
}

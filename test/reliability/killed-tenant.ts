import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startEmulator, type Emulator } from "../../emulator";
import { cleanEnvironment } from "../support/clean-environment";
import { OutOfBand } from "../e2e/support/out-of-band";
import { program } from "./killed-organisations";
import { leftIn, providerOf } from "./processes";

/** What is killed: the process of the provider alone, or the whole engine. */
export type Victim = "provider" | "engine";

/** A stack with nothing, or with everything. */
export type Beginning = "empty" | "full";

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A tenant that is brought to a point and killed there, again and again from the same beginning. */
export class KilledTenant {
  #emulator: Emulator | undefined;
  #begin = "";

  private constructor(
    readonly folder: string,
    readonly home: string,
  ) {}

  static create(installed: string, text = program): KilledTenant {
    fs.mkdirSync(path.join(installed, "projects"), { recursive: true });
    const folder = fs.mkdtempSync(path.join(installed, "projects", "killed-"));
    fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: tenant\nruntime: nodejs\n");
    fs.writeFileSync(path.join(folder, "index.js"), text);
    return new KilledTenant(folder, fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-killed-")));
  }

  /** Makes the beginnings: a stack with nothing, and unless that is enough, one with everything. */
  async prepare(last: Beginning = "full"): Promise<void> {
    await this.#fresh();
    await this.#expect(this.pulumi(["stack", "init", "dev"]));
    await this.#keepAs("empty");
    if (last === "full") {
      await this.#expect(this.pulumi(up));
      await this.#keepAs("full");
    }
  }

  /** Goes back to a beginning: state, journal and server. */
  async beginWith(begin: Beginning): Promise<void> {
    await this.#emulator?.close();
    this.#begin = begin;
    for (const [name, place] of Object.entries(this.#places)) {
      fs.rmSync(place, { recursive: true, force: true });
      fs.cpSync(path.join(this.home, begin, name), place, { recursive: true });
    }
    await this.#start();
  }

  /** How many requests a command makes when nobody kills it. */
  async requestsOf(command: readonly string[]): Promise<number> {
    await this.#control("DELETE", "requests");
    await this.#expect(this.pulumi(command));
    return ((await this.#control("GET", "requests")) as { total: number }).total;
  }

  /** Runs the command, and kills the victim when the request of this number was executed and waits for its answer. */
  async killAfter(number: number, victim: Victim, command: readonly string[]): Promise<"killed" | "ended before"> {
    return this.#kill({ fault: "hold-after-commit", after: number - 1 }, victim, command);
  }

  /** The same before the request of the operation is executed: it never is. */
  async killBefore(operation: string, victim: Victim, command: readonly string[]): Promise<"killed" | "ended before"> {
    return this.#kill({ operation, fault: "hold" }, victim, command);
  }

  /** The same once the operation was executed, before its answer. */
  async killOnce(operation: string, victim: Victim, command: readonly string[]): Promise<"killed" | "ended before"> {
    return this.#kill({ operation, fault: "hold-after-commit" }, victim, command);
  }

  async #kill(
    fault: { operation?: string; fault: string; after?: number },
    victim: Victim,
    command: readonly string[],
  ): Promise<"killed" | "ended before"> {
    await this.#control("POST", "faults", { operation: "*", ...fault });
    const [engine, ended] = this.#spawn(command);
    const giveUp = new AbortController();
    const held = this.#control("GET", "held", undefined, giveUp.signal).then(
      () => "held" as const,
      () => "ended before" as const,
    );
    const first = await Promise.race([held, ended.then(() => "ended before" as const)]);
    if (first === "held") {
      const pid = victim === "engine" ? engine.pid : providerOf(engine.pid ?? 0)?.pid;
      if (pid === undefined) {
        throw new Error("There is no provider process to kill");
      }
      process.kill(pid, "SIGKILL");
      if (fault.fault === "hold-after-commit") {
        // The others that are under way may go on meanwhile, as they would.
        await this.#control("DELETE", "held");
      }
    }
    await ended;
    giveUp.abort();
    const left = await leftIn(this.folder);
    await this.#control("DELETE", "held");
    await this.#control("DELETE", "faults");
    if (left.length > 0) {
      throw new Error(`Still running after the kill: ${left.map(({ command: it }) => it).join("; ")}`);
    }
    return first === "held" ? "killed" : first;
  }

  /** What a person does next: `pulumi cancel` where the engine left its lock, then `pulumi up`. */
  async recover(victim: Victim): Promise<Ended & { readonly wasStateTorn: boolean }> {
    const wasStateTorn = this.#mendState();
    if (victim === "engine") {
      await this.pulumi(["cancel", "--yes"]);
    }
    return { ...(await this.pulumi(up)), wasStateTorn };
  }

  /**
   * Pulumi's file backend writes a small file of attributes beside the state, in place. A kill in that moment leaves it
   * empty, and Pulumi then reads no state at all ("failed to load checkpoint: EOF"); without the file it does.
   */
  #mendState(): boolean {
    const place = this.#places["state"] ?? "";
    const torn = (fs.readdirSync(place, { recursive: true }) as string[])
      .filter((name) => name.endsWith(".json.attrs"))
      .map((name) => path.join(place, name))
      .filter((file) => fs.statSync(file).size === 0);
    torn.forEach((file) => fs.rmSync(file));
    return torn.length > 0;
  }

  get outOfBand(): OutOfBand {
    const { url, username, password } = this.#running;
    return new OutOfBand(url, username, password);
  }

  pulumi(args: readonly string[]): Promise<Ended> {
    return this.#spawn(args)[1];
  }

  async stop(): Promise<void> {
    await this.#emulator?.close();
    fs.rmSync(this.folder, { recursive: true, force: true });
    fs.rmSync(this.home, { recursive: true, force: true });
  }

  get #places(): Readonly<Record<string, string>> {
    return {
      state: path.join(this.home, "state"),
      data: path.join(this.home, "data"),
      journal: path.join(this.folder, ".haleconnect"),
    };
  }

  get #running(): Emulator {
    if (this.#emulator === undefined) {
      throw new Error(`The emulator is not running (${this.#begin})`);
    }
    return this.#emulator;
  }

  #spawn(args: readonly string[]): [ChildProcess, Promise<Ended>] {
    const { url, username, password } = this.#running;
    const env = {
      ...cleanEnvironment(),
      PULUMI_HOME: path.join(this.home, "pulumi"),
      PULUMI_BACKEND_URL: `file://${this.#places["state"] ?? ""}`,
      PULUMI_CONFIG_PASSPHRASE: "of the tests",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      HALECONNECT_URL: url,
      HALECONNECT_USERNAME: username,
      HALECONNECT_PASSWORD: password,
    };
    const child = spawn("pulumi", [...args, "--non-interactive"], {
      cwd: this.folder,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    }
    return [child, new Promise((resolve) => child.once("exit", (code) => resolve({ code, output })))];
  }

  async #expect(ended: Promise<Ended>): Promise<void> {
    const { code, output } = await ended;
    if (code !== 0) {
      throw new Error(output);
    }
  }

  async #fresh(): Promise<void> {
    for (const place of Object.values(this.#places)) {
      fs.mkdirSync(place, { recursive: true });
    }
    await this.#start();
  }

  /** On the same port each time, since the state knows the address. */
  async #start(): Promise<void> {
    const port = this.#emulator === undefined ? 0 : Number(new URL(this.#emulator.url).port);
    this.#emulator = await startEmulator({ port, dataDirectory: path.join(this.home, "data") });
  }

  async #keepAs(begin: Beginning): Promise<void> {
    await this.#emulator?.close();
    for (const [name, place] of Object.entries(this.#places)) {
      fs.mkdirSync(place, { recursive: true });
      fs.cpSync(place, path.join(this.home, begin, name), { recursive: true });
    }
    await this.#start();
  }

  async #control(method: string, what: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
    const response = await fetch(`${this.#running.url}/_emulator/${what}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (!response.ok) {
      throw new Error(await response.text());
    }
    return response.json();
  }
}

export const up = ["up", "--yes", "--skip-preview"];
export const destroy = ["destroy", "--yes", "--skip-preview"];

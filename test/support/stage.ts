import fs from "node:fs";
import path from "node:path";
import type { Emulator } from "../../emulator";
import { startForTest } from "./emulator";
import type { Alteration } from "../../emulator/server/alteration";
import { createClient, readSettings, type Client } from "../../provider/client";
import { kinds } from "../../provider/kinds";
import { fileNameOf } from "../../provider/kinds/files/file-name";
import { providerTexts, ProviderProcess } from "./provider-process";
import { SingleResource } from "./single-resource";

/** A fault as the emulator's control endpoint takes it. */
export interface Fault {
  readonly operation: string;
  readonly fault: string;
  readonly times?: number;
  readonly after?: number;
  readonly seconds?: number;
  readonly alteration?: Alteration;
}

export interface StageOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** A roles file; without it the platform's own roles. */
  readonly roles?: string;
}

/** A hale»connect of its own, a folder as a program has one, and the processes that manage it. */
export class Stage {
  #processes: ProviderProcess[] = [];
  #renewable: ProviderProcess | undefined;

  private constructor(
    readonly installed: string,
    readonly folder: string,
    readonly emulator: Emulator,
    readonly texts: Readonly<Record<string, string>>,
    readonly environment: Readonly<Record<string, string>>,
    /** Somebody who works on the tenant without Pulumi. */
    readonly outOfBand: Client,
  ) {}

  static async start(installed: string, { environment = {}, ...options }: StageOptions = {}): Promise<Stage> {
    const emulator = await startForTest(options);
    fs.mkdirSync(path.join(installed, "projects"), { recursive: true });
    const folder = fs.mkdtempSync(path.join(installed, "projects", "stage-"));
    const own = {
      HALECONNECT_URL: emulator.url,
      HALECONNECT_USERNAME: emulator.username,
      HALECONNECT_PASSWORD: emulator.password,
      // The tests do not spare this server.
      HALECONNECT_REQUESTS_PER_SECOND: "1000",
    };
    return new Stage(
      installed,
      folder,
      emulator,
      await textsOf(installed),
      { ...own, ...environment },
      createClient(readSettings(own)),
    );
  }

  /** A provider process, new as at the start of a run. */
  async process(environment: Readonly<Record<string, string>> = {}): Promise<ProviderProcess> {
    const started = await ProviderProcess.start(this.installed, this.folder, { ...this.environment, ...environment });
    this.#processes.push(started);
    return started;
  }

  /** A run that begins as in a new process, in one that all runs share: starting it is what takes the time. */
  async run(environment: Readonly<Record<string, string>> = {}): Promise<ProviderProcess> {
    if (this.#renewable?.isRunning !== true) {
      const { installed, folder } = this;
      this.#renewable = await ProviderProcess.start(installed, folder, this.environment, { isRenewable: true });
      this.#processes.push(this.#renewable);
    }
    await this.#renewable.renew(environment);
    return this.#renewable;
  }

  resource(name: string, kindName: string): SingleResource {
    return new SingleResource(name, kindName, this.texts[fileNameOf(kindName)] ?? "");
  }

  async arm(...faults: readonly Fault[]): Promise<void> {
    for (const fault of faults) {
      await this.#control("POST", "faults", fault);
    }
  }

  async disarm(): Promise<void> {
    await this.#control("DELETE", "faults");
  }

  /** Faults that hit nothing so far. */
  async armed(): Promise<readonly Fault[]> {
    return ((await this.#control("GET", "faults")) as { faults: readonly Fault[] }).faults;
  }

  /** The operations that were asked for since the last call, in order. */
  async requests(): Promise<string[]> {
    const { requests } = (await this.#control("GET", "requests")) as {
      requests: { operation: string | null; method: string; path: string }[];
    };
    await this.#control("DELETE", "requests");
    return requests.map(({ operation, method, path: asked }) => operation ?? `${method} ${asked}`);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#processes.map((process) => process.stop()));
    this.outOfBand.close();
    await this.emulator.close();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  async #control(method: string, what: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.emulator.url}/_emulator/${what}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(await response.text());
    }
    return response.json();
  }
}

type Texts = Record<string, string>;

/** The texts of an installed package, once they were asked for. */
const keptIn = (installed: string): string => path.join(installed, "provider-texts.json");

/** Asks the installed package for the texts by which Pulumi finds its providers, for every stage on it. */
export async function keepTexts(installed: string): Promise<Texts> {
  const modules = kinds.map(({ name }) => fileNameOf(name));
  const texts = await providerTexts(installed, modules);
  fs.writeFileSync(keptIn(installed), JSON.stringify(texts));
  return texts;
}

async function textsOf(installed: string): Promise<Texts> {
  const kept = keptIn(installed);
  return fs.existsSync(kept) ? (JSON.parse(fs.readFileSync(kept, "utf8")) as Texts) : keepTexts(installed);
}

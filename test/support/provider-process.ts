import { execFile, spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { cleanEnvironment } from "./clean-environment";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

export type Values = Readonly<Record<string, unknown>>;

export interface Failure {
  readonly property: string;
  readonly reason: string;
}

/** An object that was made but not brought to its form: what the engine stores of it. */
export class HalfMade extends Error {
  constructor(
    message: string,
    readonly id: string,
    readonly properties: Values,
  ) {
    super(message);
  }
}

const run = promisify(execFile);

const renewal = path.join(__dirname, "renewed-package.cjs");

/**
 * The process in which Pulumi runs dynamic providers, driven as the engine drives it, over its gRPC interface. It runs
 * the packed package as it was installed.
 */
export class ProviderProcess {
  readonly #child: ChildProcess;
  readonly #client: ResourceProviderClient;
  /** What the process printed. */
  output = "";

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.#client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    const take = (text: string): void => {
      this.output += text;
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
  }

  static async start(
    installed: string,
    cwd: string,
    environment: Readonly<Record<string, string>>,
    { isRenewable = false } = {},
  ): Promise<ProviderProcess> {
    const script = path.join(installed, "node_modules", "@pulumi", "pulumi", "cmd", "dynamic-provider", "index.js");
    const child = spawn(process.execPath, [...(isRenewable ? ["--require", renewal] : []), script, "127.0.0.1:1"], {
      cwd,
      env: { ...cleanEnvironment(), PULUMI_NODEJS_PROJECT: "tenant", PULUMI_PROJECT: "tenant", ...environment },
      stdio: ["ignore", "pipe", "pipe", ...(isRenewable ? ["ipc" as const] : [])],
    });
    child.stdout?.setEncoding("utf8");
    child.stderr?.setEncoding("utf8");
    const port = await new Promise<number>((resolve, reject) => {
      child.stdout?.once("data", (text: string) => {
        resolve(Number(text.trim().split("\n")[0]));
      });
      child.once("exit", (code) => {
        reject(new Error(`The provider process ended with ${code ?? "a signal"}`));
      });
    });
    const started = new ProviderProcess(child, port);
    await started.#ask("configure", new messages.ConfigureRequest().setArgs(structOf({})));
    return started;
  }

  async check(urn: string, olds: Values, news: Values): Promise<{ inputs: Values; failures: Failure[] }> {
    const request = new messages.CheckRequest().setUrn(urn).setOlds(structOf(olds)).setNews(structOf(news));
    const reply: messages.CheckResponse = await this.#ask("check", request);
    return {
      inputs: valuesOf(reply.getInputs()),
      failures: reply.getFailuresList().map((it) => ({ property: it.getProperty(), reason: it.getReason() })),
    };
  }

  async diff(urn: string, id: string, olds: Values, news: Values) {
    const request = new messages.DiffRequest().setUrn(urn).setId(id).setOlds(structOf(olds)).setNews(structOf(news));
    const reply: messages.DiffResponse = await this.#ask("diff", request);
    return {
      changes: reply.getChanges() === messages.DiffResponse.DiffChanges.DIFF_SOME,
      replaces: reply.getReplacesList(),
      deleteBeforeReplace: reply.getDeletebeforereplace(),
    };
  }

  async create(urn: string, inputs: Values): Promise<{ id: string; outputs: Values }> {
    const request = new messages.CreateRequest().setUrn(urn).setProperties(structOf(inputs));
    const reply: messages.CreateResponse = await this.#ask("create", request);
    return { id: reply.getId(), outputs: valuesOf(reply.getProperties()) };
  }

  /** undefined: it is gone. */
  async read(urn: string, id: string, inputs: Values, outputs: Values) {
    const request = new messages.ReadRequest()
      .setUrn(urn)
      .setId(id)
      .setInputs(structOf(inputs))
      .setProperties(structOf(outputs));
    const reply: messages.ReadResponse = await this.#ask("read", request);
    return reply.getId() === ""
      ? undefined
      : {
          // What is left out stays as it is in the state.
          inputs: reply.hasInputs() ? valuesOf(reply.getInputs()) : inputs,
          outputs: valuesOf(reply.getProperties()),
        };
  }

  async update(urn: string, id: string, olds: Values, news: Values): Promise<Values> {
    const request = new messages.UpdateRequest().setUrn(urn).setId(id).setOlds(structOf(olds)).setNews(structOf(news));
    const reply: messages.UpdateResponse = await this.#ask("update", request);
    return valuesOf(reply.getProperties());
  }

  async delete(urn: string, id: string, outputs: Values): Promise<void> {
    await this.#ask("delete", new messages.DeleteRequest().setUrn(urn).setId(id).setProperties(structOf(outputs)));
  }

  /** Has the package loaded anew, for the next run; what was added to the environment for the last one is gone. */
  async renew(environment: Readonly<Record<string, string>>): Promise<void> {
    const renewed = new Promise((resolve) => this.#child.once("message", resolve));
    this.#child.send({ environment });
    await renewed;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** As the engine ends it: SIGINT at the end of a run; or as a killer does. */
  async stop(signal: "SIGINT" | "SIGKILL" = "SIGINT"): Promise<void> {
    this.#client.close();
    if (this.isRunning) {
      const ended = new Promise((resolve) => this.#child.once("exit", resolve));
      this.#child.kill(signal);
      await ended;
    }
  }

  #ask<Reply>(method: string, request: object): Promise<Reply> {
    const call = (this.#client as unknown as Record<string, (...args: unknown[]) => void>)[method];
    return new Promise((resolve, reject) => {
      call?.call(this.#client, request, (error: grpc.ServiceError | null, reply: Reply) => {
        if (error === null) {
          resolve(reply);
        } else {
          reject(halfMade(error) ?? new Error(error.details));
        }
      });
    });
  }
}

/** The text by which Pulumi finds the provider of each kind, as it writes it into the state of the installed package. */
export async function providerTexts(installed: string, modules: readonly string[]): Promise<Record<string, string>> {
  const script = `
    const pulumi = require("@pulumi/pulumi");
    (async () => {
      const texts = {};
      for (const module of ${JSON.stringify(modules)}) {
        const provider = require("pulumi-haleconnect/dynamic/" + module);
        texts[module] = (await pulumi.runtime.serializeFunction(() => provider)).text;
      }
      console.log(JSON.stringify(texts));
    })();`;
  const { stdout } = await run(process.execPath, ["-e", script], { cwd: installed });
  return JSON.parse(stdout) as Record<string, string>;
}

function halfMade(error: grpc.ServiceError): HalfMade | undefined {
  const [details] = error.metadata.get("grpc-status-details-bin");
  if (!Buffer.isBuffer(details)) {
    return undefined;
  }
  for (const any of Status.deserializeBinary(details).getDetailsList()) {
    const failed = any.unpack(
      ErrorResourceInitFailed.deserializeBinary.bind(ErrorResourceInitFailed),
      "pulumirpc.ErrorResourceInitFailed",
    );
    if (failed !== null) {
      return new HalfMade(failed.getReasonsList().join("\n"), failed.getId(), valuesOf(failed.getProperties()));
    }
  }
  return undefined;
}

function structOf(values: Values): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(values)) as Record<string, JavaScriptValue>);
}

function valuesOf(struct: Struct | undefined): Values {
  return struct?.toJavaScript() ?? {};
}

import fs from "node:fs";
import path from "node:path";
import type { ConfigSource } from "../client";
import { variableOf } from "../client/settings";
import { HaleconnectError } from "../errors";

const PROJECT = "Pulumi.yaml";
const PREFIX = "haleconnect:";
const LOGIN: readonly string[] = ["username", "password", "token"];

/** The provider's settings in the configuration of a Pulumi stack, as far as they can be read without Pulumi. */
export interface StackConfig extends ConfigSource {
  readonly stack: string;
  /** Names of plain settings with their values: `url`. */
  readonly values: ReadonlyMap<string, string>;
  /** Names of settings that only Pulumi can decrypt. */
  readonly secrets: readonly string[];
}

/**
 * The configuration of the one stack of the project in the folder or above it, or of the stack that is named. undefined:
 * there is no project, or several stacks and none is named.
 */
export function stackConfigOf(folder: string, named: string | undefined): StackConfig | undefined {
  const project = projectAbove(folder);
  const stacks = project === undefined ? [] : stacksIn(project);
  const stack = named ?? (stacks.length === 1 ? stacks[0] : undefined);
  if (named !== undefined && !stacks.includes(named)) {
    throw new HaleconnectError("HC1007", {
      what: `There is no stack ${named}`,
      where: "--stack",
      why:
        project === undefined
          ? `There is no ${PROJECT} in ${folder} or above it.`
          : `${project} has ${stacks.length === 0 ? "no configuration of a stack" : `the configuration of ${stacks.join(", ")}`}.`,
      remedy: `Name a stack for which there is a file Pulumi.<stack>.yaml beside ${PROJECT}.`,
    });
  }
  return project === undefined || stack === undefined ? undefined : readConfig(project, stack);
}

function projectAbove(folder: string): string | undefined {
  if (fs.existsSync(path.join(folder, PROJECT))) {
    return folder;
  }
  const parent = path.dirname(folder);
  return parent === folder ? undefined : projectAbove(parent);
}

function stacksIn(project: string): readonly string[] {
  return fs.readdirSync(project).flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? []);
}

function readConfig(project: string, stack: string): StackConfig {
  const entries = Object.entries(configIn(path.join(project, `Pulumi.${stack}.yaml`))).flatMap(([key, value]) =>
    key.startsWith(PREFIX) ? [[key.slice(PREFIX.length), value] as const] : [],
  );
  const plain = entries.flatMap(([name, value]) =>
    ["string", "number", "boolean"].includes(typeof value) ? [[name, String(value)] as const] : [],
  );
  // A run starts in the folder of the project, so a path in its configuration begins there.
  const values = new Map(
    plain.map(([name, value]) => [name, /^(contract|caFile)$/.test(name) ? path.resolve(project, value) : value]),
  );
  const secrets = entries.flatMap(([name, value]) => (isSecret(value) ? [name] : []));
  return { stack, values, secrets, get: (key) => values.get(key.slice(PREFIX.length)) };
}

function configIn(file: string): Readonly<Record<string, unknown>> {
  const { parse } = require("yaml") as typeof import("yaml");
  try {
    const content = parse(fs.readFileSync(file, "utf8")) as { readonly config?: unknown } | null;
    const { config } = content ?? {};
    return typeof config === "object" && config !== null ? (config as Readonly<Record<string, unknown>>) : {};
  } catch (error) {
    throw new HaleconnectError("HC1007", {
      what: "The configuration of the stack cannot be read",
      where: file,
      why: `${(error as Error).message.split("\n")[0] ?? ""}.`,
      remedy: "Correct the file, or set HALECONNECT_URL and the login in the environment and leave --stack out.",
    });
  }
}

export function hasLogin({ values, secrets }: StackConfig): boolean {
  return LOGIN.some((name) => values.has(name) || secrets.includes(name));
}

/** The settings of a stack for a server that is not its own. */
export function withoutLogin(config: StackConfig): StackConfig {
  const values = new Map([...config.values].filter(([name]) => !LOGIN.includes(name)));
  const secrets = config.secrets.filter((name) => !LOGIN.includes(name));
  return { ...config, values, secrets, get: (key) => values.get(key.slice(PREFIX.length)) };
}

function isSecret(value: unknown): boolean {
  return typeof value === "object" && value !== null && "secure" in value;
}

/** The environment with what the stack's configuration adds to it. What stands in the environment wins. */
export function environmentWith(env: NodeJS.ProcessEnv, config: StackConfig | undefined): NodeJS.ProcessEnv {
  const isSet = (name: string): boolean => (env[variableOf(name)] ?? "") !== "";
  const has = (name: string): boolean => isSet(name) || config?.values.has(name) === true;
  // Half a login is none, and one of the environment is not mixed with a token of the configuration.
  const isOut = (name: string): boolean =>
    (name === "token" && (isSet("username") || isSet("password"))) ||
    ((name === "username" || name === "password") && (isSet("token") || !has("username") || !has("password")));
  const added = [...(config?.values ?? [])].filter(([name]) => !isSet(name) && !isOut(name));
  return { ...env, ...Object.fromEntries(added.map(([name, value]) => [variableOf(name), value])) };
}

/** What to say of secrets that would be needed; empty: none is. */
export function secretsMissing(env: NodeJS.ProcessEnv, config: StackConfig | undefined): readonly string[] {
  const isSet = (name: string): boolean => (env[variableOf(name)] ?? "") !== "";
  const needed = isSet("token") ? [] : ["password", "token"].filter((name) => !isSet(name));
  return (config?.secrets ?? [])
    .filter((name) => needed.includes(name) && !isSet("password"))
    .map(
      (name) =>
        `${PREFIX}${name} is a secret of the stack ${config?.stack ?? ""}, which this command cannot read: set ${variableOf(name)}`,
    );
}

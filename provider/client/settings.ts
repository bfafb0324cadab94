import { X509Certificate } from "node:crypto";
import fs from "node:fs";
import { z } from "zod";
import { HaleconnectError } from "../errors";
import { problemWithAddress } from "./address";
import { Secret } from "./secret";

/** The stack's configuration as Pulumi hands it over; asked for `haleconnect:url` and so on. */
export interface ConfigSource {
  get(key: string): string | undefined;
}

export type Credentials =
  | { readonly kind: "login"; readonly username: string; readonly password: Secret }
  | { readonly kind: "token"; readonly token: Secret };

/** How the provider talks to the platform. */
export interface Settings {
  /** Scheme, host and port, without a slash at the end. */
  readonly url: string;
  readonly credentials: Credentials;
  /** Certificates in PEM of private authorities, trusted beside the public ones. */
  readonly ca?: string;
  readonly concurrency: number;
  readonly requestsPerSecond: number;
  /** For one request, from the connection to the end of the answer. */
  readonly timeoutSeconds: number;
  /** The file that holds the counts so far. */
  readonly summary?: string;
  /** Writes that the public facts do not give are sent to any server. */
  readonly allowDesigned: boolean;
  /** What this account does not see counts as gone, also where another one saw it before. */
  readonly believeAbsence: boolean;
}

const wholeNumber = (least: number, most: number, byDefault: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((it) => it >= least && it <= most)
    .default(byDefault)
    .describe(`a whole number from ${least} to ${most}`);

const yesOrNo = z
  .enum(["1", "true", "0", "false"])
  .transform((it) => it === "1" || it === "true")
  .default(false)
  .describe("1 or 0");

/** By its name in the stack's configuration; the environment variable is derived from it. */
const types = {
  url: z.string().optional(),
  username: z.string().optional(),
  password: z.string().optional(),
  // It travels in a header. White space around it comes from files that it was read from.
  token: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/)
    .optional()
    .describe("visible ASCII characters"),
  caFile: z.string().optional(),
  concurrency: wholeNumber(1, 100, 8),
  requestsPerSecond: wholeNumber(1, 1000, 50),
  timeoutSeconds: wholeNumber(1, 3600, 60),
  summary: z.string().optional(),
  allowDesigned: yesOrNo,
  believeAbsence: yesOrNo,
};

type Name = keyof typeof types;

/** `requestsPerSecond`: HALECONNECT_REQUESTS_PER_SECOND. */
function variableOf(name: Name): string {
  return `HALECONNECT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** What the person gave, the environment before the stack's configuration, and what is wrong with it. */
class Reading {
  readonly problems: string[] = [];

  constructor(
    readonly env: NodeJS.ProcessEnv,
    readonly config: ConfigSource | undefined,
  ) {}

  isInEnvironment(name: Name): boolean {
    return (this.env[variableOf(name)] ?? "") !== "";
  }

  value<N extends Name>(name: N): z.output<(typeof types)[N]> | undefined {
    const type: z.ZodType = types[name];
    const parsed = type.safeParse(this.#given(name));
    if (!parsed.success) {
      const value = name === "token" ? "malformed" : JSON.stringify(this.#given(name));
      this.problem(name, `is ${value}: expected ${type.description ?? "another form"}`);
      return undefined;
    }
    return parsed.data as z.output<(typeof types)[N]>;
  }

  /** Names the place where the value stands, or where it should. */
  problem(name: Name, what: string): void {
    const isInConfig = !this.isInEnvironment(name) && this.#given(name) !== undefined;
    this.problems.push(`${isInConfig ? `haleconnect:${name}` : variableOf(name)} ${what}.`);
  }

  #given(name: Name): string | undefined {
    return this.env[variableOf(name)] || this.config?.get(`haleconnect:${name}`) || undefined;
  }
}

/** Reads and checks everything at once, so that all problems are told together. */
export function readSettings(env: NodeJS.ProcessEnv, config?: ConfigSource): Settings {
  const reading = new Reading(env, config);
  const url = readAddress(reading);
  const credentials = readCredentials(reading);
  const ca = readAuthorities(reading);
  const concurrency = reading.value("concurrency");
  const requestsPerSecond = reading.value("requestsPerSecond");
  const timeoutSeconds = reading.value("timeoutSeconds");
  const allowDesigned = reading.value("allowDesigned");
  const believeAbsence = reading.value("believeAbsence");
  const summary = reading.value("summary");
  if (
    url === undefined ||
    credentials === undefined ||
    concurrency === undefined ||
    requestsPerSecond === undefined ||
    timeoutSeconds === undefined ||
    allowDesigned === undefined ||
    believeAbsence === undefined ||
    reading.problems.length > 0
  ) {
    const isAllThere = url !== undefined && credentials !== undefined;
    throw new HaleconnectError("HC1001", {
      why: reading.problems.join("\n        "),
      ...(isAllThere ? { what: "The connection is not configured rightly", remedy: "Correct what is named." } : {}),
    });
  }
  return {
    url,
    credentials,
    concurrency,
    requestsPerSecond,
    timeoutSeconds,
    allowDesigned,
    believeAbsence,
    ...(ca === undefined ? {} : { ca }),
    ...(summary === undefined ? {} : { summary }),
  };
}

function readAddress(reading: Reading): string | undefined {
  const given = reading.value("url");
  const problem =
    given === undefined ? "is missing: expected an address such as https://haleconnect.com" : problemWithAddress(given);
  if (problem !== undefined) {
    reading.problem("url", problem);
    return undefined;
  }
  return given === undefined ? undefined : new URL(given).origin;
}

/** A token or a login; where both are given, the one from the environment, and among equals the token. */
function readCredentials(reading: Reading): Credentials | undefined {
  const [token, username, password] = [reading.value("token"), reading.value("username"), reading.value("password")];
  const hasLogin = username !== undefined && password !== undefined;
  const isLoginNearer =
    hasLogin &&
    !reading.isInEnvironment("token") &&
    (reading.isInEnvironment("username") || reading.isInEnvironment("password"));
  if (token !== undefined && !isLoginNearer) {
    return { kind: "token", token: new Secret(token) };
  }
  if (hasLogin) {
    return { kind: "login", username, password: new Secret(password) };
  }
  if (username === undefined) {
    reading.problem("username", "is missing: expected a user name, or a token in HALECONNECT_TOKEN");
  }
  if (password === undefined) {
    reading.problem("password", "is missing: expected the user's password, or a token in HALECONNECT_TOKEN");
  }
  return undefined;
}

function readAuthorities(reading: Reading): string | undefined {
  const file = reading.value("caFile");
  if (file === undefined) {
    return undefined;
  }
  try {
    const pem = fs.readFileSync(file, "utf8");
    assertCertificate(pem);
    return pem;
  } catch (error) {
    const { syscall, code = "" } = error as NodeJS.ErrnoException;
    const reason = syscall === undefined ? "holds no certificate in PEM form" : `cannot be read (${code})`;
    reading.problem("caFile", `is ${JSON.stringify(file)}, which ${reason}`);
    return undefined;
  }
}

function assertCertificate(pem: string): X509Certificate {
  return new X509Certificate(pem);
}

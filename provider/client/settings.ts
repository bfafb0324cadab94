import { X509Certificate } from "node:crypto";
import fs from "node:fs";
import { z } from "zod";
import { HaleconnectError, fileTroubleInWords } from "../errors";
import { problemWithAddress } from "./address";
import type { Credentials } from "./credentials";
import { Secret } from "./secret";

/** The stack's configuration as Pulumi hands it over; asked for `haleconnect:url` and so on. */
export interface ConfigSource {
  get(key: string): string | undefined;
}

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
  /** The file that keeps each call with its answer, by shape. */
  readonly record?: string;
  /** It keeps values as well, save for secrets, personal names and e-mail addresses. */
  readonly recordValues?: boolean;
  /** The contract file. Without it, the nearest haleconnect.contract.yaml above the program counts. */
  readonly contract?: string;
  /** Writes that the public facts do not give are sent to any server. */
  readonly allowDesigned: boolean;
  /** What this account does not see counts as gone, also where another one saw it before. */
  readonly believeAbsence: boolean;
  /** Nothing is sent but the login and GET requests. */
  readonly onlyLooks?: true;
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
  .describe("1, true, 0 or false");

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
    .describe("visible ASCII characters, without spaces and line breaks inside"),
  caFile: z.string().optional(),
  concurrency: wholeNumber(1, 100, 8),
  requestsPerSecond: wholeNumber(1, 1000, 50),
  timeoutSeconds: wholeNumber(1, 3600, 60),
  summary: z.string().optional(),
  record: z.string().optional(),
  recordValues: yesOrNo,
  contract: z.string().optional(),
  allowDesigned: yesOrNo,
  believeAbsence: yesOrNo,
};

type Name = keyof typeof types;

/** `requestsPerSecond`: HALECONNECT_REQUESTS_PER_SECOND. */
export function variableOf(name: string): string {
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

  isGiven(name: Name): boolean {
    return this.#given(name) !== undefined;
  }

  /** The place where the value stands, or where it should. */
  placeOf(name: Name): string {
    return !this.isInEnvironment(name) && this.isGiven(name) ? `haleconnect:${name}` : variableOf(name);
  }

  problem(name: Name, what: string): void {
    this.problems.push(`${this.placeOf(name)} ${what}.`);
  }

  #given(name: Name): string | undefined {
    return this.env[variableOf(name)] || this.config?.get(`haleconnect:${name}`) || undefined;
  }
}

/** Reads and checks everything at once, so that all problems are told together. */
export function readSettings(env: NodeJS.ProcessEnv, config?: ConfigSource): Settings {
  const { settings, error } = readWhatIsRight(env, config);
  if (error !== undefined) {
    throw error;
  }
  return settings as Settings;
}

/** The settings that are right, and the error about the others. Without an error the settings are complete. */
export function readWhatIsRight(
  env: NodeJS.ProcessEnv,
  config?: ConfigSource,
): { readonly settings: Partial<Settings>; readonly error?: HaleconnectError } {
  const reading = new Reading(env, config);
  const read = {
    url: readAddress(reading),
    credentials: readCredentials(reading),
    ca: readAuthorities(reading),
    concurrency: reading.value("concurrency"),
    requestsPerSecond: reading.value("requestsPerSecond"),
    timeoutSeconds: reading.value("timeoutSeconds"),
    allowDesigned: reading.value("allowDesigned"),
    believeAbsence: reading.value("believeAbsence"),
    summary: reading.value("summary"),
    record: reading.value("record"),
    recordValues: reading.value("recordValues") === true ? true : undefined,
    contract: reading.value("contract"),
  };
  const settings = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
  return reading.problems.length === 0 ? { settings } : { settings, error: problemsIn(reading) };
}

function problemsIn(reading: Reading): HaleconnectError {
  const isAllThere = reading.isGiven("url") && (reading.isGiven("token") || reading.isGiven("password"));
  return new HaleconnectError("HC1001", {
    why: reading.problems.join("\n        "),
    ...(isAllThere ? wrong(reading.problems.length) : {}),
  });
}

function wrong(count: number) {
  return count === 1
    ? { what: "A setting of the connection is wrong", remedy: "Correct this setting and run again." }
    : { what: "Some settings of the connection are wrong", remedy: "Correct these settings and run again." };
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
  const login = { username: reading.placeOf("username"), password: reading.placeOf("password") };
  const isLoginNearer =
    hasLogin &&
    !reading.isInEnvironment("token") &&
    (reading.isInEnvironment("username") || reading.isInEnvironment("password"));
  if (token !== undefined && !isLoginNearer) {
    const from = reading.placeOf("token");
    return { kind: "token", token: new Secret(token), from, ...(hasLogin ? { beside: login } : {}) };
  }
  if (hasLogin) {
    return { kind: "login", username, password: new Secret(password), from: login };
  }
  // A token that is malformed is told already, and is all that is wrong.
  if (!reading.isGiven("token")) {
    tellMissing(reading);
  }
  return undefined;
}

function tellMissing(reading: Reading): void {
  for (const [name, other] of [
    ["username", "password"],
    ["password", "username"],
  ] as const) {
    if (!reading.isGiven(name)) {
      const what = name === "username" ? "a user name" : "the user's password";
      const beside = reading.isGiven(other) ? `, which belongs to ${reading.placeOf(other)}` : "";
      reading.problem(name, `is missing: expected ${what}${beside}; or set HALECONNECT_TOKEN to a token instead`);
    }
  }
}

function readAuthorities(reading: Reading): string | undefined {
  const file = reading.value("caFile");
  if (file === undefined) {
    return undefined;
  }
  try {
    const pem = fs.readFileSync(file, "utf8");
    const problem = problemWithCertificates(pem);
    if (problem === undefined) {
      return pem;
    }
    reading.problem("caFile", `is ${JSON.stringify(file)}, which ${problem}`);
  } catch (error) {
    reading.problem("caFile", `is ${JSON.stringify(file)}, which cannot be read: ${fileTroubleInWords(error)}`);
  }
  return undefined;
}

/** Each of them counts: one that is broken would only fail at the first connection. */
function problemWithCertificates(pem: string): string | undefined {
  const certificates = pem.match(/-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----[^]*?(-----END|$)[^\n]*/g) ?? [];
  const broken = certificates.findIndex((one) => !isCertificate(one));
  if (certificates.length === 0) {
    return "holds no certificate in PEM form: expected text that begins with -----BEGIN CERTIFICATE-----";
  }
  return broken < 0 ? undefined : `holds a broken certificate: number ${broken + 1} of ${certificates.length}`;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

import fs from "node:fs";
import { isLoopback } from "../../../client/address";
import { Secret } from "../../../client/secret";
import { HaleconnectError, fileTroubleInWords } from "../../../errors";

export const trackerNames = ["github", "gitlab"] as const;
type TrackerName = (typeof trackerNames)[number];

/** Where issues are kept, and how to get there. */
export interface TrackerSettings {
  readonly name: TrackerName;
  /** Address of the API, without a slash at the end. */
  readonly api: string;
  readonly project: string;
  readonly token: Secret;
  /** Certificates in PEM of private authorities. */
  readonly ca?: string;
  readonly timeoutSeconds: number;
}

/** What the client of the platform knows of the network counts here too. */
type Network = Pick<TrackerSettings, "ca" | "timeoutSeconds">;

/** The variables of each tracker, the first one that is set. */
const variables = {
  github: { token: ["GITHUB_TOKEN"], project: "GITHUB_REPOSITORY", api: "GITHUB_API_URL" },
  gitlab: { token: ["HALECONNECT_GITLAB_TOKEN", "GITLAB_TOKEN"], project: "CI_PROJECT_ID", api: "CI_API_V4_URL" },
} as const satisfies Record<TrackerName, object>;

const projects = {
  github: { form: /^[\w.-]+\/[\w.-]+$/, inWords: "an owner and a repository, such as `land/tenant`" },
  gitlab: { form: /^[^\s?#]+$/, inWords: "the id or the path of a project" },
} as const;

/** Reads everything from the variables of the pipeline, and tells all problems together. */
export function readTracker(given: string, env: NodeJS.ProcessEnv, network: Network): TrackerSettings {
  const name = trackerNames.find((it) => it === given);
  if (name === undefined) {
    throw new HaleconnectError("HC1007", {
      what: `--issue does not take ${JSON.stringify(given)}`,
      where: "--issue",
      why: `It takes the name of an issue tracker. Known: ${trackerNames.join(", ")}.`,
    });
  }
  const problems: string[] = [];
  const token = tokenIn(name, env, problems);
  const project = projectIn(name, env, problems);
  const api = addressIn(name, env, problems);
  const ca = authoritiesIn(env, network.ca, problems);
  if (problems.length > 0) {
    throw new HaleconnectError("HC8307", { where: `--issue ${name}`, why: problems.join("\n        ") });
  }
  const { timeoutSeconds } = network;
  return { name, api, project, token: new Secret(token), timeoutSeconds, ...(ca === undefined ? {} : { ca }) };
}

/** The value is never quoted. */
function tokenIn(name: TrackerName, env: NodeJS.ProcessEnv, problems: string[]): string {
  const names: readonly string[] = variables[name].token;
  const from = names.find((it) => given(env, it) !== undefined);
  const value = from === undefined ? undefined : given(env, from);
  if (value === undefined) {
    const job = given(env, "CI_JOB_TOKEN") !== undefined && name === "gitlab";
    const beside = job ? " CI_JOB_TOKEN is set, but GitLab does not let it write issues." : "";
    problems.push(`${names.join(" or ")} is missing: expected a token that may write issues.${beside}`);
  } else if (!/^[\x21-\x7e]+$/.test(value)) {
    problems.push(`${from ?? ""} is malformed: expected visible ASCII characters, without spaces inside.`);
  }
  return value ?? "";
}

function projectIn(name: TrackerName, env: NodeJS.ProcessEnv, problems: string[]): string {
  const value = given(env, variables[name].project);
  const { form, inWords } = projects[name];
  if (value === undefined || !form.test(value)) {
    const state = value === undefined ? "is missing" : `is ${JSON.stringify(value)}`;
    problems.push(`${variables[name].project} ${state}: expected ${inWords}.`);
  }
  return value ?? "";
}

/** Unlike the platform's address it has a path. It is quoted only where it cannot hold a secret. */
function addressIn(name: TrackerName, env: NodeJS.ProcessEnv, problems: string[]): string {
  const variable = variables[name].api;
  const value = given(env, variable) ?? (name === "github" ? "https://api.github.com" : undefined);
  if (value === undefined) {
    problems.push(`${variable} is missing: expected an address such as https://gitlab.example/api/v4.`);
    return "";
  }
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  if (url === undefined || !isWeb || /[@?#]/.test(value)) {
    problems.push(`${variable} is no address of an API: expected https://, without credentials or a query.`);
    return "";
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    problems.push(`${variable} begins with http://, so the token would travel unencrypted: expected https://.`);
  }
  return value.replace(/\/+$/, "");
}

/** GitLab's runner names the authorities of its server itself, if it was given them. */
function authoritiesIn(env: NodeJS.ProcessEnv, known: string | undefined, problems: string[]): string | undefined {
  const file = given(env, "CI_SERVER_TLS_CA_FILE");
  if (file === undefined) {
    return known;
  }
  try {
    return [known, fs.readFileSync(file, "utf8")].filter((it) => it !== undefined).join("\n");
  } catch (error) {
    problems.push(
      `CI_SERVER_TLS_CA_FILE is ${JSON.stringify(file)}, which cannot be read: ${fileTroubleInWords(error)}.`,
    );
    return known;
  }
}

function given(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = env[name]?.trim() ?? "";
  return value === "" ? undefined : value;
}

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { kinds } from "../../provider/kinds";
import { Canaries, ProcessList, textBelow } from "./support/canaries";
import { oneOfEachKind, programOf, secretInputs, variableOf, type Declared } from "./support/every-kind";
import { installedFolder } from "./support/installed-folder";
import { Tenant } from "./support/tenant";

const canaries = new Canaries();
const ownPassword = canaries.password("HALECONNECT_PASSWORD");
const inputs = Object.fromEntries(
  secretInputs.map(({ kind, field }) => [variableOf(kind, field), canaries.password(`${kind}.${field}`)]),
);
const loud = ["--verbose=9", "--logtostderr", "--logflow"];

/** One life of a stack with an object of every kind, told in order; what is shown on the way is kept. */
let tenant: Tenant;
let declared: Declared;
let data: string;
let processes: ProcessList;
const shown: string[] = [];

beforeAll(async () => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-data-"));
  let made = 0;
  tenant = await Tenant.start(
    installedFolder(),
    { "index.js": "" },
    {
      dataDirectory: data,
      administratorPassword: ownPassword,
      newSecret: () => canaries.token(`secret ${++made} of the server`),
    },
  );
  declared = await oneOfEachKind(tenant);
  tenant.edit(programOf(declared));
  processes = new ProcessList();
});
afterAll(async () => {
  processes.stop();
  await tenant.stop();
  fs.rmSync(data, { recursive: true });
});

async function run(...args: readonly string[]) {
  const [verb = ""] = args;
  const consent = ["up", "destroy", "refresh"].includes(verb) && !args.includes("--preview-only") ? ["--yes"] : [];
  const environment = { ...inputs, HALECONNECT_SUMMARY: path.join(tenant.home, "summary.json") };
  const result = await tenant.pulumi([...args, ...consent, "--non-interactive"], environment);
  shown.push(result.output);
  return result;
}

/** At `--verbose=9` engine and SDK print the properties of each of their own calls as they are, of any provider. */
function withoutDumps(text: string): string {
  const dump = /"msg":"(Marshaling|Unmarshaling) property for RPC|RegisterResource RPC finished/;
  return text
    .split("\n")
    .filter((line) => !dump.test(line))
    .join("\n");
}

/** Where the program is changed so that every object that has a secret is given another one, or the same once more. */
const changed = (): Declared => ({
  ...declared,
  User: { ...declared["User"], passwordVersion: "second" },
  ApiToken: { ...declared["ApiToken"], validDays: 2500 },
});

describe("secrets of every kind, with the real engine", () => {
  it("have a canary in each secret position, which the state keeps encrypted", async () => {
    expect(secretInputs).toContainEqual({ kind: "User", field: "password" });
    expect((await run("preview", "--diff")).code).toBe(0);
    expect((await run("up", "--skip-preview", "--diff", ...loud)).code).toBe(0);

    const open = await tenant.pulumi(["stack", "export", "--show-secrets"]);
    const found = canaries.foundIn(open.output).join("\n");
    for (const { kind, field } of secretInputs) {
      expect(found).toContain(`${kind}.${field}, as it is`);
    }
    expect(found).toMatch(/secret \d+ of the server, as it is/);
    expect(canaries.foundIn((await run("stack", "export")).output)).toEqual([]);
  });

  it("pass through the engine with every kind", async () => {
    const { deployment } = (await tenant.stack.exportStack()) as unknown as {
      deployment: { resources: { type: string }[] };
    };
    const types = deployment.resources.map(({ type }) => /haleconnect:(\w+)$/.exec(type)?.[1]).filter(Boolean);
    expect(types.sort()).toEqual(kinds.map(({ name }) => name).sort());
  });

  it("cause neither a change nor drift afterwards", async () => {
    const unchanged = ["--skip-preview", "--diff", "--expect-no-changes"];
    expect((await run("up", ...unchanged)).code).toBe(0);
    expect((await run("refresh", ...unchanged, ...loud)).code).toBe(0);
    expect((await run("up", ...unchanged)).code).toBe(0);
  });

  it("survive a failure at each write of a secret", async () => {
    tenant.edit(programOf(changed()));
    for (const operation of ["changePassword", "regenerateOrganisationToken"]) {
      await tenant.fault({ operation, fault: "500", times: 50 });
    }
    const failed = await run("up", "--skip-preview", "--diff", ...loud);
    expect(failed.code).not.toBe(0);
    expect(failed.output).toMatch(/HC6001/);
    await fetch(`${tenant.emulator.url}/_emulator/faults`, { method: "DELETE" });
    expect((await run("up", "--skip-preview", "--diff")).code).toBe(0);
  });

  /** The engine itself shows the value of a property that a check refuses, unless no property is named. */
  it("are not repeated when a weak password is refused", async () => {
    const weak = "canaryofoneclass";
    const another = { ...declared["User"], username: "another", email: "another@users.example", screenName: "another" };
    tenant.edit(programOf({ User: another }));
    const { code, output } = await tenant.pulumi(["up", "--yes", "--non-interactive"], {
      [variableOf("User", "password")]: weak,
    });
    tenant.edit(programOf(changed()));
    expect(code).not.toBe(0);
    expect(output).toMatch(/HC3001[^]*password/);
    expect(output).not.toContain(weak);
  });

  it("stay hidden when the stack comes down", async () => {
    expect((await run("destroy", "--diff", ...loud)).code).toBe(0);
  });
});

describe("no canary is found, in any spelling", () => {
  it("in anything that Pulumi printed, including the log of the provider's process", () => {
    expect(shown.join("").length).toBeGreaterThan(100_000);
    expect(shown.flatMap((text) => canaries.foundIn(withoutDumps(text)))).toEqual([]);
  });

  it("in any state, backup, history or log that Pulumi keeps, and in the summary", () => {
    expect(fs.existsSync(path.join(tenant.home, "summary.json"))).toBe(true);
    expect(canaries.foundIn(textBelow(tenant.home))).toEqual([]);
  });

  it("in the folder of the program, with the provider's journal", () => {
    expect(fs.readdirSync(path.join(tenant.folder, ".haleconnect", "journal"))).not.toEqual([]);
    expect(canaries.foundIn(textBelow(tenant.folder))).toEqual([]);
  });

  it("in the data of the embedded hale»connect, except its administrator's login, which only the owner may read", () => {
    const login = path.join(data, "administrator.json");
    expect(fs.statSync(login).mode & 0o777).toBe(0o600);
    expect(canaries.foundIn(textBelow(data, (file) => file === login))).toEqual([]);
  });

  it("in the list of processes", () => {
    const commandLines = processes.stop();
    expect(commandLines).toMatch(/dynamic-provider/);
    expect(canaries.foundIn(commandLines)).toEqual([]);
  });
});

describe("the provider's own credentials", () => {
  const nothing = { HALECONNECT_PASSWORD: "", HALECONNECT_TOKEN: "" };
  const key = { password: "haleconnect:password", token: "haleconnect:token" };
  let session: string;
  beforeAll(async () => {
    const login = { username: tenant.emulator.username, password: ownPassword };
    const response = await fetch(`${tenant.emulator.url}/accounts/v1/auth/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(login),
    });
    session = ((await response.json()) as { token: string }).token;
    canaries.watch("HALECONNECT_TOKEN", session);
    tenant.edit(programOf({ Organisation: declared["Organisation"] ?? {} }));
  });

  async function liveWith(environment: Readonly<Record<string, string>>): Promise<string[]> {
    const outputs = [];
    const destroy = "destroy --yes --skip-preview --refresh --diff";
    for (const line of ["up --yes --skip-preview --diff", "stack export", destroy]) {
      const args = [...line.split(" "), "--non-interactive"];
      const { code, output } = await tenant.pulumi(args, { ...nothing, ...environment });
      expect(`${code}${code === 0 ? "" : output}`).toBe("0");
      outputs.push(output);
    }
    return canaries.foundIn([...outputs, textBelow(tenant.home), textBelow(tenant.folder)].join("\n"));
  }

  it.each([
    [key.password, () => ownPassword],
    [key.token, () => session],
  ])("as the secret %s of the stack's configuration are in no state and no output", async (name, secret) => {
    await tenant.pulumi(["config", "set", "--secret", name], {}, secret());
    expect(await liveWith({})).toEqual([]);
    await tenant.pulumi(["config", "rm", name]);
  });

  it("as a token of the environment are in no state and no output", async () => {
    expect(await liveWith({ HALECONNECT_TOKEN: session })).toEqual([]);
  });
});

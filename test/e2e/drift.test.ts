import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { DriftReport } from "../../provider/drift/model";
import { reportModel } from "../../provider/drift/model";
import { cleanEnvironment } from "../support/clean-environment";
import { outputsOn, settled } from "../support/settled";
import { haleconnect } from "../unit/cli/command";
import { gitlab, SmallTracker } from "../unit/cli/drift/small-tracker";
import { closeAll } from "../unit/client/scripted-server";
import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

/** What the program declares: `more` stands in place of what nobody deploys. */
const declared = ({ legalName = "Kreis Muster, Der Landrat", paths = true, more = [] as string[] } = {}) =>
  program(
    'const pulumi = require("@pulumi/pulumi");',
    'const state = new Organisation("state", { name: "Land Beispiel", parent: "1", description: "Land" });',
    `const county = new Organisation("county", { name: "Kreis Muster", parent: state, legalName: ${JSON.stringify(legalName)} });`,
    'const password = pulumi.secret("Sunshine-declared-42");',
    'const erika = new User("erika", { username: "erika", fullName: "Erika Muster", email: "erika@users.example", organisation: county, role: "themeManager", password });',
    'new RoleAssignment("helper", { user: erika, organisation: state, role: "dataManager" });',
    'new Bucket("roads", { organisation: state, name: "Roads", files: [{ name: "a.txt", content: "a" }] });',
    ...(paths ? ['new Bucket("paths", { organisation: county, name: "Paths" });'] : []),
    ...more,
  );

/** One life of a stack, told in order: each run of the engine takes seconds. */
let tenant: Tenant;
let tracker: SmallTracker;
let found: DriftReport;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), declared());
  tracker = await new SmallTracker(gitlab).start();
  expect(await pulumi("up", "--yes", "--skip-preview")).toMatchObject({ code: 0 });
}, 300_000);
afterAll(async () => {
  await closeAll();
  await tenant.stop();
});

const pulumi = (...args: readonly string[]) => tenant.pulumi([...args, "--non-interactive"]);

const environment = () => ({ ...cleanEnvironment(), ...tenant.environment, ...tracker.env });

const drift = (...args: readonly string[]) =>
  haleconnect(["drift", "--cwd", tenant.folder, "--stack", "dev", ...args], environment());

const reported = async (...args: readonly string[]): Promise<DriftReport & { readonly code: number | string }> => {
  const { code, stdout, stderr } = await drift("--format", "json", ...args);
  return { code, ...reportModel.parse(JSON.parse(stdout || JSON.stringify(stderr))) };
};

/** A report that was written into the folder of the program. */
const read = (file: string): string => fs.readFileSync(path.join(tenant.folder, file), "utf8");

/** The script of examples/ci that cron runs each night. */
const nightly = (): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const script = path.resolve(__dirname, "..", "..", "examples", "ci", "nightly-drift.sh");
    const args = [tenant.folder, "dev", "--issue", "gitlab"];
    execFile(script, args, { env: environment() }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, output: stdout + stderr });
    });
  });

/** Every file of the state's folder with its bytes, but for the engine's own locks. */
function stateBytes(folder = path.join(tenant.home, "state")): Record<string, string> {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      path.join(parentPath, name),
      fs.readFileSync(path.join(parentPath, name), "base64"),
    ]),
  );
}

const idOf = async (name: string): Promise<string> => {
  const { output } = await pulumi("stack", "export");
  const { deployment } = JSON.parse(output) as { deployment: { resources: { urn: string; id: string }[] } };
  return deployment.resources.find(({ urn }) => urn.endsWith(`::${name}`))?.id ?? "";
};

const urnOf = (kind: string, name: string) =>
  `urn:pulumi:dev::tenant::pulumi-nodejs:dynamic/haleconnect:${kind}::${name}`;

/** The resources of this package that the engine shows as different: `Organisation county`. */
const differingIn = (output: string, words: RegExp): string[] => {
  const rows = [...output.matchAll(/^ *[~+-]+ +pulumi-nodejs:dynamic\/haleconnect:(\w+) (\S+) (.*)$/gm)];
  const differing = rows.filter(([, , , what = ""]) => words.test(what));
  return [...new Set(differing.map(([, kind = "", name = ""]) => `${kind} ${name}`))];
};

const writes = async () =>
  (await tenant.requests()).filter((it) => /^(create|update|set|delete|add|remove|change|assign)/.test(it));

const drifted = ["Bucket paths", "Bucket roads", "Organisation county", "RoleAssignment helper"];

it("is in sync after `up`: the nightly run prints nothing, and opens no issue", async () => {
  expect(await nightly()).toEqual({ code: 0, output: "" });
  expect(tracker.issues).toEqual([]);
});

it("sees what somebody did by hand, writes nothing, and the nightly run opens one issue", async () => {
  const [state = "", county = "", paths = "", roads = ""] = await Promise.all(
    ["state", "county", "paths", "roads"].map(idOf),
  );
  const bucket = (id: string) => id.replace("data/", "").split(".").join("/");
  const send = (method: string, to: string, body?: unknown) => tenant.outOfBand.send(method, to, body);
  await send("PUT", `/accounts/v1/organisations/${county}`, { legalName: "by hand" });
  await send("DELETE", `/accounts/v1/organisations/${state}/members/${await idOf("erika")}`);
  await send("DELETE", `/store/data/buckets/${bucket(paths)}`);
  await tenant.outOfBand.upload(roads, "a.txt", "changed by hand");
  await send("POST", `/accounts/v1/organisations/${state}/suborganisations`, { name: "Amt Neu" });

  const before = stateBytes();
  await tenant.requests();
  found = await reported();
  expect(found).toMatchObject({ code: 7, project: "tenant", stack: "dev", verdict: "drift" });
  expect(found.findings.map(({ type, kind, name }) => `${type} ${kind} ${name}`).sort()).toEqual([
    "changed Organisation county",
    "file Bucket roads",
    "missing Bucket paths",
    "permission RoleAssignment helper",
    "unmanaged Organisation Amt Neu",
  ]);
  expect(found.findings).toContainEqual(
    expect.objectContaining({
      id: county,
      path: "legalName",
      declared: "Kreis Muster, Der Landrat",
      actual: "by hand",
      up: expect.objectContaining({ plain: "nothing", refreshed: "update" }) as unknown,
    }),
  );
  const { code, output } = await nightly();
  expect(code).toBe(7);
  expect(output).toMatch(/^Opened the issue /m);
  expect(tracker.open).toHaveLength(1);
  expect(stateBytes()).toEqual(before);
  expect(await writes()).toEqual([]);
});

it("sees the same managed resources as Pulumi's refresh and its preview with a refresh", async () => {
  const refresh = await pulumi("refresh", "--preview-only", "--run-program", "--expect-no-changes");
  expect(refresh.code).toBe(7);
  expect(differingIn(refresh.output, /^(update|delete)/).sort()).toEqual(drifted);
  const preview = await pulumi("preview", "--refresh", "--run-program");
  expect(preview.code).toBe(0);
  expect(differingIn(preview.output, /^(update|create)/).sort()).toEqual(drifted);
  const managed = found.findings.filter(({ urn }) => urn !== undefined).map(({ kind, name }) => `${kind} ${name}`);
  expect([...new Set(managed)].sort()).toEqual(drifted);
});

it("tells with --desired what is only waiting for a deployment, apart from drift", async () => {
  tenant.edit(
    declared({
      legalName: "by hand",
      more: [
        'new Organisation("office", { name: "Amt Beispiel", parent: county });',
        'new User("max", { username: "max", fullName: "Max", email: "max@users.example", organisation: county, role: "user", password: pulumi.secret("Sunshine-pending-42") });',
      ],
    }),
  );
  const before = stateBytes();
  await tenant.requests();
  const args = ["--desired", "--kind", "Organisation,User", "--format", "json", "--report", "text=desired.txt"];
  const { code, stdout } = await drift(...args);
  expect(outputsOn("drift.md")).toContain(settled(read("desired.txt")));
  tenant.edit(declared());
  expect(code).toBe(7);
  expect(stdout).not.toContain("Sunshine");
  const { findings } = reportModel.parse(JSON.parse(stdout));
  const pending = findings.filter(({ type }) => type === "pending");
  expect(pending.sort((one, other) => (one.name < other.name ? -1 : 1))).toMatchObject([
    { kind: "Organisation", name: "county", path: "legalName", declared: "by hand", up: { plain: "update" } },
    { kind: "User", name: "max", change: "added", declared: { username: "max" }, up: { plain: "create" } },
    { kind: "Organisation", name: "office", declared: { name: "Amt Beispiel" }, up: { plain: "create" } },
  ]);
  const ended = findings.filter(({ type, up }) => type !== "pending" && up.plain !== "nothing");
  expect(ended).toMatchObject([{ type: "changed", name: "county", path: "legalName", up: { plain: "update" } }]);
  expect(stateBytes()).toEqual(before);
  expect(await writes()).toEqual([]);
});

it("says with --desired in one sentence without colours that the program throws", async () => {
  tenant.edit(declared({ more: ['require("./nothing");'] }));
  const { code, notLookedAt } = await reported("--desired", "--kind", "User");
  tenant.edit(declared());
  expect(code).toBe(1);
  expect(notLookedAt).toEqual([
    {
      kind: "Program",
      count: 0,
      urns: [],
      why: expect.stringMatching(
        /^The preview of the program failed\. Pulumi says: Running program '[^']+' failed with an unhandled exception: Error: Cannot find module '\.\/nothing'$/,
      ) as unknown,
    },
  ]);
});

it("leaves drift to a plain `up`, which does not see it", async () => {
  expect((await pulumi("up", "--yes", "--skip-preview")).output).toMatch(/7 unchanged/);
  expect((await drift()).code).toBe(7);
});

it("restores just the resources that are named, and leaves the others as they are", async () => {
  await tenant.requests();
  const targets = [urnOf("Bucket", "roads"), urnOf("RoleAssignment", "helper")].flatMap((urn) => ["--target", urn]);
  const { code, stdout, stderr } = await drift("--restore", "--yes", "--report", "json=drift.json", ...targets);
  expect(code).toBe(0);
  const [plan = ""] = /^Pulumi's preview of --restore: [^]*?(?=\n\n)/m.exec(stderr) ?? [];
  expect(outputsOn("drift.md")).toEqual(expect.arrayContaining([`${plan}\n`, settled(stdout)]));
  const { repair, findings } = reportModel.parse(JSON.parse(read("drift.json")));
  expect(findings).toEqual([]);
  expect(repair).toMatchObject({ way: "restore", done: true, leftAlone: [] });
  expect(repair?.resources.map(({ name, inOrder }) => `${name} ${inOrder}`).sort()).toEqual([
    "helper true",
    "roads true",
  ]);
  expect(await tenant.outOfBand.download(await idOf("roads"), "a.txt")).toBe("a");
  expect((await writes()).length).toBeGreaterThan(0);
  const left = await reported();
  expect(left.findings.map(({ name }) => name).sort()).toEqual(["Amt Neu", "county", "paths"]);
});

it("accepts what is there without a write to the platform, and says what to write into the program", async () => {
  await tenant.requests();
  const { code, stdout, stderr } = await drift("--accept", "--yes");
  expect(code).toBe(0);
  expect(stderr).toContain("Pulumi's preview of --accept, which changes the state alone: ");
  expect(outputsOn("drift.md")).toContain(settled(stdout));
  expect(stdout).toContain("Accepted: 2 of 2 resources are in order");
  expect(stdout).toContain('Set `legalName` of Organisation "county" to "by hand".');
  expect(stdout).toContain('Remove Bucket "paths" from the program.');
  expect(stdout).toMatch(/Left alone\n {2}Organisation "Amt Neu" \(\d+\) exists, .*\. Pulumi never touches what/);
  expect(await writes()).toEqual([]);
});

it("is in order once these values are in the program: nothing is pending, and the nightly run closes the issue", async () => {
  tenant.edit(declared({ legalName: "by hand", paths: false }));
  const { code, findings } = await reported("--desired");
  expect(code).toBe(0);
  expect(findings.map(({ type, name }) => `${type} ${name}`)).toEqual(["unmanaged Amt Neu"]);
  expect(await nightly()).toEqual({ code: 0, output: "" });
  expect(tracker.open).toEqual([]);
  expect(tracker.issues).toMatchObject([{ isOpen: false, comments: [expect.stringMatching(/^✅ In sync/)] }]);
});

it("tells a stack that is not there, and one that never ran", async () => {
  const missing = await haleconnect(["drift", "--cwd", tenant.folder, "--stack", "nobody"], environment());
  expect(missing.code).toBe(1);
  expect(missing.stderr).toContain("HC8301 Pulumi does not give the state of the stack");
  expect(await pulumi("stack", "init", "new", "--no-select")).toMatchObject({ code: 0 });
  const empty = await haleconnect(["drift", "--cwd", tenant.folder, "--stack", "new"], environment());
  expect(empty.code).toBe(2);
  expect(empty.stderr).toContain("HC8303");
});

import fs from "node:fs";
import path from "node:path";
import { store } from "../../../../provider/contract";
import { reportModel } from "../../../../provider/drift/model";
import { outputsOn, settled } from "../../../support/settled";
import { closeAll } from "../../client/scripted-server";
import { RunningCommand } from "../command";
import { SmallProgram } from "./small-program";
import { gitlab, SmallTracker } from "./small-tracker";

let small: SmallProgram;
let drift: SmallProgram["drift"];
let somebody: SmallProgram["somebody"];

beforeEach(async () => {
  small = await SmallProgram.start();
  ({ drift, somebody } = small);
});

afterEach(closeAll);

it("ends with 0 in sync, with 7 after a change by hand, and leaves the state as it is", async () => {
  const before = fs.readFileSync(small.file);
  expect(await drift()).toMatchObject({ code: 0 });
  await somebody.describes("Somebody was here");
  const { code, stdout } = await drift();
  expect(code).toBe(7);
  expect(stdout).toContain('`description` of Organisation "state" was changed');
  expect(fs.readFileSync(small.file)).toEqual(before);
  expect(fs.readdirSync(small.folder)).toEqual(["stack.json"]);
});

it("prints what docs/drift.md shows", async () => {
  await somebody.describes("Land, edited by hand");
  await somebody.addsMember("anna", "dataManager");
  await somebody.makesOrganisation("Amt Neu");
  const path = { ...somebody.bucket, file: "a.txt" };
  await small.tenant.byHand.call(store.data.deleteFile, { path });
  const { code, stdout } = await drift();
  expect(settled(stdout)).toBe(outputsOn("drift.md")[0]);
  expect(code).toBe(7);
});

it("writes each report that is asked for, and prints another", async () => {
  await somebody.makesOrganisation("Amt Neu");
  const args = ["--format", "json", "--report", "text=drift.txt", "--report", "json=drift.json"];
  const { code, stdout } = await drift([...args, "--fail-on", "unmanaged"]);
  expect(code).toBe(7);
  const report = reportModel.parse(JSON.parse(stdout));
  expect(report).toMatchObject({ verdict: "drift", failOn: ["unmanaged"], findings: [{ name: "Amt Neu" }] });
  expect(JSON.parse(fs.readFileSync(path.join(small.folder, "drift.json"), "utf8"))).toEqual(report);
  expect(fs.readFileSync(path.join(small.folder, "drift.txt"), "utf8")).toMatch(/^Drift check: tenant\/dev on http/);
});

it("counts what is undeclared only if it is told to, or if too little is declared", async () => {
  await somebody.makesOrganisation("Amt Neu");
  expect((await drift()).code).toBe(0);
  const { code, stdout } = await drift(["--min-coverage", "95"]);
  expect(code).toBe(7);
  expect(stdout).toMatch(/% of the tenant is declared, less than the 95 %/);
});

it("says that a comparison is partial", async () => {
  await somebody.describes("Somebody was here");
  const { code, stdout } = await drift(["--kind", "user,Bucket"]);
  expect(code).toBe(0);
  expect(stdout).toContain("This is a partial comparison: only kinds User, Bucket.");
});

it("keeps in a file for Prometheus when the last look at all of the stack was", async () => {
  const args = ["--report", "prometheus=drift.prom"];
  const metric = /^haleconnect_drift_last_complete_look_timestamp_seconds.*$/m;
  const told = (): string => fs.readFileSync(path.join(small.folder, "drift.prom"), "utf8");
  await drift(args);
  const [before] = metric.exec(told()) ?? [];
  expect(before).toBeDefined();
  await drift([...args, "--kind", "User"]);
  expect(told()).toContain('haleconnect_drift_partial{project="tenant",stack="dev"} 1');
  expect(metric.exec(told())?.[0]).toBe(before);
  await drift(args);
  expect(told()).toContain('haleconnect_drift_partial{project="tenant",stack="dev"} 0');
  expect(metric.exec(told())?.[0]).not.toBe(before);
});

it("never calls in sync what it could not look at, such as a list that changes while it is read", async () => {
  await small.fault({ operation: "getUsers", fault: "altered", times: 1000, alteration: { at: [], how: "totalMore" } });
  const { code, stdout } = await drift(["--format", "json"]);
  expect(code).toBe(1);
  const why = expect.stringContaining("HC2007 A list kept changing") as unknown;
  expect(JSON.parse(stdout)).toMatchObject({
    verdict: "incomplete",
    incomplete: true,
    notLookedAt: ["User", "RoleAssignment", "Invitation"].map((kind) => ({ kind, why })),
  });
});

it("writes an ignore file from today's findings, with which the next run is in sync", async () => {
  await somebody.describes("Somebody was here");
  expect((await drift(["--write-ignore"])).code).toBe(7);
  const { code, stdout } = await drift();
  expect(code).toBe(0);
  expect(stdout).toContain("Ignored by a rule: 1");
  const again = await drift(["--write-ignore"]);
  expect(again.code).toBe(2);
  expect(again.stderr).toContain("--write-ignore does not overwrite haleconnect.drift.yaml");
});

it("ends with 130 on Ctrl-C in the middle of the look, and leaves nothing behind", async () => {
  await small.fault({ operation: "getOrganisations", fault: "slow", seconds: 60, times: 9 });
  const args = ["drift", "--cwd", small.folder, "--state", "stack.json", "--report", "text=drift.txt"];
  const command = new RunningCommand(args, small.env);
  await command.until(() => command.stderr.includes("Looking for drift"));
  command.signal("SIGINT");
  expect(await command.ended).toBe(130);
  expect(command.stdout).toBe("");
  expect(fs.readdirSync(small.folder)).toEqual(["stack.json"]);
});

it("takes the address from the configuration of the only stack", async () => {
  fs.writeFileSync(path.join(small.folder, "Pulumi.yaml"), "name: tenant\nruntime: nodejs\n");
  fs.writeFileSync(
    path.join(small.folder, "Pulumi.dev.yaml"),
    `config:\n  haleconnect:url: ${small.tenant.emulator.url}\n`,
  );
  expect((await drift([], { HALECONNECT_URL: "" })).code).toBe(0);
});

describe("--issue", () => {
  let tracker: SmallTracker;
  beforeEach(async () => {
    tracker = await new SmallTracker(gitlab).start();
  });

  it("is watched from in sync to drift to issue to repaired to closed", async () => {
    const args = ["--issue", "gitlab"];
    expect(await drift(args, tracker.env)).toMatchObject({
      code: 0,
      stderr: "All is in sync, and no issue is open.\n",
    });
    await somebody.describes("Somebody was here");
    const found = await drift(args, tracker.env);
    expect(found).toMatchObject({ code: 7, stdout: expect.stringContaining("Drift: 1 finding") as unknown });
    expect(found.stderr).toMatch(/^Opened the issue http\S+\/1\.\n$/);
    await somebody.describes("Land");
    const repaired = await drift(args, tracker.env);
    expect(repaired.code).toBe(0);
    expect(repaired.stderr).toMatch(/^Closed the issue /);
    expect(tracker.issues).toMatchObject([{ isOpen: false, comments: [expect.stringMatching(/^✅ In sync/)] }]);
  });

  it("prints and writes the report all the same if the tracker does not take the token, which nothing shows", async () => {
    const env = { ...tracker.env, HALECONNECT_GITLAB_TOKEN: "another-token-0815" };
    const { code, stdout, stderr } = await drift(["--issue", "gitlab", "--report", "text=drift.txt"], env);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^error: HC8308 .*\n.*It says: 401 Unauthorized/);
    expect(stdout).toContain("In sync");
    expect(fs.readFileSync(path.join(small.folder, "drift.txt"), "utf8")).toContain("In sync");
    expect(stdout + stderr).not.toContain("another-token-0815");
  });
});

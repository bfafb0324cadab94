import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { store } from "../../../../provider/contract";
import { reportModel } from "../../../../provider/drift/model";
import { cleanEnvironment } from "../../../support/clean-environment";
import { outputsOn, settled } from "../../../support/settled";
import { closeAll, later, temporaryFolder } from "../../client/scripted-server";
import { exportOf } from "../../drift/exported";
import { smallTenant, Somebody } from "../../drift/small-tenant";
import type { Stack, Tenant } from "../../lifecycle/stack";
import { haleconnect, RunningCommand } from "../command";
import { gitlab, SmallTracker } from "./small-tracker";

let tenant: Tenant;
let stack: Stack;
let somebody: Somebody;
let folder: string;
let file: string;
let env: NodeJS.ProcessEnv;

beforeEach(async () => {
  ({ tenant, stack } = await smallTenant());
  later(() => tenant.stop());
  somebody = new Somebody(tenant, stack);
  folder = temporaryFolder();
  file = path.join(folder, "stack.json");
  fs.writeFileSync(file, exportOf(stack));
  const { url, username, password } = tenant.emulator;
  const settings = { HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password };
  env = { ...cleanEnvironment(), XDG_CACHE_HOME: folder, ...settings };
});

afterEach(closeAll);

const drift = (args: readonly string[] = [], more: NodeJS.ProcessEnv = {}) =>
  haleconnect(["drift", "--cwd", folder, "--state", "stack.json", ...args], { ...env, ...more });

it("ends with 0 in sync, with 7 after a change by hand, and leaves the state as it is", async () => {
  const before = fs.readFileSync(file);
  expect(await drift()).toMatchObject({ code: 0 });
  await somebody.describes("Somebody was here");
  const { code, stdout } = await drift();
  expect(code).toBe(7);
  expect(stdout).toContain('`description` of Organisation "state" was changed');
  expect(fs.readFileSync(file)).toEqual(before);
  expect(fs.readdirSync(folder)).toEqual(["stack.json"]);
});

it("prints what docs/drift.md shows", async () => {
  await somebody.describes("Land, edited by hand");
  await somebody.addsMember("anna", "dataManager");
  await somebody.makesOrganisation("Amt Neu");
  const path = { ...somebody.bucket, file: "a.txt" };
  await tenant.byHand.call(store.data.deleteFile, { path });
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
  expect(JSON.parse(fs.readFileSync(path.join(folder, "drift.json"), "utf8"))).toEqual(report);
  expect(fs.readFileSync(path.join(folder, "drift.txt"), "utf8")).toMatch(/^Drift check: tenant\/dev on http/);
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

it("never calls in sync what it could not look at", async () => {
  const body = JSON.stringify({ operation: "getUsers", fault: "500", times: 1000 });
  const headers = { "content-type": "application/json" };
  await fetch(`${tenant.emulator.url}/_emulator/faults`, { method: "POST", headers, body });
  const { code, stdout } = await drift(["--format", "json"]);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ verdict: "incomplete", incomplete: true });
}, 120_000);

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
  const body = JSON.stringify({ operation: "getOrganisations", fault: "slow", seconds: 60, times: 9 });
  const headers = { "content-type": "application/json" };
  await fetch(`${tenant.emulator.url}/_emulator/faults`, { method: "POST", headers, body });
  const args = ["drift", "--cwd", folder, "--state", "stack.json", "--report", "text=drift.txt"];
  const command = new RunningCommand(args, env);
  await command.until(() => command.stderr.includes("Looking for drift"));
  command.signal("SIGINT");
  expect(await command.ended).toBe(130);
  expect(command.stdout).toBe("");
  expect(fs.readdirSync(folder)).toEqual(["stack.json"]);
});

it("takes the address from the configuration of the only stack", async () => {
  fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: tenant\nruntime: nodejs\n");
  fs.writeFileSync(path.join(folder, "Pulumi.dev.yaml"), `config:\n  haleconnect:url: ${tenant.emulator.url}\n`);
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
    expect(fs.readFileSync(path.join(folder, "drift.txt"), "utf8")).toContain("In sync");
    expect(stdout + stderr).not.toContain("another-token-0815");
  });
});

describe("one clear error", () => {
  const onGitlab = {
    HALECONNECT_GITLAB_TOKEN: "token",
    CI_PROJECT_ID: "1",
    CI_API_V4_URL: "http://127.0.0.1:1/api/v4",
  };

  it("ends with 4 for a tracker that is not there, after the report", async () => {
    const { code, stdout, stderr } = await drift(["--issue", "gitlab"], onGitlab);
    expect(code).toBe(4);
    expect(stdout).toContain("In sync");
    expect(stderr).toMatch(/^error: HC8309 /);
  });

  it.each([
    [2, "a tracker without its variables", {}, ["--issue", "github"], "HC8307"],
    [2, "an issue about a part", onGitlab, ["--issue", "gitlab", "--kind", "User"], "HC1007"],
    [3, "a wrong password", { HALECONNECT_PASSWORD: "wrong-password" }, [], "HC1002"],
    [4, "a server that is not there", { HALECONNECT_URL: "http://127.0.0.1:1" }, [], "HC2001"],
    [2, "no settings", { HALECONNECT_URL: "" }, [], "HC1001"],
    [2, "an unknown kind", {}, ["--kind", "Organization"], "HC1007"],
    [2, "an unknown form", {}, ["--report", "pdf=drift.pdf"], "HC1007"],
    [2, "a report that cannot be written", {}, ["--report", "text=none/drift.txt"], "HC8306"],
    [2, "an unknown resource", {}, ["--target", "urn:pulumi:dev::x"], "HC1007"],
    [2, "a percentage that is none", {}, ["--min-coverage", "many"], "HC1007"],
    [2, "a report in place of a folder", {}, ["--report", "text=."], "HC8306"],
  ])("ends with %i for %s", async (expected, _what, settings, args, error) => {
    const { code, stdout, stderr } = await drift(args, settings);
    expect({ code, stdout }).toEqual({ code: expected, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^error: ${error} `, "m"));
  });

  it("tells a truncated state, one of another project, and one of a stack that never ran", async () => {
    fs.writeFileSync(file, exportOf(stack).slice(0, -20));
    expect((await drift()).stderr).toContain("HC8302");
    fs.writeFileSync(file, exportOf({ states: new Map() }));
    expect((await drift()).stderr).toContain("it never ran");
    fs.writeFileSync(file, exportOf(stack));
    fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: other\nruntime: nodejs\n");
    const { code, stderr } = await drift();
    expect(code).toBe(2);
    expect(stderr).toContain("HC8304 The state is of project tenant, but this folder holds project other");
  });

  it("tells the state of another server", async () => {
    const other = await smallTenant();
    later(() => other.tenant.stop());
    await somebody.deletesBucket();
    const { code, stderr } = await drift([], {
      HALECONNECT_URL: other.tenant.emulator.url,
      HALECONNECT_PASSWORD: other.tenant.emulator.password,
    });
    expect(code).toBe(1);
    expect(stderr).toContain("HC6005");
  });

  it("tells a server that answers with a page", async () => {
    const server = http.createServer((_request, response) => {
      response.setHeader("content-type", "text/html").end("<html>Hello</html>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    later(() => new Promise((resolve) => server.close(resolve)));
    const { port } = server.address() as { port: number };
    const { code, stderr } = await drift([], { HALECONNECT_URL: `http://127.0.0.1:${port}` });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: HC2010 .* is not the address of a hale»connect/m);
  });
});

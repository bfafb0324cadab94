import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { cleanEnvironment } from "../support/clean-environment";
import { Guide } from "./support/guide";
import { installedFolder } from "./support/installed-folder";
import { OutOfBand } from "./support/out-of-band";
import { Registry } from "./support/registry";
import { Shell } from "./support/shell";

/** Both pages are followed word for word, in one shell: docs/ci.md goes on where docs/your-project.md has led. */
const project = new Guide("your-project.md");
const ci = new Guide("ci.md");

const home = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-guide-"));
const folder = path.join(home, "tenant");
let registry: Registry;
let shell: Shell;

// Each test is several commands of the engine, one after the other.
jest.setTimeout(600_000);

beforeAll(async () => {
  registry = await Registry.start(installedFolder());
  shell = new Shell(home, {
    ...cleanEnvironment(),
    PULUMI_HOME: path.join(home, "pulumi"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    npm_config_registry: registry.url,
    npm_config_audit: "false",
    npm_config_fund: "false",
  });
});
afterAll(() => {
  shell.stop();
  registry.close();
  fs.rmSync(home, { recursive: true, force: true });
});

function somebodyElse(): OutOfBand {
  const { url, username, password } = JSON.parse(fs.readFileSync(path.join(folder, "login.json"), "utf8")) as {
    url: string;
    username: string;
    password: string;
  };
  return new OutOfBand(url, username, password);
}

/** The code of the only block of a section at this place. */
async function codeOf(heading: string, index = 0): Promise<number> {
  const step = ci.section(heading).filter(({ type }) => type === "run")[index];
  if (step?.type !== "run") {
    throw new Error(`${heading} has no command ${index}`);
  }
  return (await shell.run(step.commands)).code;
}

it("your-project.md leads from an empty folder to a first run", async () => {
  await shell.follow(project.section("A folder with the package"));
  expect(await shell.follow(project.section("The engine"))).toMatch(/v3\.\d+\.\d+/);
  await shell.follow(project.section("The program"));
  await shell.follow(project.section("The state and its passphrase"));
  await shell.follow(project.section("The connection"));
  expect(await shell.follow(project.section("The first run"))).toMatch(/\+ 3 created/);
  expect(await somebodyElse().names()).toEqual(["Kreis Muster", "Land Beispiel", "Operator"]);
  // The engine has checked the program's types by that; each run would do so anew, which takes half of its time.
  await shell.run("export PULUMI_NODEJS_TRANSPILE_ONLY=true");
});

it("ci.md prepares a job, checks a change and applies it", async () => {
  await shell.follow(ci.section("Prepare"));
  await shell.follow(ci.section("Check a change"));
  expect(await shell.follow(ci.section("Apply a change"))).toMatch(/3 unchanged/);
});

it("ci.md finds drift with code 7 (0 without drift), and repairs it", async () => {
  const { id } = await somebodyElse().organisation("Kreis Muster");
  await somebodyElse().send("PUT", `/accounts/v1/organisations/${id}`, { legalName: "by hand" });
  expect(await codeOf("Find drift", 0)).toBe(7);
  expect(await codeOf("Find drift", 1)).toBe(7);
  expect(await codeOf("Find drift", 2)).toBe(7);
  expect(await codeOf("Find drift", 3)).toBe(0);
  expect(await codeOf("Find drift", 0)).toBe(0);
  expect(await codeOf("Find drift", 1)).toBe(0);
  expect(await codeOf("Find drift", 2)).toBe(0);
  expect(await somebodyElse().send("GET", `/accounts/v1/organisations/${id}`)).toMatchObject({
    legalName: "Kreis Muster, Der Landrat",
  });
});

it("ci.md lists the exit codes", async () => {
  expect((await shell.run("pulumi preview --no-such-option")).code).toBe(1);
  expect((await shell.run("PULUMI_BACKEND_URL=https://127.0.0.1:9 pulumi whoami --non-interactive")).code).toBe(3);
  expect((await shell.run("pulumi preview --stack nobody --non-interactive")).code).toBe(6);
  expect((await shell.run("HALECONNECT_PASSWORD=wrong pulumi refresh --yes --non-interactive")).code).toBe(1);
});

it("ci.md recovers after a kill, and creates nothing twice", async () => {
  const { url } = JSON.parse(fs.readFileSync(path.join(folder, "login.json"), "utf8")) as { url: string };
  const fault = { operation: "createSuborganisation", fault: "slow", seconds: 20, times: 1 };
  await fetch(`${url}/_emulator/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fault),
  });
  fs.appendFileSync(path.join(folder, "index.ts"), '\nnew Organisation("town", { name: "Astadt", parent: county });\n');
  const killed = await shell.run(
    [
      "pulumi up --yes --skip-preview --non-interactive &",
      "engine=$!",
      "until grep -q Astadt .haleconnect/journal/*/*.jsonl; do sleep 0.2; done",
      "kill -9 $engine",
    ].join("\n"),
  );
  expect(killed).toMatchObject({ code: 0 });
  await shell.follow(ci.section("After a kill"));
  expect(await somebodyElse().names()).toEqual(["Astadt", "Kreis Muster", "Land Beispiel", "Operator"]);
});

it("your-project.md takes everything down again", async () => {
  const elsewhere = somebodyElse();
  const steps = project.section("Taking everything down");
  const [step] = steps;
  const [destroy = "", ...others] = step?.type === "run" ? step.commands.split("\n") : [];
  expect((await shell.run(destroy)).code).toBe(0);
  expect(await elsewhere.names()).toEqual(["Operator"]);
  expect((await shell.run(others.join("\n"))).code).toBe(0);
});

it("the tests have run every command of both pages", () => {
  expect([...project.untaken, ...ci.untaken]).toEqual([]);
});

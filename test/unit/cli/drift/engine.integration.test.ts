import fs from "node:fs";
import path from "node:path";
import { closeAll, later } from "../../client/scripted-server";
import { exportOf, urnOf } from "../../drift/exported";
import { previewOf, step } from "../../drift/preview";
import { haleconnect, RunningCommand } from "../command";
import { SmallProgram } from "./small-program";
import { ScriptedEngine, type EngineAnswer } from "./scripted-engine";

/** What the command does when Pulumi does not do what it should. With the real Pulumi: test/e2e/drift.test.ts. */

let small: SmallProgram;
let somebody: SmallProgram["somebody"];
let engine: ScriptedEngine;

beforeEach(async () => {
  small = await SmallProgram.start();
  ({ somebody } = small);
});

afterEach(closeAll);

function pulumiSays(answers: Readonly<Record<string, readonly EngineAnswer[]>>): void {
  engine = new ScriptedEngine({ stack: [{ out: exportOf(small.stack) }], ...answers });
  later(() => {
    engine.stop();
  });
}

const args = (...more: readonly string[]) => ["drift", "--cwd", small.folder, ...more];
const drift = (...more: readonly string[]) => haleconnect(args(...more), { ...small.env, ...engine.env });

const state = urnOf("Organisation", "state");
const sides = { before: { description: "by hand" }, after: { description: "Land" } };
const repairing = previewOf([step("update", "Organisation", "state", sides)]);

describe("a look", () => {
  it("is incomplete if the state moved meanwhile, and never says that it is in sync", async () => {
    const { states } = small.stack;
    const without = exportOf({ states: new Map([...states].slice(0, 1)) });
    pulumiSays({ stack: [{ out: exportOf(small.stack) }, { out: without }] });
    const { code, stdout } = await drift();
    expect(code).toBe(1);
    expect(stdout).toContain("  the stack: The state of the stack changed during the check.");
    expect(stdout).not.toContain("In sync");
  });

  describe("at a state with a secret that is to be compared", () => {
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
    const withDescription = (value: object) =>
      exportOf(small.stack).replaceAll(
        '"description":"Land"',
        `"description":${JSON.stringify({ ...secret, ...value })}`,
      );
    const sealed = () => withDescription({ ciphertext: "v1:abc" });

    it("asks Pulumi for the plain value, compares it, and does not show it", async () => {
      await somebody.describes("by hand");
      const open = withDescription({ plaintext: JSON.stringify("Land") });
      pulumiSays({ stack: [{ out: sealed() }, { out: open }, { out: sealed() }] });
      const { code, stdout } = await drift();
      expect(code).toBe(7);
      expect(stdout).toContain('`description` of Organisation "state" was changed');
      expect(stdout).not.toContain("by hand");
      expect(engine.calls).toEqual(["stack export", "stack export --show-secrets", "stack export"]);
    });

    it("is incomplete if Pulumi has no key, and says how to give it", async () => {
      const refused = { err: "error: could not decrypt: incorrect passphrase", code: 255 };
      pulumiSays({ stack: [{ out: sealed() }, refused, { out: sealed() }] });
      const { code, stdout } = await drift();
      expect(code).toBe(1);
      expect(stdout).toContain("Give the command the key of the stack, such as PULUMI_CONFIG_PASSPHRASE.");
      expect(stdout).not.toContain("In sync");
    });
  });

  it("is incomplete with --desired if the preview fails, says what Pulumi said, and tells drift all the same", async () => {
    await somebody.describes("by hand");
    const error = { severity: "error", message: "error: Running program failed with an unhandled exception:\nhello\n" };
    pulumiSays({ preview: [{ out: previewOf([], [error]), code: 255 }] });
    const { code, stdout } = await drift("--desired", "--format", "json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: "incomplete",
      findings: [{ type: "changed", path: "description", up: { plain: "nothing" } }],
      notLookedAt: [
        {
          kind: "Program",
          why: "The preview of the program failed. Pulumi says: Running program failed with an unhandled exception: hello",
        },
      ],
    });
    expect(engine.calls).toContain("preview --refresh=false --json");
  });

  it.each([
    ["complains", { err: "error: no stack selected\n", code: 1 }, "no stack selected"],
    [
      "complains in colours",
      { err: "\u001b[31merror: \u001b[0mno stack\n", code: 1 },
      "the program failed. Pulumi says: no stack\n",
    ],
    ["prints no plan", { out: "<html>Hello</html>", code: 1 }, "ended with 1"],
  ])("says so in one sentence if Pulumi %s", async (_what, answer, words) => {
    pulumiSays({ preview: [answer] });
    const { code, stdout } = await drift("--desired");
    expect(code).toBe(1);
    expect(stdout).toContain("what the program declares: The preview of the program failed. Pulumi says: ");
    expect(stdout).toContain(words);
    expect(stdout).toMatch(/^Incomplete: the preview of the program failed/m);
  });
});

it("tells an error of Pulumi with nothing in it that acts on a terminal", async () => {
  pulumiSays({ stack: [{ err: "\u001b[31merror: no\u001b[0m \u202estack\u0007\n", code: 1 }] });
  const { code, stderr } = await drift();
  expect(code).toBe(1);
  expect(stderr).toContain("ended with 1: error: no \\u202estack");
  expect(stderr).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
});

it("asks Pulumi and the program for no colours, whatever the environment says", async () => {
  const told = path.join(small.folder, "told");
  const names = '["NO_COLOR", "FORCE_COLOR"].map((name) => process.env[name]).join()';
  const first = `require("fs").writeFileSync(${JSON.stringify(told)}, ${names} + process.argv.includes("--color=never")); end();`;
  pulumiSays({ preview: [{ first, out: previewOf([]) }] });
  const env = { ...small.env, ...engine.env, FORCE_COLOR: "1" };
  expect((await haleconnect(args("--desired"), env)).code).toBe(0);
  expect(fs.readFileSync(told, "utf8")).toBe("1,0true");
});

describe("--restore", () => {
  beforeEach(() => somebody.describes("by hand"));

  it("writes nothing if the preview would touch anything else", async () => {
    const more = step("delete", "Bucket", "roads", { before: { name: "Roads" } });
    pulumiSays({ preview: [{ out: previewOf([step("update", "Organisation", "state", sides), more]) }] });
    const { code, stderr, stdout } = await drift("--restore", "--yes");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^error: HC8311 /m);
    expect(stderr).toContain(`Pulumi would change ${urnOf("Bucket", "roads")} as well`);
    expect(engine.calls).toEqual([
      "stack export",
      "stack export",
      `preview --refresh --run-program --target ${state} --json`,
    ]);
  });

  it("does not run if the preview leaves the field as it is, since only the state would take the value", async () => {
    const same = step("update", "Organisation", "state", { ...sides, after: sides.before });
    pulumiSays({ preview: [{ out: previewOf([same]) }] });
    const { code, stdout } = await drift("--restore", "--yes");
    expect(code).toBe(7);
    expect(stdout).toContain("Nothing to restore");
    expect(stdout).toMatch(
      /Left alone\n {2}`description` of .* Pulumi would leave `description` on the platform as it is\./,
    );
    expect(engine.calls.at(-1)).toBe(`preview --refresh --run-program --target ${state} --json`);
  });

  it("previews what is left again if the preview would not restore all", async () => {
    await somebody.deletesBucket();
    const create = step("create", "Bucket", "roads", { after: { name: "Roads" } });
    pulumiSays({ preview: [{ out: previewOf([create]) }], up: [{ out: "updating\n" }] });
    const { stdout } = await drift("--restore", "--yes");
    const roads = urnOf("Bucket", "roads");
    expect(stdout).toMatch(/Left alone\n {2}`description` of .* Pulumi would change nothing of it/);
    expect(engine.calls.slice(2, 5)).toEqual([
      expect.stringContaining(`--target ${state}`),
      `preview --refresh --run-program --target ${roads} --json`,
      `up --refresh --run-program --yes --skip-preview --target ${roads}`,
    ]);
  });

  it("says that Pulumi failed, and what is still not in order", async () => {
    pulumiSays({
      preview: [{ out: repairing }],
      up: [{ out: "updating\n", err: "error: update failed\n", code: 255 }],
    });
    const { code, stdout, stderr } = await drift("--restore", "--yes");
    expect(code).toBe(1);
    expect(stderr).toContain("\nupdating\n");
    expect(stdout).toContain("Restored: 0 of 1 resource is in order");
    expect(stdout).toContain("not in order: `description` of Organisation");
    expect(stdout).toContain("It ended with 255. error: update failed");
    expect(engine.calls).toContain(`up --refresh --run-program --yes --skip-preview --target ${state}`);
  });

  it("lets Pulumi end on Ctrl-C what it has begun: it gets one SIGINT, and nothing stays behind", async () => {
    const told = path.join(small.folder, "interrupted");
    const first = `
      const fs = require("fs");
      const waiting = setTimeout(() => undefined, 60_000);
      process.on("SIGTERM", () => fs.appendFileSync(${JSON.stringify(told)}, "SIGTERM "));
      process.on("SIGINT", () => {
        fs.appendFileSync(${JSON.stringify(told)}, "SIGINT ");
        setTimeout(() => { clearTimeout(waiting); end(); }, 200);
      });
      console.log("updating");`;
    pulumiSays({ preview: [{ out: repairing }], up: [{ first, out: "ended\n", code: 8 }] });
    const command = new RunningCommand(args("--restore", "--yes", "--report", "text=drift.txt"), {
      ...small.env,
      ...engine.env,
    });
    await command.until(() => command.stderr.includes("updating"));
    command.signal("SIGINT");
    expect(await command.ended).toBe(130);
    expect(command.stderr).toMatch(/\nended\nPulumi has completed what it had begun.*\nstopped by SIGINT\n$/);
    expect(fs.readFileSync(told, "utf8")).toBe("SIGINT ");
    expect(fs.readdirSync(small.folder)).toEqual(["interrupted", "stack.json"]);
  });

  it("does not ask Pulumi if there is nothing to restore", async () => {
    await somebody.describes("Land");
    await somebody.makesOrganisation("Amt Neu");
    pulumiSays({});
    const { code, stdout } = await drift("--restore", "--yes");
    expect(code).toBe(0);
    expect(stdout).toContain("Nothing to restore");
    expect(stdout).toMatch(/Left alone\n {2}Organisation "Amt Neu" .* Pulumi never touches what nobody declared\./);
    expect(engine.calls).toEqual(["stack export", "stack export"]);
  });
});

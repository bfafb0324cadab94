import { kindCalled } from "../../../provider/drift/looking";
import type { DriftFinding } from "../../../provider/drift/model";
import { readPlan } from "../../../provider/drift/program/plan";
import { aimAt, type Aim, type Seen, type RepairWay } from "../../../provider/drift/repair/aim";
import { withOutcome } from "../../../provider/drift/repair/outcome";
import { planInWords, refuseOtherwise, targetsOf } from "../../../provider/drift/repair/plan";
import { readState } from "../../../provider/drift/state";
import { exported, urnOf, type ExportedResource } from "./exported";
import { previewOf, step, type PreviewStep } from "./preview";
import { findings, inSync, report } from "./report";

const [changed = {} as DriftFinding, ...unmanaged] = findings;
const land = urnOf("Organisation", "state");
const roads = urnOf("Bucket", "roads");
const paths = urnOf("Bucket", "paths");

const finding = (urn: string, more: Partial<DriftFinding> = {}): DriftFinding => ({ ...changed, urn, ...more });
const missing = (urn: string): DriftFinding => ({
  type: "missing",
  change: "removed",
  kind: "Bucket",
  name: "roads",
  id: "9",
  urn,
  says: 'Bucket "roads" is gone',
  up: { plain: "nothing", refreshed: "create", says: "It creates the object again." },
});

const resource = (urn: string, inputs: object = {}, more: object = {}) => ({
  urn,
  id: "2",
  type: "",
  inputs: { ...inputs },
  outputs: {},
  ...more,
});
const stateOf = (...resources: readonly ExportedResource[]) => readState(exported(...resources), "state", kindCalled);
const state = stateOf(
  resource(land, { name: "Land", description: "by hand" }),
  resource(roads, { name: "Roads" }, { propertyDependencies: { organisation: [land] } }),
  resource(paths, { name: "Paths" }, { dependencies: [roads] }),
);

const seen = (given: readonly DriftFinding[], more: Partial<Seen> = {}): Seen => ({
  report: report({ findings: [...given] }),
  state,
  ignored: [],
  isNamed: false,
  ...more,
});

const aimed = (way: RepairWay, given: readonly DriftFinding[], more: Partial<Seen> = {}): Aim =>
  aimAt(way, seen(given, more));

describe("what is put in order", () => {
  it("is each resource that drifted, once, however many findings it has", () => {
    const aim = aimed("restore", [changed, finding(land, { path: "legalName" }), ...unmanaged]);
    expect(targetsOf(aim)).toEqual([land]);
    expect(aim.leftAlone).toEqual(
      unmanaged.map(({ says }) => ({ says, why: "Pulumi never touches what nobody declared." })),
    );
  });

  it("is also what refers to an object that gets another id, but only then", () => {
    expect(targetsOf(aimed("restore", [missing(roads)]))).toEqual([roads, paths]);
    expect(targetsOf(aimed("accept", [missing(roads)]))).toEqual([roads]);
    expect(targetsOf(aimed("restore", [changed]))).toEqual([land]);
  });

  it("is nothing that is only pending, and no ignore rule", () => {
    const pending = finding(land, { type: "pending" });
    const { findings: none, leftAlone } = aimed("restore", [pending, finding(land, { type: "expired" })]);
    expect(none.size).toBe(0);
    expect(leftAlone.map(({ why }) => why)).toEqual(["It is no drift. `pulumi up` deploys it.", changed.up.says]);
  });

  it("is no resource of which a rule ignores a field, because Pulumi puts all of it in order", () => {
    const aim = aimed("restore", [changed, missing(roads)], { ignored: [finding(land, { path: "contact" })] });
    expect(targetsOf(aim)).toEqual([roads, paths]);
    expect(aim.leftAlone[0]?.why).toMatch(/^An ignore rule also applies to this resource \(contact\)/);
  });

  it("is no resource that `up` refuses to restore, unless somebody names it; to accept it is no trouble", () => {
    const refused = finding(land, { up: { plain: "nothing", refreshed: "refuse", says: "It refuses that." } });
    expect(aimed("restore", [refused]).leftAlone).toEqual([{ says: refused.says, why: "It refuses that." }]);
    expect(targetsOf(aimed("restore", [refused], { isNamed: true }))).toEqual([land]);
    expect(targetsOf(aimed("accept", [refused]))).toEqual([land]);
  });

  it("is no resource whose URN is a pattern that means another one too", () => {
    const star = urnOf("Bucket", "*.txt");
    const ambiguous = stateOf(resource(star), resource(urnOf("Bucket", "a.txt")));
    const aim = aimed("accept", [missing(star)], { state: ambiguous });
    expect(aim.leftAlone[0]?.why).toBe(
      `Pulumi reads the asterisk in its URN as a pattern, and this pattern also matches ${urnOf("Bucket", "a.txt")}.`,
    );
    expect(targetsOf(aimed("accept", [missing(star)], { state: stateOf(resource(star)) }))).toEqual([star]);
  });
});

describe("the plan of the engine", () => {
  const before = { name: "Land", parent: "1", description: "by hand" };
  const update = step("update", "Organisation", "state", { before, after: { ...before, description: "Land" } });
  const planOf = (...given: Parameters<typeof previewOf>) => {
    const plan = readPlan(previewOf(...given), kindCalled);
    if (plan === undefined) {
      throw new Error("no plan");
    }
    return plan;
  };
  const refusal = (steps: readonly PreviewStep[], aim = aimed("restore", [changed])) => {
    try {
      refuseOtherwise(planOf(steps), aim);
      return "";
    } catch (error) {
      return (error as Error).message;
    }
  };

  it("is shown in the order of the findings, with what is done, the fields, and what the engine warns of", () => {
    const create = step("create", "Bucket", "roads", { after: { name: "Roads" } });
    const warning = { severity: "warning", message: "warning: mind this\n" };
    expect(planInWords(planOf([create, update], [warning]), aimed("restore", [changed, missing(roads)]))).toEqual([
      "Pulumi's preview of --restore: 1 to create, 1 to update, 0 unchanged",
      '  update   Organisation "state": `description`',
      '  create   Bucket "roads"',
      "  warning  mind this",
    ]);
  });

  it("is taken if it changes what drifted, and the engine's own providers", () => {
    const provider = { op: "update", urn: "urn:pulumi:dev::tenant::pulumi:providers:pulumi-nodejs::default" };
    expect(refusal([update, provider])).toBe("");
  });

  it("is refused if it changes anything else", () => {
    const message = refusal([update, step("update", "Bucket", "roads", { before: {}, after: {} })]);
    expect(message).toMatch(/^HC8311 /);
    expect(message).toContain(`Pulumi would change ${roads} as well, which has no drift.`);
  });

  it("is refused if it deletes what the program no longer declares; to accept, it forgets what is gone", () => {
    const deletion = step("delete", "Organisation", "state", { before });
    expect(refusal([deletion])).toContain(`Pulumi would delete ${land}, which the program no longer declares.`);
    expect(refusal([deletion], aimed("accept", [changed]))).toBe("");
  });

  it("is refused if it failed, with what the engine said", () => {
    const plan = planOf([], [{ severity: "error", message: "error: no" }]);
    expect(() => {
      refuseOtherwise(plan, aimed("restore", [changed]));
    }).toThrow("Pulumi says: no");
  });
});

describe("the outcome", () => {
  const aim = aimed("restore", [changed, missing(roads), ...unmanaged]);

  it("is in order if the look afterwards finds nothing of it, whatever else is there", () => {
    const after = withOutcome(report({ ...inSync, findings: [...unmanaged] }), state, aim, { done: true });
    expect(after).toMatchObject({ exit: 0, repair: { way: "restore", done: true } });
    expect(after.repair?.resources.map(({ name, inOrder }) => [name, inOrder])).toEqual([
      ["state", true],
      ["roads", true],
    ]);
    expect(after.repair).not.toHaveProperty("values");
  });

  it("is a failure if something stays, could not be looked at, or the engine failed", () => {
    const stays = withOutcome(report({ findings: [changed] }), state, aim, { done: true });
    expect(stays).toMatchObject({ exit: 1, repair: { resources: [{ inOrder: false }, { inOrder: true }] } });
    const notLookedAt = [{ kind: "Bucket", count: 1, urns: [roads], why: "no" }];
    const unseen = withOutcome(report({ ...inSync, notLookedAt }), state, aim, { done: true });
    expect(unseen.repair?.resources.map(({ inOrder }) => inOrder)).toEqual([true, false]);
    const failed = withOutcome(report(inSync), state, aim, { done: true, failed: "It ended with 255." });
    expect(failed).toMatchObject({ exit: 1, repair: { failed: "It ended with 255." } });
  });

  it("is the one of the look if nobody agreed", () => {
    expect(withOutcome(report(), state, aim, { done: false })).toMatchObject({ exit: 7, repair: { done: false } });
  });
});

describe("the values to write into the program, after --accept", () => {
  const written = (given: readonly DriftFinding[], after = state) =>
    withOutcome(report(inSync), after, aimed("accept", given), { done: true }).repair?.values;

  it("are those that the state has taken over", () => {
    expect(written([changed])).toEqual([
      {
        urn: land,
        kind: "Organisation",
        name: "state",
        path: "description",
        value: "by hand",
        says: 'Set `description` of Organisation "state" to "by hand".',
      },
    ]);
  });

  it("leave out what was cleared, and the resource whose object is gone", () => {
    expect(written([finding(land, { path: "legalName" })])).toMatchObject([
      { path: "legalName", says: 'Leave out `legalName` of Organisation "state".' },
    ]);
    const gone = written([missing(roads)], stateOf(resource(land)));
    expect(gone).toMatchObject([{ urn: roads, says: 'Remove Bucket "roads" from the program.' }]);
    expect(gone?.[0]).not.toHaveProperty("path");
  });

  it("show no secret, and say where a file comes from", () => {
    expect(written([{ ...changed, actual: "[secret]" }])).toMatchObject([{ value: "[secret]" }]);
    const file = { ...missing(roads), type: "file", path: "files.a\\.txt.sha256" } as const;
    expect(written([file])?.[0]?.says).toBe('Leave out the file `a.txt` of Bucket "roads".');
    expect(written([{ ...file, change: "changed" }])?.[0]?.says).toMatch(/^Take the file .* from the platform/);
  });
});

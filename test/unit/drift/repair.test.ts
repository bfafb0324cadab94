import { kindCalled } from "../../../provider/drift/looking";
import type { DriftFinding } from "../../../provider/drift/model";
import { readPlan } from "../../../provider/drift/program/plan";
import { aimAt } from "../../../provider/drift/repair/aim";
import { idleIn } from "../../../provider/drift/repair/idle";
import { planInWords, refuseOtherwise, targetsOf } from "../../../provider/drift/repair/plan";
import { urnOf } from "./exported";
import { previewOf, step, type PreviewStep } from "./preview";
import { changed, unmanaged, land, roads, paths, finding, missing, resource, stateOf, seen, aimed } from "./repairing";

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

describe("what Pulumi cannot put in order", () => {
  const ignored = finding(land, { up: { plain: "nothing", refreshed: "nothing", says: "It ignores that." } });

  it("is left alone by --restore, with all of its resource, although somebody names it", () => {
    const aim = aimed("restore", [ignored, finding(land, { path: "legalName", says: "Other" })], { isNamed: true });
    expect(targetsOf(aim)).toEqual([]);
    expect(aim.leftAlone).toEqual([
      { says: ignored.says, why: "It ignores that." },
      { says: "Other", why: "Pulumi leaves `description` as it is, and can only put all of a resource in order." },
    ]);
    expect(targetsOf(aimed("accept", [ignored]))).toEqual([land]);
  });

  it("is also left alone beside an object that gets another id", () => {
    const unrestored = finding(paths, { up: ignored.up });
    expect(targetsOf(aimed("restore", [missing(roads), unrestored]))).toEqual([roads]);
  });

  it("is an object that the program only reads", () => {
    const external = stateOf(resource(land, { name: "Land" }, { external: true }));
    expect(aimed("accept", [ignored], { state: external }).leftAlone).toMatchObject([{ why: "It ignores that." }]);
    const gone = { ...missing(land), up: ignored.up };
    expect(targetsOf(aimed("accept", [gone], { state: external }))).toEqual([land]);
    expect(targetsOf(aimed("restore", [gone], { state: external }))).toEqual([]);
  });

  const { actual: _gone, ...cleared } = changed;
  const accepting = (kind: string, inputs: object, ...given: readonly Partial<DriftFinding>[]) => {
    const urn = urnOf(kind, "it");
    const found = given.map((more) => ({ ...cleared, kind, urn, ...more }));
    const { leftAlone } = aimed("accept", found, { state: stateOf(resource(urn, inputs)) });
    return leftAlone.map(({ why }) => why);
  };

  it("is what no program can declare, such as a user without a role", () => {
    const erika = { username: "erika", fullName: "Erika", email: "e@users.example", organisation: "2", role: "user" };
    const why = expect.stringMatching(
      /^No program can declare what is there \(`organisation` is missing: .*\)\. Restore it, or write an ignore rule\.$/,
    ) as unknown;
    expect(accepting("User", erika, { path: "organisation" }, { path: "role" })).toEqual([why, why]);
    expect(accepting("User", erika, { path: "fullName", actual: "Erika Muster" })).toEqual([]);
  });

  it("is a value that the field does not take, or that contradicts another field", () => {
    expect(accepting("Organisation", { name: "Land" }, { path: "legalName", actual: "a\nb" })).toHaveLength(1);
    const files = { organisation: "2", name: "S", files: { "a.xsd": { sha256: "1" } } };
    const removed = { type: "file", change: "removed", path: "files.a\\.xsd.sha256" } as const;
    expect(accepting("Schema", files, removed)).toEqual([expect.stringContaining("expected exactly one of them")]);
    const two = { ...files, files: { ...files.files, "b.xsd": { sha256: "2" } } };
    expect(accepting("Schema", two, removed)).toEqual([]);
  });

  it("is no member that can be left out, alone or as the last of its object", () => {
    const contact = { contact: { city: "A", zip: "1" } };
    expect(accepting("Organisation", { name: "Land", ...contact }, { path: "contact.city" })).toEqual([]);
    expect(
      accepting("Organisation", { name: "Land", ...contact }, { path: "contact.city" }, { path: "contact.zip" }),
    ).toEqual([]);
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

describe("a preview that restores nothing", () => {
  const sides = (description: string) => ({
    before: { name: "Land", description: "by hand" },
    after: { name: "Land", description },
  });
  const idle = (steps: readonly PreviewStep[], aim = aimed("restore", [changed])) => {
    const plan = readPlan(previewOf(steps), kindCalled);
    return plan === undefined ? undefined : [...idleIn(plan, aim)];
  };
  const nothing = [[land, expect.stringMatching(/^By its preview, Pulumi would change nothing of it/)]];
  const left = [[land, expect.stringMatching(/^By its preview, Pulumi would leave `description` on the platform/)]];

  it("is one without a step for the resource, or whose step leaves the field as it is", () => {
    expect(idle([])).toEqual(nothing);
    expect(idle([step("refresh", "Organisation", "state", sides("by hand"))])).toEqual(nothing);
    expect(idle([step("update", "Organisation", "state", sides("by hand"))])).toEqual(left);
    expect(idle([step("update", "Organisation", "state", sides("Land"))])).toEqual([]);
  });

  it("is none that creates the object, that accepts, or whose values are secret", () => {
    expect(idle([step("create", "Bucket", "roads", { after: {} })], aimed("restore", [missing(roads)]))).toEqual([]);
    expect(idle([], aimed("accept", [changed]))).toEqual([]);
    const hidden = finding(land, { declared: "[secret]", actual: "[secret]" });
    expect(idle([step("update", "Organisation", "state", sides("[secret]"))], aimed("restore", [hidden]))).toEqual([]);
  });

  it("leaves the resource alone, and no other one", () => {
    const aim = aimAt("restore", seen([changed, missing(roads)]), new Map([[land, "It changes nothing."]]));
    expect(targetsOf(aim)).toEqual([roads, paths]);
    expect(aim.leftAlone).toEqual([{ says: changed.says, why: "It changes nothing." }]);
  });
});

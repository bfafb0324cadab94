import { kindCalled, lookingContext } from "../../../provider/drift/looking";
import type { DriftFinding } from "../../../provider/drift/model";
import { Names } from "../../../provider/drift/names";
import { withDesired } from "../../../provider/drift/program/desired";
import { readPlan } from "../../../provider/drift/program/plan";
import { urnOf } from "./exported";
import { previewOf, step, type PreviewStep } from "./preview";
import { findings } from "./report";
import { lookingClient } from "./looking-client";

const client = lookingClient({ url: "https://haleconnect.example", username: "admin", password: "unused" });
const names = new Names(lookingContext(client));
afterAll(() => {
  client.close();
});

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const land = { name: "Land", parent: "1", description: "Land" };

function seen(steps: readonly PreviewStep[], drift: readonly DriftFinding[] = [], part = {}) {
  const plan = readPlan(previewOf(steps), kindCalled);
  return withDesired(drift, { steps: plan?.steps ?? [] }, part, names).findings;
}

describe("what is declared and not deployed yet", () => {
  it("is told field by field, with the value of the program and the one of the state", () => {
    const change = step("update", "Organisation", "state", { before: land, after: { ...land, description: "Other" } });
    expect(seen([change])).toEqual([
      {
        type: "pending",
        change: "changed",
        kind: "Organisation",
        name: "state",
        id: "2",
        urn: urnOf("Organisation", "state"),
        organisation: { id: "2" },
        link: "https://haleconnect.example/#/organisation/2",
        path: "description",
        declared: "Other",
        actual: "Land",
        says: 'Organisation "state" has a change that is not deployed yet: `description`',
        up: { plain: "update", refreshed: "update", says: "`pulumi up` sets the declared value." },
      },
    ]);
  });

  it("is told as a whole if the object is yet to be made, with what is known before that", () => {
    const after = { name: "Roads", organisation: unknown, files: { "a.txt": { content: "a", sha256: "ca97" } } };
    expect(seen([step("create", "Bucket", "roads", { after })])).toMatchObject([
      {
        type: "pending",
        change: "added",
        id: urnOf("Bucket", "roads"),
        declared: { name: "Roads", organisation: "[known after up]", files: { "a.txt": { sha256: "ca97" } } },
        says: 'Bucket "roads" is declared, and not deployed yet',
        up: { plain: "create" },
      },
    ]);
    const [child] = seen([step("create", "Organisation", "county", { after: { name: "Kreis", parent: "2" } })]);
    expect(child?.organisation).toEqual({ id: "2" });
    expect(child).not.toHaveProperty("link");
  });

  it("is told of a file by its name", () => {
    const files = (sha256: string) => ({ name: "Roads", organisation: "2", files: { "a.txt": { sha256 } } });
    const [told] = seen([step("update", "Bucket", "roads", { before: files("ca97"), after: files("3e23") })]);
    expect(told).toMatchObject({ path: "files.a\\.txt.sha256", declared: "3e23", actual: "ca97" });
    expect(told?.says).toBe('Bucket "roads" has a change that is not deployed yet: content of the file `a.txt`');
  });

  it.each([
    ["and deletes the object", {}],
    ["and leaves the object on the platform", { onDestroy: "retain" }],
  ])("is told if it is no longer declared: `pulumi up` removes the resource %s", (words, policy) => {
    const [gone] = seen([step("delete", "Organisation", "state", { before: { ...land, ...policy } })]);
    expect(gone).toMatchObject({ change: "removed", up: { plain: "delete" } });
    expect(gone?.says).toBe('Organisation "state" is no longer declared, and still deployed');
    expect(gone?.up.says).toContain(words);
  });

  it("is told once for a replacement, of which the engine tells three steps", () => {
    const sides = { before: land, after: { ...land, name: "Other" } };
    const ops = ["create-replacement", "replace", "delete-replaced"];
    const told = seen(ops.map((op) => step(op, "Organisation", "state", sides)));
    expect(told).toMatchObject([{ path: "name", declared: "Other", actual: "Land", up: { plain: "replace" } }]);
  });

  it("shows no secret, and says that something changes although every value that differs is one", () => {
    const sides = { before: { ...land, description: "Sunshine" }, after: { ...land, description: "[secret]" } };
    expect(seen([step("update", "Organisation", "state", sides)])).toMatchObject([
      { path: "description", declared: "[secret]", actual: "[secret]" },
    ]);
    const masked = { ...land, description: "[secret]" };
    const [told] = seen([step("update", "Organisation", "state", { before: masked, after: masked })]);
    expect(told?.says).toBe('Organisation "state" has a change that is not deployed yet');
    expect(told).not.toHaveProperty("path");
    const user = { username: "erika", password: "[secret]", organisation: "2" };
    const [created] = seen([step("create", "User", "erika", { after: user })]);
    expect(created?.declared).toEqual({ username: "erika", organisation: "2" });
  });

  it("is none of what stays, what the engine only reads, or what belongs to another package", () => {
    const other = { op: "create", urn: "urn:pulumi:dev::tenant::aws:s3/bucket:Bucket::logs", newState: {} };
    const same = { before: land, after: land };
    const steps = ["same", "read", "refresh"].map((op) => step(op, "Organisation", "state", same));
    expect(seen([...steps, other])).toEqual([]);
  });

  it("is told of the kinds and resources alone that the look is about", () => {
    const steps = [
      step("create", "Organisation", "county", { after: { name: "Kreis", parent: "2" } }),
      step("create", "Bucket", "roads", { after: { name: "Roads", organisation: "2" } }),
    ];
    expect(seen(steps, [], { kinds: [kindCalled("Bucket")] }).map(({ name }) => name)).toEqual(["roads"]);
    expect(seen(steps, [], { targets: [urnOf("Organisation", "county")] }).map(({ name }) => name)).toEqual(["county"]);
  });
});

describe("drift that a change of the program ends", () => {
  const [changed, ...others] = findings;
  const update = (description: string) =>
    step("update", "Organisation", "state", { before: land, after: { ...land, description } });
  const upOf = (steps: readonly PreviewStep[], drift = changed) =>
    seen(steps, drift === undefined ? [] : [drift]).find(({ type }) => type !== "pending")?.up;

  it("says that `pulumi up` sets another value", () => {
    expect(upOf([update("Third")])).toMatchObject({
      plain: "update",
      says: 'Deploying the program ends this drift. Organisation "state" has a change that is not deployed yet: `description`. `pulumi up` sets the declared value.',
    });
  });

  it("says that the program declares the value that is there", () => {
    expect(upOf([update(changed?.actual as string)])).toMatchObject({
      plain: "update",
      says: "The program declares the value that the platform has now. So the next `pulumi up` ends this drift and keeps the value.",
    });
  });

  it("says that the program no longer declares an object that is gone", () => {
    const { path: _path, declared: _declared, actual: _actual, ...object } = changed ?? ({} as DriftFinding);
    const missing: DriftFinding = { ...object, type: "missing", change: "removed" };
    expect(upOf([step("delete", "Organisation", "state", { before: land })], missing)?.plain).toBe("delete");
    expect(upOf([update("Third")], missing)?.plain).toBe("nothing");
  });

  it("is not ended by a change of another field or another resource, nor if nobody declared it", () => {
    const contact = step("update", "Organisation", "state", { before: land, after: { ...land, legalName: "Land" } });
    expect(upOf([contact])?.plain).toBe("nothing");
    const other = step("update", "Organisation", "other", { before: land, after: { ...land, description: "Third" } });
    expect(upOf([other])?.plain).toBe("nothing");
    const told = seen([update("Third")], others);
    expect(told.slice(0, others.length)).toEqual(others);
  });
});

describe("a preview", () => {
  it("that failed gives what the engine said, on one line each", () => {
    const said = { severity: "error", message: "error: HC4001 Organisation exists\n  why:  somebody made it\n" };
    const plan = readPlan(previewOf([], [said, { severity: "info", message: "hello" }]), kindCalled);
    expect(plan?.errors).toEqual(["HC4001 Organisation exists why: somebody made it"]);
  });

  it("that printed no document is none", () => {
    expect(readPlan("", kindCalled)).toBeUndefined();
    expect(readPlan("error: no stack", kindCalled)).toBeUndefined();
    expect(readPlan('{"steps": 7}', kindCalled)).toBeUndefined();
  });

  it("of which nothing came makes the look incomplete, and takes nothing away", () => {
    const { findings: told, gaps } = withDesired(findings, { failed: "Pulumi says: no" }, {}, names);
    expect(told).toEqual(findings);
    expect(gaps).toEqual([{ kind: "Program", count: 0, urns: [], why: "Pulumi says: no" }]);
  });
});

import { repairParts } from "../../../provider/drift/printing/repair";
import type { DriftFinding } from "../../../provider/drift/model";
import type { RepairWay } from "../../../provider/drift/repair/aim";
import { withOutcome } from "../../../provider/drift/repair/outcome";
import {
  changed,
  unmanaged,
  land,
  roads,
  finding,
  missing,
  resource,
  stateOf,
  state,
  states,
  aimed,
} from "./repairing";
import { incomplete, inSync, report } from "./report";

describe("the outcome", () => {
  const aim = aimed("restore", [changed, missing(roads), ...unmanaged]);

  it("is in order if the look afterwards finds nothing of it, whatever else is there", () => {
    const after = withOutcome(report({ ...inSync, findings: [...unmanaged] }), states, aim, { done: true });
    expect(after).toMatchObject({ exit: 0, repair: { way: "restore", done: true } });
    expect(after.repair?.resources.map(({ name, inOrder }) => [name, inOrder])).toEqual([
      ["state", true],
      ["roads", true],
    ]);
    expect(after.repair).not.toHaveProperty("values");
  });

  it("is a failure if something stays, could not be looked at, or the engine failed", () => {
    const stays = withOutcome(report({ findings: [changed] }), states, aim, { done: true });
    expect(stays).toMatchObject({ exit: 1, repair: { resources: [{ inOrder: false }, { inOrder: true }] } });
    const notLookedAt = [{ kind: "Bucket", count: 1, urns: [roads], why: "no" }];
    const unseen = withOutcome(report({ ...inSync, notLookedAt }), states, aim, { done: true });
    expect(unseen.repair?.resources.map(({ inOrder }) => inOrder)).toEqual([true, false]);
    const failed = withOutcome(report(inSync), states, aim, { done: true, failed: "It ended with 255." });
    expect(failed).toMatchObject({ exit: 1, repair: { failed: "It ended with 255." } });
  });

  it("is no success if the state took over what somebody changed, although no drift is left", () => {
    const before = stateOf(resource(land, { description: "Land" }), resource(roads));
    const outcome = (description: string, way: RepairWay = "restore") =>
      withOutcome(
        report(inSync),
        { before, after: stateOf(resource(land, { description }), resource(roads)) },
        aimed(way, [finding(land, { actual: "by hand" })], { state: before }),
        { done: true },
      );
    expect(outcome("by hand")).toMatchObject({ exit: 1, repair: { resources: [{ inOrder: false }] } });
    expect(outcome("Land")).toMatchObject({ exit: 0, repair: { resources: [{ inOrder: true }] } });
    expect(outcome("a third value of the program")).toMatchObject({ repair: { resources: [{ inOrder: true }] } });
    expect(outcome("by hand", "accept")).toMatchObject({ exit: 0, repair: { resources: [{ inOrder: true }] } });
  });

  it("is no success if an object that was to be made is not in the state", () => {
    const gone = { before: state, after: stateOf(resource(land)) };
    const { repair } = withOutcome(report(inSync), gone, aimed("restore", [missing(roads)]), { done: true });
    expect(repair?.resources).toMatchObject([{ inOrder: false }]);
  });

  it("tells fields that the state keeps encrypted apart from what stays", () => {
    const signature = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
    const sealed = stateOf(resource(land, { legalName: { ...signature, ciphertext: "v1:abc" } }), resource(roads));
    const notLookedAt = [{ kind: "Organisation", count: 1, urns: [land], why: "no", sealed: ["legalName"] }];
    const outcome = (path: string) =>
      withOutcome(
        report({ ...incomplete, notLookedAt }),
        { before: sealed, after: sealed },
        aimed("restore", [finding(land, { path })], { state: sealed }),
        { done: true },
      );
    const after = outcome("description");
    expect(after.repair?.resources).toMatchObject([{ inOrder: true, sealed: ["legalName"] }]);
    expect(repairParts(after)[0]?.lines[0]).toMatch(
      /^in order: .* \(not compared, .* keeps it encrypted: `legalName`\)$/,
    );
    expect(outcome("legalName").repair?.resources).toMatchObject([{ inOrder: false }]);
  });

  it("does not trust a gap that names only some of its resources", () => {
    const notLookedAt = [{ kind: "Bucket", count: 11, urns: ["urn:other"], why: "no" }];
    const { repair } = withOutcome(report({ ...inSync, notLookedAt }), states, aim, { done: true });
    expect(repair?.resources.map(({ inOrder }) => inOrder)).toEqual([true, false]);
  });

  it("is the one of the look if nobody agreed", () => {
    expect(withOutcome(report(), states, aim, { done: false })).toMatchObject({ exit: 7, repair: { done: false } });
  });
});

describe("the values to write into the program, after --accept", () => {
  const written = (given: readonly DriftFinding[], after = state) =>
    withOutcome(report(inSync), { before: state, after }, aimed("accept", given), { done: true }).repair?.values;

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

  it("are none for a field of which Pulumi ignores changes", () => {
    const up = { plain: "nothing", refreshed: "nothing", says: "It ignores that." } as const;
    expect(written([finding(land, { up })])).toEqual([]);
  });

  it("leave out what was cleared, and the resource whose object is gone", () => {
    const { actual: _gone, ...cleared } = finding(land, { path: "legalName", declared: "Land" });
    expect(written([cleared])).toMatchObject([
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

import { kindCalled } from "../../../provider/drift/looking";
import type { DriftFinding } from "../../../provider/drift/model";
import { aimAt, type Aim, type Seen, type RepairWay } from "../../../provider/drift/repair/aim";
import { readState } from "../../../provider/drift/state";
import { exported, urnOf, type ExportedResource } from "./exported";
import { findings, report } from "./report";

export const [changed = {} as DriftFinding, ...unmanaged] = findings;
export const land = urnOf("Organisation", "state");
export const roads = urnOf("Bucket", "roads");
export const paths = urnOf("Bucket", "paths");

export const finding = (urn: string, more: Partial<DriftFinding> = {}): DriftFinding => ({ ...changed, urn, ...more });
export const missing = (urn: string): DriftFinding => ({
  type: "missing",
  change: "removed",
  kind: "Bucket",
  name: "roads",
  id: "9",
  urn,
  says: 'Bucket "roads" is gone',
  up: { plain: "nothing", refreshed: "create", says: "It creates the object again." },
});

export const resource = (urn: string, inputs: object = {}, more: object = {}) => ({
  urn,
  id: "2",
  type: "",
  inputs: { ...inputs },
  outputs: {},
  ...more,
});
export const stateOf = (...resources: readonly ExportedResource[]) =>
  readState(exported(...resources), "state", kindCalled);
export const state = stateOf(
  resource(land, { name: "Land", description: "by hand" }),
  resource(roads, { name: "Roads" }, { propertyDependencies: { organisation: [land] } }),
  resource(paths, { name: "Paths" }, { dependencies: [roads] }),
);

export const states = { before: state, after: state };

export const seen = (given: readonly DriftFinding[], more: Partial<Seen> = {}): Seen => ({
  report: report({ findings: [...given] }),
  state,
  ignored: [],
  isNamed: false,
  ...more,
});

export const aimed = (way: RepairWay, given: readonly DriftFinding[], more: Partial<Seen> = {}): Aim =>
  aimAt(way, seen(given, more));

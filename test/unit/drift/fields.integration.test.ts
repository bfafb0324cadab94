import { kinds, type Kind, type Values } from "../../../provider/kinds";
import { lookingContext } from "../../../provider/drift/looking";
import { compare } from "../../../provider/drift/comparing";
import { problemWithField } from "../../../provider/drift/ignoring/fields";
import { Names } from "../../../provider/drift/names";
import { kindCalled } from "../../../provider/drift/looking";
import { readState, type OpenResource } from "../../../provider/drift/state";
import { measureFiles } from "../../../provider/lifecycle/checking/contents";
import { isKept } from "../../../provider/lifecycle/comparing/compare";
import { leavesOf, withPlaced, writePath, type Leaf } from "../../../provider/lifecycle/values/leaves";
import { specimens } from "../../conformance/specimens";
import { editByHand } from "../../conformance/server";
import { fieldsWith } from "../../conformance/row";
import type { Stage } from "../../support/stage";
import { Stack, Tenant } from "../lifecycle/stack";
import { exportOf } from "./exported";
import { lookingClient } from "./looking-client";

/** Fields that the platform clears when another one changes. */
const clearedWith: Readonly<Record<string, readonly string[]>> = { "PublishedService access": ["accessUser"] };

let tenant: Tenant;
beforeAll(async () => {
  jest.spyOn(console, "warn").mockReturnValue();
  tenant = await Tenant.start();
});
afterAll(() => tenant.stop());

/** The specimens make what they need with this client. */
const stage = () => ({ outOfBand: tenant.byHand }) as unknown as Stage;

async function findingsOf(resource: OpenResource) {
  const client = lookingClient(tenant.emulator);
  try {
    const context = lookingContext(client);
    return await compare(resource, context, new Names(context));
  } finally {
    client.close();
  }
}

/** Every value of the other declaration that stands alone: a field, or a member of an object. */
async function edits(kind: Kind, other: Values): Promise<readonly Leaf[]> {
  const { inputs } = await measureFiles(kind, other, () => false);
  return leavesOf(kind, inputs);
}

const isFile = ({ inputs }: Kind, field: string) =>
  inputs[field]?.file !== undefined || inputs[field]?.files !== undefined;

describe.each(kinds.map((kind) => [kind.name, kind] as const))("a change by hand of %s", (name, kind) => {
  const specimen = specimens.find((it) => it.kind === kind);

  it("to any of its fields gives one finding, with a path that rules know and both values", async () => {
    if (specimen === undefined) {
      throw new Error(`There is no specimen of ${name}`);
    }
    const fields = fieldsWith(specimen, "mutable").filter((field) => !isKept(kind, field));
    const declarations = await specimen.prepare(stage(), `drift of ${name}`);
    const { full, other } = declarations;
    for (const { path } of [...(await edits(kind, full)), ...(await edits(kind, other))]) {
      expect(problemWithField(kind, writePath(path))).toBeUndefined();
    }
    const stack = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
    await stack.up([{ kind: name, name: "it", values: () => full }]);
    const resource = readState(exportOf(stack), "stack.json", kindCalled).resources[0]?.open();
    if (resource === undefined) {
      throw new Error(`${name} is not in the state`);
    }
    expect(await findingsOf(resource)).toEqual([]);
    for (const field of fields) {
      const changes = { [field]: other[field] };
      if (isFile(kind, field)) {
        await editByHand(kind, stage(), resource.id, full, changes);
        const found = await findingsOf(resource);
        expect(found.map(({ type, path }) => [type, path?.split(".")[0]])).toContainEqual(["file", field]);
        expect(new Set(found.map(({ path }) => path?.split(".")[0]))).toEqual(new Set([field]));
        await editByHand(kind, stage(), resource.id, { ...full, ...changes }, { [field]: full[field] });
      } else {
        for (const { path, value } of await edits(kind, changes)) {
          const edit = withPlaced({}, [[path, value]]);
          await editByHand(kind, stage(), resource.id, full, edit);
          const cleared = clearedWith[`${name} ${writePath(path)}`] ?? [];
          expect(await findingsOf(resource)).toMatchObject(
            [writePath(path), ...cleared].map((it) => ({
              kind: name,
              urn: resource.urn,
              path: it,
              up: { refreshed: "update" },
            })),
          );
          const former = Object.fromEntries([field, ...cleared].map((it) => [it, full[it]]));
          await editByHand(kind, stage(), resource.id, { ...full, ...edit }, former);
        }
      }
    }
    expect(await findingsOf(resource)).toEqual([]);
    await stack.destroy().catch(() => undefined);
  });
});

import { Stack, Tenant, type Declaration } from "./stack";

let tenant: Tenant;
let stack: Stack;
beforeAll(async () => {
  tenant = await Tenant.start();
  stack = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
});
afterAll(() => tenant.stop());

describe("a list whose order means nothing", () => {
  const schema: Declaration = {
    kind: "Schema",
    name: "addresses",
    values: () => ({ organisation: "1", name: "Addresses", preset: "inspire-ad-4.0" }),
  };

  it("is sent with each member once, even if it names one twice", async () => {
    const project: Declaration = {
      kind: "TransformationProject",
      name: "project",
      values: (idOf) => ({
        organisation: "1",
        name: "Addresses",
        sourceSchemas: [idOf("addresses"), idOf("addresses")],
      }),
    };
    await stack.up([schema, project]);
    expect(stack.states.get("project")?.outputs["sourceSchemas"]).toEqual([stack.idOf("addresses")]);
    await stack.preview([schema, project]);
  });
});

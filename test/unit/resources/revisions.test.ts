import * as pulumi from "@pulumi/pulumi";
import { propertiesOf } from "../../../provider/resources/properties";

beforeAll(() =>
  pulumi.runtime.setMocks({
    call: () => ({}),
    newResource: ({ name, inputs }) => ({ id: `id of ${name}`, state: inputs as Record<string, unknown> }),
  }),
);

const shape = {
  inputs: ["dataset", "datasetRevision", "triggers", "timeoutSeconds"],
  outputs: [],
  references: ["dataset"],
  revisions: { dataset: "datasetRevision" },
  triggers: ["triggers"],
};

/** A resource that has these outputs. */
class Known extends pulumi.CustomResource {
  constructor(name: string, told: Record<string, unknown>) {
    super("test:index:Known", name, told);
  }
}

const valuesOf = (args: object) =>
  new Promise<Record<string, unknown>>((resolve) => {
    pulumi.output(propertiesOf(shape, "it", args)).apply((values) => {
      resolve(values);
    });
  });

it("a resource brings its revision along, beside its id", async () => {
  const values = await valuesOf({ dataset: new Known("roads", { revision: "r1" }) });
  expect(values).toMatchObject({ dataset: "id of roads", datasetRevision: "r1" });
});

it("a resource without a revision brings nothing that does not change, and an id brings nothing", async () => {
  expect(await valuesOf({ dataset: "data/org.1.4711" })).not.toHaveProperty("datasetRevision");
  expect(await valuesOf({ dataset: new Known("roads", { revision: "r1" }), datasetRevision: "mine" })).toMatchObject({
    datasetRevision: "mine",
  });
});

it("a resource among triggers stands for its revision, its last change, its file, or else for its id", async () => {
  const triggers = [
    "2026",
    new Known("run", { revision: "r2", lastModified: 1 }),
    new Known("theme", { lastModified: 2 }),
    new Known("file", { stored: 3 }),
    new Known("other", {}),
  ];
  expect(await valuesOf({ triggers })).toMatchObject({ triggers: ["2026", "r2", "2", "3", "id of other"] });
});

it("a resource whose state lacks its revision stands for its last change, or else for its id", async () => {
  const earlier = new Known("roads", { revision: undefined, lastModified: 5 });
  expect(await valuesOf({ dataset: earlier, triggers: [earlier, new Known("run", { revision: undefined })] })).toEqual(
    expect.objectContaining({ datasetRevision: "5", triggers: ["5", "id of run"] }),
  );
});

it("`customTimeouts` is refused where `timeoutSeconds` says how long work may take", () => {
  const options = { customTimeouts: { create: "1h" } };
  expect(() => propertiesOf(shape, "it", {}, options)).toThrow(/^HC3008 Resource "it"[^]*`timeoutSeconds`/);
  expect(() => propertiesOf({ ...shape, inputs: ["dataset"] }, "it", {}, options)).not.toThrow();
});

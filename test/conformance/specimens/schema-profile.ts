import { Readable } from "node:stream";
import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { schemas, store } from "../../../provider/contract";
import type { Stage } from "../../support/stage";
import { ownerOnly, switched, xsd } from "./contents";
import { organisations } from "./organisations";

export const schemaProfileSpecimen: Specimen = {
  kind: kindNamed("SchemaProfile"),
  instead: ownerOnly,
  prepare: async (stage, tag) => {
    const [organisation, another] = await organisations(stage, tag, ["owner", "other"]);
    const schema = await aSchemaOfRoads(stage, organisation, `${tag} one`);
    const otherSchema = await aSchemaOfRoads(stage, organisation, `${tag} two`);
    const least = { organisation, schema, name: `${tag} strict` };
    const term = { featureType: "Road", property: "name" };
    return {
      least,
      full: {
        ...least,
        author: "Erika",
        version: "1",
        description: "about",
        public: true,
        mandatoryFeatureTypes: ["Road"],
        constraints: [
          { ...term, contentRequired: true },
          { featureType: "Road", property: "height", minimum: 0, maximum: 10 },
        ],
        conditions: [
          {
            name: "named",
            description: "roads have names",
            if: { operator: "and", terms: [{ ...term, comparison: "exists" }] },
            then: { operator: "and", terms: [{ ...term, comparison: "differs", value: "-" }] },
          },
        ],
        taggedValues: [{ tag: "module-id", value: "roads" }],
      },
      other: {
        organisation: another,
        schema: otherSchema,
        name: `${tag} stricter`,
        author: "Max",
        version: "2",
        description: "other",
        public: false,
        mandatoryFeatureTypes: [],
        constraints: [{ ...term, allowedValues: ["A 1", "B 1"] }],
        conditions: [],
        taggedValues: [{ featureType: "Road", tag: "example", value: "A 1" }],
      },
      empty: {
        organisation: { none: "it always has an owner" },
        author: { value: "" },
        version: { value: "" },
        description: { value: "" },
        public: switched,
        mandatoryFeatureTypes: { value: [] },
        constraints: { value: [] },
        conditions: { value: [] },
        taggedValues: { value: [] },
      },
    };
  },
};

async function aSchemaOfRoads(stage: Stage, ownerId: string, name: string): Promise<string> {
  const owner = { ownerType: "org", ownerId } as const;
  const body = { name, source: { kind: "file" } } as const;
  const { id } = await stage.outOfBand.call(schemas.createSchema, { path: owner, body });
  const bucket = store.readCombinedId(id);
  if (bucket === undefined) {
    throw new Error(`${id} is no combined id`);
  }
  const bytes = Buffer.from(xsd("Road"));
  const file = { name: "roads.xsd", bytes: bytes.length, type: "application/xml", open: () => Readable.from([bytes]) };
  await stage.outOfBand.call(store.schemas.replaceFile, { path: { ...bucket, file: "roads.xsd" }, body: file });
  return `schemas/${id}`;
}

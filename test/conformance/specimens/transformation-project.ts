import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { aSchema, halex, ownerOnly, switched } from "./contents";
import { organisations } from "./organisations";

export const transformationProjectSpecimen: Specimen = {
  kind: kindNamed("TransformationProject"),
  instead: ownerOnly,
  prepare: async (stage, tag) => {
    const [organisation, another] = await organisations(stage, tag, ["owner", "other"]);
    const [one, two] = [
      await aSchema(stage, organisation, `${tag} one`),
      await aSchema(stage, organisation, `${tag} two`),
    ];
    const least = { organisation, name: `${tag} roads` };
    return {
      least,
      full: {
        ...least,
        versionControl: false,
        author: "Erika",
        description: "about",
        public: true,
        files: [
          { name: "roads.halex", content: halex("Roads") },
          { name: "notes.txt", content: "about roads" },
        ],
        sourceSchemas: [one, two],
        targetSchemas: [two],
      },
      other: {
        organisation: another,
        name: `${tag} streets`,
        versionControl: true,
        author: "Max",
        description: "other",
        public: false,
        files: [{ name: "roads.halex", content: halex("Streets") }],
        sourceSchemas: [two],
        targetSchemas: [one],
      },
      empty: {
        organisation: { none: "it always has an owner" },
        versionControl: switched,
        author: { value: "" },
        description: { value: "" },
        public: switched,
        files: { none: "an empty list takes away what was declared before, which another test sees" },
        sourceSchemas: { value: [] },
        targetSchemas: { value: [] },
      },
    };
  },
};
